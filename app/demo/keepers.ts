/** An order of the data: whose client, taken by whom. */
export type TakenOrder = { readonly client: string; readonly employee: string };

/**
 * Who keeps each client of the data, which knows only who took each order: the key account manager who took most of the
 * client's orders (at a tie the one with fewer clients so far); a client without such an order goes to whoever has fewest.
 */
export function keepersBy(
  orders: readonly TakenOrder[],
  clients: readonly string[],
  managers: readonly string[],
): Record<string, string> {
  const load = new Map(managers.map((manager) => [manager, 0]));
  const keepers: Record<string, string> = {};
  for (const client of clients) {
    const taken = (manager: string) =>
      orders.filter((order) => order.client === client && order.employee === manager).length;
    const [best] = managers.toSorted((a, b) => taken(b) - taken(a) || (load.get(a) ?? 0) - (load.get(b) ?? 0));
    if (best === undefined) continue;
    keepers[client] = best;
    load.set(best, (load.get(best) ?? 0) + 1);
  }
  return keepers;
}
