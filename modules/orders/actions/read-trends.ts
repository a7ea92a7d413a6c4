import type { ClientTrends } from '#modules/clients/contract.ts';
import type { Work } from '#platform/work.ts';
import {
  boughtByPeriod,
  movedByPeriod,
  type OrderedPeriod,
  orderedByPeriod,
  type ProductBought,
  type ProductPeriod,
  productsBought,
} from '../data/trends.ts';
import {
  periodNumber,
  shareOf,
  spansOf,
  standingOf,
  type TrendPeriod,
  type TrendUnit,
  trendPeriods,
  turnoverOf,
} from '../rules/assortment.ts';

/** How often, what and at which discounts a client bought in the last years; what is new and lost is judged by all of its history. */
export async function trendsOf(
  w: Work,
  clientId: string,
  { unit, years }: { unit: TrendUnit; years: number },
): Promise<ClientTrends> {
  const today = w.today.toString();
  const from = trendPeriods(unit, today, years, '0001-01-01')[0]?.from ?? today;
  const [bought, products, ordered, moved] = await Promise.all([
    boughtByPeriod(w, clientId, unit),
    productsBought(w, clientId, from),
    orderedByPeriod(w, clientId, unit),
    movedByPeriod(w, clientId, unit),
  ]);
  if (products.length === 0) return { periods: [], groups: [], products: [] };
  const running = periodNumber(unit, today);
  const earliest = products.map(({ firstOn }) => firstOn).toSorted()[0] ?? today;
  const periods = trendPeriods(unit, today, years, earliest);
  const turnover = turnoverOf(
    bought,
    periods.map(({ number }) => number),
    running,
  );
  const inPeriod = <T extends { period: number }>(rows: readonly T[]) => new Map(rows.map((row) => [row.period, row]));
  const [orderedIn, movedIn] = [inPeriod(ordered), inPeriod(moved)];
  return {
    periods: periods.map(({ number, ...period }, index) => ({
      ...period,
      ...frequency(orderedIn.get(number)),
      shipped: movedIn.get(number)?.shipped ?? 0,
      returned: movedIn.get(number)?.returned ?? 0,
      ...(turnover[index] ?? { products: 0, newProducts: 0, lostProducts: null }),
    })),
    groups: groupsOf(bought, products, periods),
    products: standing(bought, products, running, periodNumber(unit, earliest)),
  };
}

function frequency(row: OrderedPeriod | undefined) {
  const { orders = 0, averageDays = null, ordered = 0, listed = 0 } = row ?? {};
  const discount = Math.max(0, listed - ordered);
  return { orders, averageDays, ordered, discount, discountBp: listed > 0 ? shareOf(discount, listed) : null };
}

/** What was bought of each group of products in each period. */
function groupsOf(
  bought: readonly ProductPeriod[],
  products: readonly ProductBought[],
  periods: readonly TrendPeriod[],
): ClientTrends['groups'] {
  const known = new Map(products.map((product) => [product.id, product]));
  const at = new Map(periods.map(({ number }, index) => [number, index]));
  const groups = new Map<string | null, { name: string | null; amounts: number[] }>();
  for (const { productId, period, amount } of bought) {
    const [product, index] = [known.get(productId), at.get(period)];
    if (!product || index === undefined) continue;
    const group = groups.get(product.groupId) ?? { name: product.group, amounts: periods.map(() => 0) };
    group.amounts[index] = (group.amounts[index] ?? 0) + amount;
    groups.set(product.groupId, group);
  }
  const sized = [...groups].map(([id, group]) => ({ id, ...group, amount: sum(group.amounts) }));
  const whole = sum(sized.map(({ amount }) => amount));
  return sized
    .toSorted((a, b) => b.amount - a.amount)
    .map((group) => ({ ...group, shareBp: shareOf(group.amount, whole) }));
}

/** The products of the years shown, and those lost before them; with the share of each. */
function standing(
  bought: readonly ProductPeriod[],
  products: readonly ProductBought[],
  running: number,
  earliest: number,
): ClientTrends['products'] {
  const spans = spansOf(bought);
  const whole = sum(products.map(({ amount }) => amount));
  return products.flatMap(({ groupId: _, ...product }) => {
    const span = spans.get(product.id);
    if (!span) return [];
    return [{ ...product, shareBp: shareOf(product.amount, whole), state: standingOf(span, running, earliest) }];
  });
}

function sum(values: readonly number[]): number {
  return values.reduce((so, value) => so + value, 0);
}
