import { type Refusal, Refused, refusal } from '#kernel/refusal.ts';
import type { Work } from '#platform/work.ts';
import { pricesToday } from '../data/facts.ts';
import type { EnteredRow, LineRow } from '../data/order-lines.ts';
import { orderRefusals } from '../refusals.ts';
import { amountOf, totalOf } from '../rules/order-totals.ts';

/** A line as it is wished; without a price, the column's. */
export type WishedLine = {
  readonly productId: string;
  readonly quantity: number;
  readonly unitPrice?: number | undefined;
  readonly discountBp?: number | undefined;
};

export type PricedLines = { readonly lines: readonly LineRow[]; readonly total: number };

/**
 * Prices lines by a column on today's prices.
 * @throws Refused with every line at fault: no such product, no price, no longer sold, another currency, too large.
 */
export async function priceLines(w: Work, wished: readonly WishedLine[], columnId: string): Promise<PricedLines> {
  const rows = await pricesToday(w, [...new Set(wished.map((line) => line.productId))], columnId);
  const prices = new Map(rows.map((row) => [row.product_id, row]));
  const faults: Refusal[] = [];
  const lines = wished.map((wish, index): LineRow | null => {
    const price = prices.get(wish.productId);
    const fault = !price
      ? 'orders.no-price'
      : !price.active
        ? 'orders.no-longer-sold'
        : price.currency !== w.company.currency
          ? 'orders.other-currency'
          : null;
    if (fault) faults.push(refusal(orderRefusals, fault, { line: index + 1 }, `/lines/${index}/productId`));
    if (!price || fault) return null;
    const line = priced(wish, index + 1, price);
    if (line === null)
      faults.push(refusal(orderRefusals, 'orders.too-large', { line: index + 1 }, `/lines/${index}/quantity`));
    return line;
  });
  if (faults.length > 0) throw new Refused(faults);
  const whole = lines.filter((line) => line !== null);
  return { lines: whole, total: safely(() => totalOf(whole.map(counted))) ?? tooLarge() };
}

function priced(wish: WishedLine, position: number, price: { list_price: number; unit_price: number }): LineRow | null {
  const unitPrice = wish.unitPrice ?? price.unit_price;
  const line = {
    position,
    product_id: wish.productId,
    quantity: wish.quantity,
    list_price: price.list_price,
    column_price: price.unit_price,
    unit_price: unitPrice,
    price_by_hand: unitPrice !== price.unit_price,
    discount_bp: wish.discountBp ?? 0,
  };
  const amount = safely(() => amountOf(counted(line)));
  return amount === null ? null : { ...line, amount };
}

/** The line as a wish again: a price that was typed stays, another follows the price list. */
export function wishOf(line: LineRow): WishedLine {
  return {
    productId: line.product_id,
    quantity: line.quantity,
    unitPrice: line.price_by_hand ? line.unit_price : undefined,
    discountBp: line.discount_bp,
  };
}

function counted(line: { quantity: number; unit_price: number; discount_bp: number }) {
  return { quantity: line.quantity, unitPrice: line.unit_price, discountBp: line.discount_bp };
}

/** Null where the arithmetic refuses: a fourth decimal of a quantity, an amount past what is exact. */
function safely(count: () => number): number | null {
  try {
    return count();
  } catch (error) {
    if (error instanceof RangeError) return null;
    throw error;
  }
}

function tooLarge(): never {
  throw new Refused([refusal(orderRefusals, 'orders.too-large')]);
}

/** Counts lines as they were entered, at the prices entered. @throws Refused `orders.too-large`, `orders.no-lines`. */
export function enteredAmounts(
  lines: readonly { productId: string; quantity: number; unitPrice: number; discountBp: number }[],
): { lines: EnteredRow[]; total: number } {
  if (lines.length === 0) throw new Refused([refusal(orderRefusals, 'orders.no-lines', {}, '/lines')]);
  const rows = lines.map(
    (line, index): EnteredRow => ({
      position: index + 1,
      product_id: line.productId,
      quantity: line.quantity,
      unit_price: line.unitPrice,
      discount_bp: line.discountBp,
      amount: safely(() => amountOf(line)) ?? tooLarge(),
    }),
  );
  return { lines: rows, total: safely(() => totalOf(lines)) ?? tooLarge() };
}
