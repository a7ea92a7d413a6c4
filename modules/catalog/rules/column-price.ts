import { percentOf } from '#kernel/money.ts';

/**
 * The price in a column, in minor units: the column's own, else the list price less its discount (basis points), rounded
 * half up. Null where there is none. The same as catalog.prices_on in the database.
 */
export function columnPrice(
  listPrice: number | null,
  ownPrice: number | null,
  discountBp: number | null,
): number | null {
  if (ownPrice !== null) return ownPrice;
  if (listPrice === null || discountBp === null) return null;
  return percentOf(listPrice, 10_000 - discountBp, 'half-up');
}
