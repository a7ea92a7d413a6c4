import { answer, type Route } from '#platform/http/route.ts';
import { findClient } from '../actions/find-client.ts';
import { openSources, timelineOf, withFiles } from '../data/timeline.ts';
import * as at from '../endpoints-history.ts';
import { refuse } from '../refusals.ts';
import { printPlace, readPlace } from '../rules/timeline-place.ts';
import { clientTrends, pricesPaid, salesHistory } from '../slots.ts';

const usualYears = 3;
const mostPrices = 500;

/** All that happened with a client. */
export const historyRoutes: readonly Route[] = [
  answer(at.readTimeline, async (w, { params, query }) => {
    const after =
      query.cursor === undefined ? null : (readPlace(query.cursor) ?? refuse('clients.bad-cursor', {}, '/cursor'));
    const limit = query.limit ?? 30;
    const kinds = query.kinds ? query.kinds.split(',') : null;
    const sources = openSources(w);
    const [, entries] = await Promise.all([
      findClient(w, params.id),
      timelineOf(w, params.id, sources, { ...query, after, kinds, limit: limit + 1 }),
    ]);
    const items = entries.slice(0, limit);
    const last = items.at(-1);
    return {
      items: await withFiles(w, params.id, items),
      nextCursor: entries.length > limit && last ? printPlace(last) : null,
      kinds: sources.flatMap((source) => source.kinds),
    };
  }),
  answer(at.readSalesHistory, async (w, { params, query }) => {
    await findClient(w, params.id);
    const from = w.today.with({ day: 1 }).subtract({ months: (query.months ?? 24) - 1 });
    const told = await w.registry.answer(salesHistory)(w, params.id, from.toString());
    return { months: [...told.months], products: [...told.products] };
  }),
  answer(at.readTrends, async (w, { params, query }) => {
    const ask = { unit: query.unit ?? 'quarter', years: query.years ?? usualYears };
    const [, told] = await Promise.all([findClient(w, params.id), w.registry.answer(clientTrends)(w, params.id, ask)]);
    return {
      periods: [...told.periods],
      groups: told.groups.map((group) => ({ ...group, amounts: [...group.amounts] })),
      products: [...told.products],
    };
  }),
  answer(at.readPricesPaid, async (w, { params, query }) => {
    const [, items] = await Promise.all([
      findClient(w, params.id),
      w.registry.answer(pricesPaid)(w, params.id, query.product, mostPrices),
    ]);
    return { items: [...items] };
  }),
];
