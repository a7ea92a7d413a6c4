import { sql } from '#platform/db/sql.ts';
import { type ImportKind, type ImportRow, importKind, type Rejection } from '#platform/declare/import-kind.ts';
import { inClosedMonths, parted } from './closed-months.ts';
import { concludeHistory, historyFacts } from './history.ts';
import {
  type AwaitingOrder,
  clientsNamed,
  employeesNamed,
  ordersAwaitingLines,
  ordersNumbered,
  productsNamed,
  type Referred,
} from './references.ts';
import { heldHistory, ordersTurnedBack, revertHistory } from './revert-history.ts';

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
    const clients = await clientsNamed(w, rows, 'client');
    const days = rows.map(({ number, values }) => ({
      number,
      employeeId: clients.get(String(values.client))?.keeperId ?? null,
      days: [values.orderedOn, values.shippedOn] as (string | null)[],
    }));
    const { closed, open } = parted(rows, await inClosedMonths(w, days));
    const employees = await employeesNamed(w, open, 'takenBy');
    const there = await ordersNumbered(w, open, 'number');
    const rejections: Rejection[] = [...closed];
    const records: Record<string, unknown>[] = [];
    for (const { number, values } of open) {
      const client = clients.get(String(values.client));
      if (!client) rejections.push({ number, code: 'clients.unknown-client' });
      else if (there.has(String(values.number))) rejections.push({ number, code: 'platform.import-repeated' });
      else {
        const takenBy = employees.get(String(values.takenBy))?.id ?? null;
        records.push({ ...values, id: w.newId(), client: client.id, keeper: client.keeperId, takenBy });
      }
    }
    await w.db.run(sql`
      insert into orders.orders (id, company_id, client_id, keeper_id, state, channel, taken_by, ordered_on, wanted_on, shipped_on,
        price_column_id, currency, client_reference, import_id)
      select r.id, ${w.actor.companyId}, r.client, r.keeper, 'draft', 'other', r."takenBy", r."orderedOn", r."wantedOn", r."shippedOn",
        p.id, ${w.company.currency}, r.number, ${importId}
        from jsonb_to_recordset(${JSON.stringify(records)}::jsonb)
          r(id uuid, number text, client uuid, keeper uuid, "takenBy" uuid, "orderedOn" date, "wantedOn" date, "shippedOn" date)
        join catalog.price_columns p on p.company_id = ${w.actor.companyId} and p.number = 1`);
    return rejections;
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
    const orders = await ordersAwaitingLines(w, rows, 'order', importId);
    const days = rows.map(({ number, values }) => {
      const order = orders.get(String(values.order));
      return { number, employeeId: order?.keeperId ?? null, days: order?.days ?? [] };
    });
    const { closed, open } = parted(rows, await inClosedMonths(w, days));
    const products = await productsNamed(w, open, 'product');
    const rejections: Rejection[] = [...closed];
    const records: Record<string, unknown>[] = [];
    for (const row of open) {
      const { number, values } = row;
      const order = orders.get(String(values.order));
      const product = products.get(String(values.product));
      const code = faultOfLine(row, order, product);
      if (code) rejections.push({ number, code });
      else
        records.push({
          ...values,
          n: number,
          id: w.newId(),
          order: order?.id,
          keeper: order?.keeperId,
          product: product?.id,
        });
    }
    await w.db.run(sql`
      insert into orders.order_lines (id, company_id, order_id, keeper_id, position, product_id, quantity, list_price, column_price,
        unit_price, discount_bp, amount, import_id)
      select r.id, ${w.actor.companyId}, r."order", r.keeper, r.n, r.product, r.quantity, r."unitPrice", r."unitPrice", r."unitPrice",
        coalesce(r.discount, 0), round(r.quantity * r."unitPrice" * (10000 - coalesce(r.discount, 0)) / 10000), ${importId}
        from jsonb_to_recordset(${JSON.stringify(records)}::jsonb)
          r(n int, id uuid, "order" uuid, keeper uuid, product uuid, "unitPrice" bigint, quantity numeric, discount int)`);
    return rejections;
  },
  conclude: async (w, importId) => {
    await concludeHistory(w, importId);
    return historyFacts(w, importId);
  },
  revert: revertHistory,
  turnsBack: ordersTurnedBack,
  held: heldHistory,
});

function faultOfLine({ values }: ImportRow, order?: AwaitingOrder, product?: Referred): string | null {
  if (!order) return 'orders.unknown-order';
  if (order.hasLines) return 'orders.import-has-lines';
  if (!product) return 'orders.unknown-product';
  return Number(values.quantity) <= 0 || Number(values.unitPrice) < 0 ? 'platform.invalid-value' : null;
}
