import { answer, type Route } from '#platform/http/route.ts';
import { judgeBinding } from '../actions/judge-binding.ts';
import { sayBinding } from '../actions/say.ts';
import * as write from '../actions/write-clauses.ts';
import * as at from '../endpoints-versions.ts';
import { kinds } from './kinds.ts';
import { comparison, versionCard } from './version-card.ts';

const done = async (work: Promise<unknown>) => {
  await work;
  return {};
};

export const versionRoutes: readonly Route[] = [
  answer(at.readVersion, (w, { params }) => versionCard(w, params.id)),
  answer(at.addClause, (w, { params, body }) =>
    write.addClause(w, params.id, { area: '', cadence: '', responsibility: null, legalReference: '', ...body }),
  ),
  answer(at.editClause, (w, { params, body }) => write.editClause(w, params.id, body)),
  answer(at.removeClause, (w, { params }) => done(write.removeClause(w, params.id))),
  answer(at.orderClauses, (w, { params, body }) =>
    done(write.orderClauses(w, params.id, body.section, body.clauseIds)),
  ),
  answer(at.addBinding, (w, { params, body }) => write.addBinding(w, params.id, body)),
  answer(at.setBinding, (w, { params, body }) => write.setBinding(w, params.id, body.settings)),
  answer(at.removeBinding, (w, { params }) => done(write.removeBinding(w, params.id))),
  answer(at.compareVersions, (w, { params, query }) => comparison(w, params.id, query.with)),
  answer(at.listKinds, async (w) => ({ items: kinds(w) })),
  answer(at.sayBinding, async (w, { body }) => {
    const { fault, detail } = judgeBinding(w.registry, body);
    return { said: fault ? '' : sayBinding(w, body), fault, detail };
  }),
];
