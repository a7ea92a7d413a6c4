import { answer, type Route } from '#platform/http/route.ts';
import { seesAll } from '#platform/lists/source.ts';
import { assignKeeper, handOver, openMattersOf } from '../actions/change-keeper.ts';
import { findClient } from '../actions/find-client.ts';
import { handedClients, handover, handovers, idsKeptBy, keepersOf, portfolios } from '../data/keepers.ts';
import * as at from '../endpoints-keepers.ts';
import { refuse } from '../refusals.ts';

const mostShown = 500;

/** Who keeps which clients, and handing them over. */
export const keeperRoutes: readonly Route[] = [
  answer(at.assignKeeper, (w, { params, body }) => assignKeeper(w, params.id, body)),
  answer(at.readKeepers, async (w, { params }) => {
    const [, items] = await Promise.all([findClient(w, params.id), keepersOf(w, params.id)]);
    return { items };
  }),
  answer(at.readPortfolios, async (w) => {
    const reached = seesAll(w, 'clients.read') ? null : [...w.authority.reach.keys()];
    return { items: await portfolios(w, reached), can: { handOver: w.authority.permits.has('clients.assign') } };
  }),
  answer(at.previewHandover, async (w, { query }) => {
    const ids = await idsKeptBy(w, query.fromId);
    return { clients: ids.length, open: await openMattersOf(w, ids, query.fromId) };
  }),
  answer(at.handOver, (w, { body }) => handOver(w, body)),
  answer(at.readHandovers, async (w) => ({ items: await handovers(w) })),
  answer(at.readHandover, async (w, { params }) => {
    const [found, items] = await Promise.all([handover(w, params.id), handedClients(w, params.id, mostShown)]);
    return { ...(found ?? refuse('clients.unknown-handover')), items };
  }),
];
