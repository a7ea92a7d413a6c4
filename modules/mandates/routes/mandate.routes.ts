import { answer, type Route } from '#platform/http/route.ts';
import { sentence } from '#platform/sentence.ts';
import { grantsAt } from '../data/in-force.ts';
import * as at from '../endpoints-work.ts';
import { dutyClauses, dutyFacts } from './facts.ts';
import { myMandate } from './mandate.ts';
import { today } from './today.ts';

export const mandateRoutes: readonly Route[] = [
  answer(at.readMyMandate, (w) => myMandate(w)),
  answer(at.readToday, (w) => today(w)),
  answer(at.readDutyFacts, (w, { query }) => dutyFacts(w, query)),
  answer(at.readDutyClauses, async (w, { query }) => ({ items: await dutyClauses(w, query.employee, query.on) })),
  answer(at.mandatesAt, async (w, { query }) => {
    const date = query.date ?? w.today.toString();
    const items = await grantsAt(w, date, query);
    return {
      date,
      items: items.map((each) => ({
        ...each,
        permitName: sentence(w.registry, w.actor.language, `permit.${each.permit}`),
        units: { ...w.registry.permits.get(each.permit)?.limits },
      })),
    };
  }),
];
