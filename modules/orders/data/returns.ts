import { sql } from '#platform/db/sql.ts';
import type { Work } from '#platform/work.ts';

export type ReturnedRow = { position: number; product_id: string; quantity: number; amount: number };

/** How much of each line of an order came back or was refused already. */
export function returnedOf(w: Work, orderId: string): Promise<ReturnedRow[]> {
  return w.db.all(sql<ReturnedRow>`select l.position, l.product_id, sum(l.quantity) as quantity, sum(l.amount)::bigint as amount
    from orders.returns r join orders.return_lines l on l.return_id = r.id
    where r.order_id = ${orderId} group by l.position, l.product_id`);
}

/** Keeps a return with its lines, taken off the sales of the keeper of this moment. */
export async function insertReturn(
  w: Work,
  order: { id: string; client_id: string; keeper_id: string; currency: string },
  returned: {
    id: string;
    kind: string;
    returnedOn: string;
    cause: string;
    note: string;
    amount: number;
    lines: readonly ReturnedRow[];
  },
): Promise<void> {
  await w.db.run(sql`insert into orders.returns (id, company_id, client_id, keeper_id, order_id, kind, returned_on, cause, amount,
      currency, credited_to, registered_by, note)
    values (${returned.id}, ${w.actor.companyId}, ${order.client_id}, ${order.keeper_id}, ${order.id}, ${returned.kind},
      ${returned.returnedOn}, ${returned.cause}, ${returned.amount}, ${order.currency}, ${order.keeper_id}, ${w.actor.employeeId},
      ${returned.note})`);
  await w.db.run(sql`insert into orders.return_lines (company_id, return_id, keeper_id, position, product_id, quantity, amount, cause)
    select ${w.actor.companyId}, ${returned.id}, ${order.keeper_id}, position, product_id, quantity, amount, ${returned.cause}
    from jsonb_to_recordset(${JSON.stringify(returned.lines)}::jsonb) l(position int, product_id uuid, quantity numeric, amount bigint)`);
}
