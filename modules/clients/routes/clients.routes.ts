import { answer, type Route } from '#platform/http/route.ts';
import { answerList } from '#platform/lists/answer.ts';
import { answerBulk, together } from '#platform/lists/answer-bulk.ts';
import { seesAll } from '#platform/lists/source.ts';
import { assignKeeper, assignRefusals, give, handOver, openMattersOf } from '../actions/change-keeper.ts';
import { classBySales, proposeClasses } from '../actions/class-by-sales.ts';
import { classClient, editClient } from '../actions/edit-client.ts';
import { enterClient } from '../actions/enter-client.ts';
import { findClient } from '../actions/find-client.ts';
import { similarClients } from '../data/clients.ts';
import { handovers, idsKeptBy, keepersOf, portfolios } from '../data/keepers.ts';
import { clientSource, contactSource } from '../data/list.ts';
import { openSources, timelineOf, withFiles } from '../data/timeline.ts';
import * as at from '../endpoints.ts';
import { refuse } from '../refusals.ts';
import { tidyNumber } from '../rules/new-client.ts';
import { printPlace, readPlace } from '../rules/timeline-place.ts';
import { salesHistory } from '../slots.ts';
import { clientCard } from './card.ts';

export const clientRoutes: readonly Route[] = [
  ...answerList(at.clientList, clientSource),
  ...answerList(at.contactList, contactSource),
  ...answerBulk(
    at.assignMany,
    together({
      refusals: (w, ids, { keeperId }) => assignRefusals(w, ids, keeperId),
      run: (w, ids, { keeperId, reason }) => give(w, ids, keeperId, reason, null),
    }),
  ),
  answer(at.similarClients, async (w, { query }) => ({
    items: await similarClients(w, {
      name: query.name,
      taxNumber: tidyNumber(query.taxNumber ?? ''),
      except: query.except ?? null,
    }),
  })),
  answer(at.enterClient, (w, { body }) => enterClient(w, body)),
  answer(at.readClient, (w, { params }) => clientCard(w, params.id)),
  answer(at.editClient, (w, { params, body }) => editClient(w, params.id, body)),
  answer(at.classClient, (w, { params, body }) => classClient(w, params.id, body)),
  answer(at.assignKeeper, (w, { params, body }) => assignKeeper(w, params.id, body)),
  answer(at.readKeepers, async (w, { params }) => {
    const [, items] = await Promise.all([findClient(w, params.id), keepersOf(w, params.id)]);
    return { items };
  }),
  answer(at.readTimeline, async (w, { params, query }) => {
    const after =
      query.cursor === undefined ? null : (readPlace(query.cursor) ?? refuse('clients.bad-cursor', {}, '/cursor'));
    const limit = query.limit ?? 30;
    const kinds = query.kinds ? query.kinds.split(',') : null;
    const [, entries] = await Promise.all([
      findClient(w, params.id),
      timelineOf(w, params.id, openSources(w), { after, kinds, limit: limit + 1 }),
    ]);
    const items = entries.slice(0, limit);
    const last = items.at(-1);
    return {
      items: await withFiles(w, params.id, items),
      nextCursor: entries.length > limit && last ? printPlace(last) : null,
    };
  }),
  answer(at.readSalesHistory, async (w, { params, query }) => {
    await findClient(w, params.id);
    const from = w.today.with({ day: 1 }).subtract({ months: (query.months ?? 24) - 1 });
    const told = await w.registry.answer(salesHistory)(w, params.id, from.toString());
    return { months: [...told.months], products: [...told.products] };
  }),
  answer(at.readPortfolios, async (w) => {
    const reached = seesAll(w, 'clients.read') ? null : [...w.authority.reach.keys()];
    return { items: await portfolios(w, reached), can: { handOver: w.authority.permits.has('clients.assign') } };
  }),
  answer(at.proposeClasses, (w) => proposeClasses(w)),
  answer(at.classBySales, (w, { body }) => classBySales(w, body.reason)),
  answer(at.previewHandover, async (w, { query }) => {
    const ids = await idsKeptBy(w, query.fromId);
    return { clients: ids.length, open: await openMattersOf(w, ids) };
  }),
  answer(at.handOver, (w, { body }) => handOver(w, body)),
  answer(at.readHandovers, async (w) => ({ items: await handovers(w) })),
];
