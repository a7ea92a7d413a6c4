import { sql } from '#platform/db/sql.ts';
import type { Work } from '#platform/work.ts';

/** Tells clients of a confirmed order: its day, and that the client is active. */
export function tellOrder(w: Work, clientId: string, orderedOn: string): void {
  w.db.later(sql`select clients.tell_order(${clientId}, ${orderedOn}::date)`);
}

/** Tells clients what was sold to one in twelve months, after a shipment or a return. */
export async function tellSales(w: Work, clientId: string): Promise<void> {
  await w.db.run(sql`select orders.tell_client(${clientId})`);
}
