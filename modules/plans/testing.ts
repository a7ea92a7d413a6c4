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
  /** What was shipped of which product; without it no line tells what the amount is for. */
  readonly lines?: readonly { readonly productId: string; readonly amount: number }[];
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
  for (const [index, line] of (shipment.lines ?? []).entries()) {
    await company.owner(
      `insert into orders.shipment_lines (company_id, shipment_id, keeper_id, position, product_id, quantity, amount)
       select $1, s.id, s.keeper_id, $2::int, $3, 1, $4::bigint from orders.shipments s where s.id = $5`,
      [company.id, index + 1, line.productId, line.amount, shipmentId],
    );
  }
  return { orderId, shipmentId };
}

/** A product group with one product in it, put in past every policy. */
export async function aGroup(company: TestCompany, name: string): Promise<{ id: string; productId: string }> {
  const [id, productId] = [randomUUID(), randomUUID()];
  await company.owner('insert into catalog.categories (id, company_id, name) values ($1, $2, $3)', [
    id,
    company.id,
    name,
  ]);
  await company.owner(
    'insert into catalog.products (id, company_id, code, name, category_id) values ($1, $2, $3, $3, $4)',
    [productId, company.id, `P-${name}`, id],
  );
  return { id, productId };
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
  wish: {
    employeeId?: string;
    departmentId?: string;
    metric: string;
    month: string;
    amount: number;
    categoryId?: string;
    clientId?: string;
  },
): Promise<void> {
  await company.owner(
    `insert into plans.plans (company_id, employee_id, department_id, metric, month, amount, category_id, client_id, state, approved_at)
     values ($1, $2, $3, $4, $5::date, $6, $7, $8, 'approved', now())`,
    [
      company.id,
      wish.employeeId ?? null,
      wish.departmentId ?? null,
      wish.metric,
      `${wish.month}-01`,
      wish.amount,
      wish.categoryId ?? null,
      wish.clientId ?? null,
    ],
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
