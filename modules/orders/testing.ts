import { aCatalogue, type TestCatalogue } from '#modules/catalog/testing.ts';
import { aClient } from '#modules/clients/testing.ts';
import type { TestCompany } from '#modules/mandates/testing.ts';
import type { Runner } from '#platform/run.ts';
import type { Actor } from '#platform/work.ts';
import { confirmOrder } from './actions/confirm-order.ts';
import { draftOrder, type OrderWish, type SavedOrder } from './actions/draft-order.ts';
import { enterOrder } from './actions/enter-order.ts';
import { setTerms } from './actions/set-terms.ts';
import { shipOrder } from './actions/ship-order.ts';

export type Shop = {
  readonly catalogue: TestCatalogue;
  /** Kept by kamA, with a credit limit of 10,000.00 and 30 days. */
  readonly client: { id: string; code: string; name: string };
};

/** A catalogue, and a client of kamA with credit; the director arranges both. */
export async function aShop(runner: Runner, company: TestCompany, products = 5): Promise<Shop> {
  const catalogue = await aCatalogue(runner, company.actor('director'), products);
  return { catalogue, client: await aClientWithCredit(runner, company, 'kamA') };
}

/** A client with terms: a limit (10,000.00 unless said otherwise), 30 days, no tolerance. */
export async function aClientWithCredit(
  runner: Runner,
  company: TestCompany,
  keeper: 'kamA' | 'kamB',
  creditLimit = 1_000_000,
) {
  const client = await aClient(runner, company.actor(keeper));
  const terms = { priceColumnId: null, paymentDays: 30, creditLimit, overdueToleranceDays: 0 };
  await runner.write(company.actor('director'), (w) => setTerms(w, client.id, terms));
  return client;
}

/** A draft of one line: a quantity of the first product, at 10.00 each. */
export function aDraft(
  runner: Runner,
  actor: Actor,
  shop: Shop,
  wish: Partial<OrderWish> & { clientId?: string; quantity?: number } = {},
): Promise<SavedOrder> {
  const { quantity = 1, clientId = shop.client.id, ...rest } = wish;
  const lines = [{ productId: shop.catalogue.products[0]?.id ?? '', quantity }];
  return runner.write(actor, (w) => draftOrder(w, { clientId, lines, ...rest }));
}

/** A confirmed order, as `aDraft`. */
export async function aConfirmedOrder(
  runner: Runner,
  actor: Actor,
  shop: Shop,
  wish: Parameters<typeof aDraft>[3] = {},
) {
  const { id } = await aDraft(runner, actor, shop, wish);
  return runner.write(actor, (w) => confirmOrder(w, id, undefined));
}

/** A shipped order, entered and shipped whole by sales support. */
export async function aShippedOrder(
  runner: Runner,
  company: TestCompany,
  shop: Shop,
  wish: Parameters<typeof aDraft>[3] = {},
) {
  const order = await aConfirmedOrder(runner, company.actor('kamA'), shop, wish);
  await runner.write(company.actor('support'), (w) => enterOrder(w, order.id, undefined));
  return runner.write(company.actor('support'), (w) => shipOrder(w, order.id, {}));
}
