import { sql } from '#platform/db/sql.ts';
import type { Holding } from '#platform/declare/import-kind.ts';
import type { Work } from '#platform/work.ts';
import { inClosedMonths } from './closed-months.ts';
import { clientsOf, tellClients } from './history.ts';

/**
 * Takes an import of history back: orders that its lines had made history become drafts without lines again (those that it
 * brought itself go with it), and the clients are told their figures anew.
 */
export async function revertHistory(w: Work, importId: string, takeBack: () => Promise<void>): Promise<void> {
  const clients = await clientsOf(w, importId);
  await w.db.run(sql`select orders.unmake_history(${importId})`);
  await takeBack();
  await tellClients(w, clients);
}

/** What was settled, appraised or decided about the import's orders since it ran. */
export async function heldHistory(w: Work, importId: string): Promise<readonly Holding[]> {
  const days = await w.db.all(sql<{ number: number; employeeId: string; days: string[] }>`
    select row_number() over () as number, d.employee_id as "employeeId", array[d.day]::text[] as days from orders.days_of_import(${importId}) d`);
  const closed = await inClosedMonths(w, days);
  const { orders } = await w.db.one(sql<{ orders: number }>`select orders.decided_of_import(${importId}) as orders`);
  return [
    ...(closed.size > 0 ? [{ code: 'orders.import-month-closed', params: { days: closed.size } }] : []),
    ...(orders > 0 ? [{ code: 'orders.import-orders-ended', params: { orders } }] : []),
  ];
}

/** The orders, brought by another import, that lines of this one had made history. */
export async function ordersTurnedBack(w: Work, importId: string): Promise<{ table: string; ids: string[] }> {
  const rows = await w.db.all(sql<{ id: string }>`select l.order_id as id from orders.lines_of_import(${importId}) l`);
  return { table: 'orders.orders', ids: rows.map(({ id }) => id) };
}
