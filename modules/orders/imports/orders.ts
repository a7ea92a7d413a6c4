import { sql } from '#platform/db/sql.ts';
import { type ImportKind, type ImportRow, importKind } from '#platform/declare/import-kind.ts';
import { inClosedMonths, parted } from './closed-months.ts';
import { concludeHistory, historyFacts } from './history.ts';
import { heldHistory, revertHistory } from './revert-history.ts';

type Outcome = { number: number; code: string };
type RowDays = { number: number; employeeId: string; days: (string | null)[] };

const recordsOf = (rows: readonly ImportRow[]) => JSON.stringify(rows.map((row) => ({ n: row.number, ...row.values })));

/** Headers of past orders; their lines come by `order-lines`. */
export const ordersImport: ImportKind = importKind({
  key: 'orders',
  permit: 'imports.run',
  fields: [
    { name: 'number', type: 'text', required: true, maxLength: 60, aliases: ['OrderID', 'Order', 'Номер заказа'] },
    { name: 'client', type: 'text', required: true, maxLength: 60, aliases: ['CustomerID', 'Клиент'] },
    { name: 'takenBy', type: 'text', maxLength: 40, aliases: ['EmployeeID', 'Менеджер'] },
    { name: 'orderedOn', type: 'date', required: true, aliases: ['OrderDate', 'Дата заказа'] },
    { name: 'wantedOn', type: 'date', aliases: ['RequiredDate', 'Дата поставки'] },
    { name: 'shippedOn', type: 'date', aliases: ['ShippedDate', 'Дата отгрузки'] },
  ],
  write: async (w, rows, importId) => {
    const days = await w.db.all(sql<RowDays>`
      select r.n as number, c.keeper_id as "employeeId", array[r."orderedOn", r."shippedOn"]::text[] as days
        from jsonb_to_recordset(${recordsOf(rows)}::jsonb) r(n bigint, client text, "orderedOn" date, "shippedOn" date)
        join clients.clients c on c.company_id = ${w.actor.companyId} and c.code = r.client`);
    const { closed, open } = parted(rows, await inClosedMonths(w, days));
    const unfit = await w.db.all(sql<Outcome>`
        with given as (
          select * from jsonb_to_recordset(${recordsOf(open)}::jsonb)
            r(n bigint, number text, client text, "takenBy" text, "orderedOn" date, "wantedOn" date, "shippedOn" date)
        ), known as (
          select g.*, c.id as client_id, c.keeper_id, e.id as employee_id,
            exists (select from orders.orders o where o.company_id = ${w.actor.companyId} and o.number = g.number) as there
            from given g left join clients.clients c on c.company_id = ${w.actor.companyId} and c.code = g.client
            left join organization.employees e on e.company_id = ${w.actor.companyId} and e.number = g."takenBy"
        ), entered as (
          insert into orders.orders (id, company_id, client_id, keeper_id, state, channel, taken_by, ordered_on, wanted_on, shipped_on,
            price_column_id, currency, client_reference, import_id)
          select uuidv7(), ${w.actor.companyId}, k.client_id, k.keeper_id, 'draft', 'other', k.employee_id, k."orderedOn", k."wantedOn", k."shippedOn",
            p.id, ${w.company.currency}, k.number, ${importId}
            from known k join catalog.price_columns p on p.company_id = ${w.actor.companyId} and p.number = 1
           where k.client_id is not null and not k.there
        )
        select n as number, case when client_id is null then 'clients.unknown-client' when there then 'platform.import-repeated' end as code
          from known where client_id is null or there`);
    return [...closed, ...unfit];
  },
  revert: revertHistory,
  held: heldHistory,
});

/** Lines of past orders that came by `orders`. */
export const orderLinesImport: ImportKind = importKind({
  key: 'order-lines',
  permit: 'imports.run',
  fields: [
    { name: 'order', type: 'text', required: true, maxLength: 60, aliases: ['OrderID', 'Номер заказа'] },
    { name: 'product', type: 'text', required: true, maxLength: 60, aliases: ['ProductID', 'SKU', 'Артикул'] },
    { name: 'unitPrice', type: 'money', required: true, aliases: ['UnitPrice', 'Цена'] },
    { name: 'quantity', type: 'number', required: true, aliases: ['Quantity', 'Количество'] },
    { name: 'discount', type: 'rate', aliases: ['Discount', 'Скидка'] },
  ],
  write: async (w, rows, importId) => {
    const days = await w.db.all(sql<RowDays>`
      select r.n as number, o.keeper_id as "employeeId", array[o.ordered_on, o.shipped_on]::text[] as days
        from jsonb_to_recordset(${recordsOf(rows)}::jsonb) r(n bigint, "order" text)
        join orders.orders o on o.company_id = ${w.actor.companyId} and o.client_reference = r."order" and o.import_id is not null and o.state = 'draft'`);
    const { closed, open } = parted(rows, await inClosedMonths(w, days));
    const unfit = await w.db.all(sql<Outcome>`
        with given as (
          select * from jsonb_to_recordset(${recordsOf(open)}::jsonb)
            r(n bigint, "order" text, product text, "unitPrice" bigint, quantity numeric, discount int)
        ), drafts as (
          select o.id, o.keeper_id, o.client_reference, exists (select from orders.order_lines l
              where l.order_id = o.id and l.import_id is distinct from ${importId}) as has_lines
            from orders.orders o where o.company_id = ${w.actor.companyId} and o.import_id is not null and o.state = 'draft'
             and o.client_reference in (select g."order" from given g)
        ), judged as (
          select g.*, o.id as order_id, o.keeper_id, p.id as product_id,
            case when o.id is null then 'orders.unknown-order' when o.has_lines then 'orders.import-has-lines' when p.id is null then 'orders.unknown-product'
              when g.quantity <= 0 or g."unitPrice" < 0 then 'platform.invalid-value' end as code
            from given g
            left join drafts o on o.client_reference = g."order"
            left join catalog.products p on p.company_id = ${w.actor.companyId} and p.code = g.product
        ), entered as (
          insert into orders.order_lines (id, company_id, order_id, keeper_id, position, product_id, quantity, list_price, column_price,
            unit_price, discount_bp, amount, import_id)
          select uuidv7(), ${w.actor.companyId}, j.order_id, j.keeper_id, j.n, j.product_id, j.quantity, j."unitPrice", j."unitPrice", j."unitPrice",
            coalesce(j.discount, 0), round(j.quantity * j."unitPrice" * (10000 - coalesce(j.discount, 0)) / 10000), ${importId}
            from judged j where j.code is null
        )
        select n as number, code from judged where code is not null`);
    return [...closed, ...unfit];
  },
  conclude: async (w, importId) => {
    await concludeHistory(w, importId);
    return historyFacts(w, importId);
  },
  revert: revertHistory,
  held: heldHistory,
});
