import { gatherLateWork, planHistory } from '#modules/plans/contract.ts';
import { sql } from '#platform/db/sql.ts';
import type { Runner } from '#platform/run.ts';
import type { Actor } from '#platform/work.ts';

/**
 * What the data does not hold and the past needs, each by a stated rule: every order of the last half year came by a call
 * of the client's keeper on its day, with its terms agreed; plans follow from what was sold before.
 */
export async function seedHistory(runner: Runner, company: Actor): Promise<void> {
  await runner.write(company, (w) =>
    w.db.run(sql`insert into activities.activities (id, company_id, client_id, keeper_id, employee_id, kind, state, purpose, planned_on,
        done_at, done_on, outcome, note, closed_at)
      select uuidv7(), o.company_id, o.client_id, o.keeper_id, o.keeper_id, 'call', 'done', 'Order', o.ordered_on,
        (o.ordered_on + time '11:00') at time zone ${w.company.timeZone}, o.ordered_on, 'agreed-terms', 'Order ' || o.number,
        (o.ordered_on + time '11:30') at time zone ${w.company.timeZone}
        from orders.v_orders o where o.company_id = ${w.actor.companyId} and o.ordered_on > ${w.today.toString()}::date - 182`),
  );
  await runner.write(company, (w) => planHistory(w, { monthsBehind: 6, monthsAhead: 1 }));
  await runner.write(company, (w) => gatherLateWork(w));
}
