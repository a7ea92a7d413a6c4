import { sql } from '#platform/db/sql.ts';
import { type ImportKind, type ImportRow, importKind, type Rejection } from '#platform/declare/import-kind.ts';
import { sentence } from '#platform/sentence.ts';
import type { Work } from '#platform/work.ts';
import { isServiceLine } from '../rules/sales-line.ts';
import { inClosedMonths, parted } from './closed-months.ts';
import { concludeHistory, historyFacts } from './history.ts';
import { heldHistory, revertHistory } from './revert-history.ts';

type Outcome = { number: number; code: string };
type RowDays = { number: number; employeeId: string | null; days: string[] };

/**
 * Sales history as one table of invoice lines, sales and returns together, as shops and warehouses export it. Clients and
 * products that are not known are made when the file says so (`createMissing`), kept by the employee named (`keeper`).
 */
export const salesLinesImport: ImportKind = importKind({
  key: 'sales-lines',
  permit: 'imports.run',
  fields: [
    { name: 'invoice', type: 'text', required: true, maxLength: 60, aliases: ['InvoiceNo', 'Invoice', 'Накладная'] },
    { name: 'client', type: 'code', required: true, maxLength: 60, aliases: ['CustomerID', 'Клиент'] },
    { name: 'country', type: 'text', maxLength: 60, aliases: ['Country', 'Страна'] },
    { name: 'product', type: 'text', required: true, maxLength: 60, aliases: ['StockCode', 'SKU', 'Артикул'] },
    { name: 'description', type: 'text', maxLength: 300, aliases: ['Description', 'Наименование'] },
    { name: 'quantity', type: 'number', required: true, aliases: ['Quantity', 'Количество'] },
    { name: 'unitPrice', type: 'money', required: true, aliases: ['UnitPrice', 'Price', 'Цена'] },
    { name: 'date', type: 'date', required: true, aliases: ['InvoiceDate', 'Date', 'Дата'] },
    { name: 'serviceCodes', type: 'text', maxLength: 500, aliases: [] },
    { name: 'createMissing', type: 'flag', aliases: [] },
    { name: 'keeper', type: 'text', maxLength: 40, aliases: [] },
  ],
  write: async (w, rows, importId) => {
    const rejections = rows.flatMap((row): Rejection[] => {
      const code = faultOf(row);
      return code ? [{ number: row.number, code }] : [];
    });
    const refused = new Set(rejections.map(({ number }) => number));
    const goods = rows.filter((row) => !refused.has(row.number));
    const { closed, open: good } = parted(goods, await inClosedMonths(w, await daysOf(w, goods)));
    rejections.push(...closed);
    if (good.length === 0) return rejections;
    const repeated = await repeatedRows(w, good, importId);
    const taken = good.filter((row) => !repeated.has(row.number));
    if (taken.some((row) => row.values.createMissing === true)) await createMissing(w, taken, importId);
    const unknown = await writeLines(w, taken, importId);
    const again = [...repeated].map((number): Rejection => ({ number, code: 'platform.import-repeated' }));
    return [...rejections, ...again, ...unknown];
  },
  conclude: async (w, importId) => {
    await w.db.run(sql`delete from orders.import_digests where import_id = ${importId}`);
    await concludeHistory(w, importId);
    await w.db.run(sql`update orders.returns r set amount = s.amount
      from (select return_id, sum(amount) as amount from orders.return_lines group by return_id) s
      where s.return_id = r.id and r.import_id = ${importId}`);
    const returns = await w.db.one(sql<
      Record<string, unknown>
    >`select count(*) as returns, coalesce(sum(amount), 0) as returned
      from orders.returns where company_id = ${w.actor.companyId} and import_id = ${importId}`);
    return { ...(await historyFacts(w, importId)), ...returns };
  },
  revert: revertHistory,
  held: heldHistory,
});

/** Why a line is no sale or return of goods; null when it is one. */
function faultOf({ values }: ImportRow): string | null {
  if (isServiceLine(String(values.product), String(values.serviceCodes ?? ''))) return 'orders.import-service-line';
  if (values.unitPrice === 0) return 'orders.import-no-price';
  if (Number(values.quantity) === 0 || Number(values.unitPrice) < 0) return 'platform.invalid-value';
  return null;
}

/** Rows that stand in the file already, exactly the same. */
async function repeatedRows(w: Work, rows: readonly ImportRow[], importId: string): Promise<Set<number>> {
  const texts = rows.map(({ number, values }) => ({ n: number, text: JSON.stringify(values) }));
  const fresh = await w.db.all(sql<{ n: number }>`
    with given as (select n, md5("text")::uuid as digest from jsonb_to_recordset(${JSON.stringify(texts)}::jsonb) r(n bigint, "text" text)),
    firsts as (select digest, min(n) as n from given group by digest),
    kept as (
      insert into orders.import_digests (company_id, import_id, digest)
      select ${w.actor.companyId}, ${importId}, digest from firsts on conflict do nothing returning digest
    )
    select f.n from firsts f join kept k on k.digest = f.digest`);
  const numbers = new Set(fresh.map(({ n }) => n));
  return new Set(rows.map(({ number }) => number).filter((number) => !numbers.has(number)));
}

