import { randomUUID } from 'node:crypto';
import type { TestCompany } from '#modules/mandates/testing.ts';
import type { CellWish } from './actions/set-plans.ts';

export type TestShipment = {
  readonly clientId: string;
  readonly on: string;
  readonly amount: number;
  /** Whose sale it is; the client's keeper unless said otherwise. */
  readonly creditedTo?: string;
  readonly takenBy?: string;
  readonly actingFor?: string;
};

/** A shipped order of any day, put in past every policy, with its shipment. Gives the ids. */
export async function aShipment(
  company: TestCompany,
  shipment: TestShipment,
): Promise<{ orderId: string; shipmentId: string }> {
  const [orderId, shipmentId] = [randomUUID(), randomUUID()];
  const { clientId, on, amount, creditedTo = null, takenBy = null, actingFor = null } = shipment;
  await company.owner(
    `insert into orders.orders (id, company_id, number, client_id, keeper_id, state, ordered_on, price_column_id, currency, total,
       shipped_on, taken_by, acting_for)
     select $1::uuid, $2::uuid, 'T-' || left($3::text, 8), c.id, c.keeper_id, 'shipped', $4::date,
       (select p.id from catalog.price_columns p where p.company_id = c.company_id order by p.number limit 1), 'USD', $5::bigint,
       $4::date, $6::uuid, $7::uuid from clients.clients c where c.id = $8::uuid`,
    [orderId, company.id, orderId, on, amount, takenBy, actingFor, clientId],
  );
  await company.owner(
    `insert into orders.shipments (id, company_id, order_id, client_id, keeper_id, shipped_on, amount, currency, credited_to)
     select $1::uuid, $2::uuid, $3::uuid, c.id, c.keeper_id, $4::date, $5::bigint, 'USD', coalesce($6::uuid, c.keeper_id)
     from clients.clients c where c.id = $7::uuid`,
    [shipmentId, company.id, orderId, on, amount, creditedTo, clientId],
  );
  return { orderId, shipmentId };
}

/** Goods of an order that came back on a day, put in past every policy. */
export async function aReturn(
  company: TestCompany,
  wish: { clientId: string; on: string; amount: number; orderId?: string },
): Promise<string> {
  const id = randomUUID();
  await company.owner(
    `insert into orders.returns (id, company_id, client_id, keeper_id, order_id, returned_on, amount, currency, credited_to)
     select $1, $2, c.id, c.keeper_id, $4::uuid, $5::date, $6::bigint, 'USD', c.keeper_id from clients.clients c where c.id = $3`,
    [id, company.id, wish.clientId, wish.orderId ?? null, wish.on, wish.amount],
  );
  return id;
}

/** An approved plan, put in past every policy. */
export async function aPlan(
  company: TestCompany,
  wish: { employeeId: string; metric: string; month: string; amount: number },
): Promise<void> {
  await company.owner(
    `insert into plans.plans (company_id, employee_id, metric, month, amount, state, approved_at) values ($1, $2, $3, $4::date, $5, 'approved', now())`,
    [company.id, wish.employeeId, wish.metric, `${wish.month}-01`, wish.amount],
  );
}

/** A cell of a plan sheet in which nothing stood before. */
export function aCell(
  employeeId: string | null,
  month: string,
  amount: number | null,
  more: Partial<CellWish> = {},
): CellWish {
  return { employeeId, metric: 'sales', month, amount, seen: null, ...more };
}
