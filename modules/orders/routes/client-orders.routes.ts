import { findProducts } from '#modules/catalog/contract.ts';
import { findClient } from '#modules/clients/contract.ts';
import { answer, type Route } from '#platform/http/route.ts';
import type { Work } from '#platform/work.ts';
import { setTerms } from '../actions/set-terms.ts';
import { clientStanding } from '../actions/standing.ts';
import { latestOrders } from '../data/history.ts';
import * as endpoints from '../endpoints-client.ts';

export const clientOrderRoutes: readonly Route[] = [
  answer(endpoints.orderStanding, (w, { params }) => clientStanding(w, params.id)),
  answer(endpoints.clientOrders, async (w, { params }) => {
    const [, items] = await Promise.all([findClient(w, params.id), latestOrders(w, params.id, 50)]);
    return { items };
  }),
  answer(endpoints.setTerms, (w, { params, body }) => setTerms(w, params.id, body)),
  answer(endpoints.findProducts, (w, { query }) => productsFound(w, query)),
  answer(endpoints.findProductsToType, (w, { query }) => productsFound(w, query)),
];

async function productsFound(w: Work, { text, column, limit = 12 }: { text: string; column: string; limit?: number }) {
  const found = await findProducts(w, text, column, w.today.toString(), limit);
  return {
    items: found.map(({ id, code, name, unit, pack, unitPrice }) => ({ id, code, name, unit, pack, price: unitPrice })),
  };
}
