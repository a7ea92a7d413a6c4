import { sql } from '#platform/db/sql.ts';
import type { Work } from '#platform/work.ts';

export type ShippedRow = { position: number; product_id: string; quantity: number; amount: number };

/** How much of each line of an order was shipped already. */
export function shippedOf(w: Work, orderId: string): Promise<ShippedRow[]> {
  return w.db.all(sql<ShippedRow>`select l.position, l.product_id, sum(l.quantity) as quantity, sum(l.amount)::bigint as amount
    from orders.shipments s join orders.shipment_lines l on l.shipment_id = s.id
    where s.order_id = ${orderId} group by l.position, l.product_id order by l.position`);
}

/** Whether anything of the order has left. */
export async function isPartlyShipped(w: Work, orderId: string): Promise<boolean> {
  const row = await w.db.one(
    sql<{ shipped: boolean }>`select exists (select from orders.shipments where order_id = ${orderId}) as shipped`,
  );
  return row.shipped;
}

export type ShipmentRow = {
  id: string;
  shipped_on: string;
  amount: number;
  reference: string;
  shipped_by: string | null;
};

/** The shipments of an order, oldest first. */
export function shipmentsOf(w: Work, orderId: string): Promise<ShipmentRow[]> {
  return w.db.all(sql<ShipmentRow>`select id, shipped_on, amount, reference, shipped_by from orders.shipments
    where order_id = ${orderId} order by shipped_on, id`);
}

/** Keeps a shipment with its lines; the sale is credited to the keeper of this moment. */
export async function insertShipment(
  w: Work,
  order: { id: string; client_id: string; keeper_id: string; currency: string },
  shipment: { id: string; shippedOn: string; reference: string; amount: number; lines: readonly ShippedRow[] },
): Promise<void> {
  await w.db.run(sql`insert into orders.shipments (id, company_id, order_id, client_id, keeper_id, shipped_on, amount, currency,
      credited_to, shipped_by, reference)
    values (${shipment.id}, ${w.actor.companyId}, ${order.id}, ${order.client_id}, ${order.keeper_id}, ${shipment.shippedOn},
      ${shipment.amount}, ${order.currency}, ${order.keeper_id}, ${w.actor.employeeId}, ${shipment.reference})`);
  await w.db.run(sql`insert into orders.shipment_lines (company_id, shipment_id, keeper_id, position, product_id, quantity, amount)
    select ${w.actor.companyId}, ${shipment.id}, ${order.keeper_id}, position, product_id, quantity, amount
    from jsonb_to_recordset(${JSON.stringify(shipment.lines)}::jsonb) l(position int, product_id uuid, quantity numeric, amount bigint)`);
}