const given = (
  rows: readonly ImportRow[],
) => sql`jsonb_to_recordset(${JSON.stringify(rows.map((row) => ({ n: row.number, ...row.values })))}::jsonb)
  r(n bigint, invoice text, client text, country text, product text, description text, quantity numeric, "unitPrice" bigint, "date" date, keeper text, name text)`;

/** Whose sale each row is, or would be if its client were made, and when. */
async function daysOf(w: Work, rows: readonly ImportRow[]): Promise<RowDays[]> {
  return w.db.all(sql<RowDays>`
    select r.n as number, coalesce(c.keeper_id, e.id) as "employeeId", array[r."date"]::text[] as days
      from ${given(rows)} left join clients.clients c on c.company_id = ${w.actor.companyId} and c.code = r.client
      left join organization.employees e on c.id is null and e.company_id = ${w.actor.companyId} and e.number = r.keeper`);
}

async function createMissing(w: Work, rows: readonly ImportRow[], importId: string): Promise<void> {
  await w.db.run(sql`insert into catalog.products (id, company_id, code, name, import_id)
    select distinct on (r.product) uuidv7(), ${w.actor.companyId}, r.product, coalesce(r.description, r.product), ${importId} from ${given(rows)}
     order by r.product, r.description nulls last on conflict do nothing`);
  await w.db.run(sql`insert into clients.clients (id, company_id, code, name, keeper_id, status, since, import_id)
    select distinct on (r.client) uuidv7(), ${w.actor.companyId}, r.client, r.name, e.id, 'active', r."date", ${importId}
      from ${given(named(w, rows))} join organization.employees e on e.company_id = ${w.actor.companyId} and e.number = r.keeper
     order by r.client, r."date" on conflict do nothing`);
}

/** Rows with a name for their client, in the company's language: the file only has its code, and perhaps a country. */
function named(w: Work, rows: readonly ImportRow[]): ImportRow[] {
  const words = new Map<unknown, string>();
  return rows.map((row) => {
    const { client: code, country } = row.values;
    const word = words.get(code) ?? sentence(w.registry, w.company.language, 'orders.client-of-code', { code });
    words.set(code, word);
    return { ...row, values: { ...row.values, name: [word, country].filter(Boolean).join(', ') } };
  });
}

/** Writes headers and lines: positive quantities as sales, negative ones as returns. Gives what refers to nothing. */
async function writeLines(w: Work, rows: readonly ImportRow[], importId: string): Promise<Outcome[]> {
  const company = w.actor.companyId;
  const records = given(rows);
  await w.db.run(sql`insert into orders.orders (id, company_id, client_id, keeper_id, state, channel, ordered_on, shipped_on, price_column_id,
      currency, client_reference, import_id)
    select distinct on (r.invoice) uuidv7(), ${company}, c.id, c.keeper_id, 'draft', 'other', r."date", r."date", p.id, ${w.company.currency}, r.invoice, ${importId}
      from ${records} join clients.clients c on c.company_id = ${company} and c.code = r.client
      join catalog.price_columns p on p.company_id = ${company} and p.number = 1
     where r.quantity > 0 and not exists (select from orders.orders o where o.company_id = ${company} and o.client_reference = r.invoice and o.import_id is not null)`);
  await w.db.run(sql`insert into orders.returns (id, company_id, client_id, keeper_id, number, returned_on, currency, credited_to, import_id)
    select distinct on (r.invoice) uuidv7(), ${company}, c.id, c.keeper_id, r.invoice, r."date", ${w.company.currency}, c.keeper_id, ${importId}
      from ${records} join clients.clients c on c.company_id = ${company} and c.code = r.client
     where r.quantity < 0 and not exists (select from orders.returns x where x.company_id = ${company} and x.number = r.invoice and x.import_id is not null)`);
  return w.db.all(sql<Outcome>`
    with known as (
      select r.*, o.id as order_id, o.keeper_id, x.id as return_id, x.keeper_id as return_keeper_id, p.id as product_id
        from ${records}
        left join orders.orders o on r.quantity > 0 and o.company_id = ${company} and o.client_reference = r.invoice and o.import_id = ${importId}
        left join orders.returns x on r.quantity < 0 and x.company_id = ${company} and x.number = r.invoice and x.import_id = ${importId}
        left join catalog.products p on p.company_id = ${company} and p.code = r.product
    ), judged as (
      select k.*, case when order_id is null and return_id is null then 'clients.unknown-client' when product_id is null then 'orders.unknown-product' end as code from known k
    ), sold as (
      insert into orders.order_lines (id, company_id, order_id, keeper_id, position, product_id, quantity, list_price, column_price, unit_price, amount, import_id)
      select uuidv7(), ${company}, order_id, keeper_id, n, product_id, quantity, "unitPrice", "unitPrice", "unitPrice", round(quantity * "unitPrice"), ${importId}
        from judged where code is null and order_id is not null
    ), returned as (
      insert into orders.return_lines (id, company_id, return_id, keeper_id, position, product_id, quantity, amount)
      select uuidv7(), ${company}, return_id, return_keeper_id, n, product_id, -quantity, round(-quantity * "unitPrice")
        from judged where code is null and return_id is not null
    )
    select n as number, code from judged where code is not null`);
}
