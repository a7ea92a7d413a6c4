export type ClientClass = 'key' | 'A' | 'B' | 'C';

/** Up to which share of all sales (basis points, added up from the greatest client down) a class reaches. */
export type ClassBounds = { readonly key: number; readonly A: number; readonly B: number };

/**
 * The class of a client by the sales of those before it: what all greater clients make together, of all sales. One who
 * bought nothing is C. The same as clients.classes_by_sales in the database.
 */
export function classByShare(salesBefore: number, sales: number, allSales: number, bounds: ClassBounds): ClientClass {
  if (sales <= 0 || allSales <= 0) return 'C';
  const before = (salesBefore / allSales) * 10_000;
  if (before < bounds.key) return 'key';
  if (before < bounds.A) return 'A';
  return before < bounds.B ? 'B' : 'C';
}
