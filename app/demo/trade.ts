import { sql } from '#platform/db/sql.ts';
import type { Mapping } from '#platform/imports/map-row.ts';
import { type ImportReport, runImport } from '#platform/imports/run-import.ts';
import type { Runner } from '#platform/run.ts';
import type { Actor, Work } from '#platform/work.ts';
import { keepersBy } from './keepers.ts';
import { northwind, northwindRows } from './northwind.ts';
import { onlineRetail } from './online-retail.ts';
import { saveMapping } from './save-mapping.ts';

/** Price columns of the demonstration: discount steps off the list price, and the monthly sales that earn them. */
const columns = [
  { number: 1, name: 'List', discount: null, sales: null },
  { number: 2, name: 'Small wholesale', discount: 500, sales: 100_000 },
  { number: 3, name: 'Wholesale', discount: 1000, sales: 300_000 },
  { number: 4, name: 'Large wholesale', discount: 1500, sales: 800_000 },
  { number: 5, name: 'Contract', discount: 2000, sales: null },
] as const;

const lastOrderOfData = '1998-05-06';
/** Key account managers of the data (`Sales Representative`). */
const managers = ['1', '3', '4', '6', '7', '9'];

/** Catalogue, clients and 22 months of orders, moved so that the last order is yesterday. Gives the report of the lines. */
export async function seedTrade(runner: Runner, company: Actor): Promise<ImportReport> {
  const addDays = await runner.read(
    company,
    async (w) => Temporal.PlainDate.from(lastOrderOfData).until(w.today).days - 1,
  );
  await seedCatalogue(runner, company);
  const [orders, customers] = await Promise.all([northwindRows('Orders'), northwindRows('Customers')]);
  const taken = orders.map((row) => ({ client: row.CustomerID ?? '', employee: row.EmployeeID ?? '' }));
  const keepers = keepersBy(
    taken,
    customers.map((row) => row.CustomerID ?? ''),
    managers,
  );
  const clientMapping: Mapping = {
    keeper: { column: 'CustomerID', values: keepers },
    since: { constant: Temporal.PlainDate.from('1996-07-01').add({ days: addDays }).toString() },
  };
  await saveMapping(runner, company, 'clients', clientMapping);
  await runImport(runner, company, { kind: 'clients', file: northwind('Customers'), mapping: clientMapping });
  const orderMapping: Mapping = {
    orderedOn: { column: 'OrderDate', addDays },
    wantedOn: { column: 'RequiredDate', addDays },
    shippedOn: { column: 'ShippedDate', addDays },
  };
  await saveMapping(runner, company, 'orders', orderMapping);
  await saveMapping(runner, company, 'sales-lines', onlineRetail('101').mapping ?? {}, 'Online Retail');
  await runImport(runner, company, { kind: 'orders', file: northwind('Orders'), mapping: orderMapping });
  const report = await runImport(runner, company, { kind: 'order-lines', file: northwind('OrderDetails') });
  await runner.write(company, async (w) => {
    await classify(w);
    await agreeTerms(w);
  });
  return report;
}

async function seedCatalogue(runner: Runner, company: Actor): Promise<void> {
  await runner.write(company, (w) =>
    w.db.run(sql`insert into catalog.price_columns (id, company_id, number, name, discount_bp, min_monthly_sales)
      select uuidv7(), ${w.actor.companyId}, c.number, c.name, c.discount, c.sales
        from jsonb_to_recordset(${JSON.stringify(columns)}::jsonb) c(number int, name text, discount int, sales bigint)`),
  );
  await runImport(runner, company, { kind: 'categories', file: northwind('Categories') });
  const categories = await northwindRows('Categories');
  const names = Object.fromEntries(categories.map((row) => [row.CategoryID ?? '', row.CategoryName ?? '']));
  const mapping: Mapping = { category: { column: 'CategoryID', values: names }, priceFrom: { constant: '2020-01-01' } };
  await saveMapping(runner, company, 'products', mapping);
  await runImport(runner, company, { kind: 'products', file: northwind('Products'), mapping });
}

/** Classes by the share of twelve months' sales: the first 40% are key, then A up to 70%, B up to 90%, C the rest. */
async function classify(w: Work): Promise<void> {
  await w.db.run(sql`
    with ranked as (
      select f.client_id, sum(f.sales_12m) over (order by f.sales_12m desc, f.client_id) - f.sales_12m as before,
        sum(f.sales_12m) over () as all_sales from clients.figures f where f.company_id = ${w.actor.companyId}
    )
    update clients.clients c set class = case when r.before < 0.4 * r.all_sales then 'key' when r.before < 0.7 * r.all_sales then 'A'
        when r.before < 0.9 * r.all_sales then 'B' else 'C' end
      from ranked r where r.client_id = c.id and r.all_sales > 0`);
}

/** Terms by class: payment days 30 (key 45), two months of average sales as the limit but 1,000.00 at least, a week of tolerance. */
async function agreeTerms(w: Work): Promise<void> {
  await w.db.run(sql`insert into orders.client_terms (id, company_id, client_id, keeper_id, payment_days, credit_limit, overdue_tolerance_days)
    select uuidv7(), c.company_id, c.id, c.keeper_id, case c.class when 'key' then 45 else 30 end,
      greatest(100000, round(f.sales_12m / 6.0, -4))::bigint, 7
      from clients.clients c join clients.figures f on f.client_id = c.id where c.company_id = ${w.actor.companyId}`);
}
