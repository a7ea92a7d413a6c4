import pg from 'pg';
import { giveAccess } from '#modules/organization/contract.ts';
import { invoiceShippedOrders, payHistory } from '#modules/settlements/contract.ts';
import type { Database } from '#platform/db/database.ts';
import { sql } from '#platform/db/sql.ts';
import { compose } from '#platform/declare/registry.ts';
import { companyActor, Runner } from '#platform/run.ts';
import { publishCommonPermits } from '../common-permits.ts';
import { modules } from '../modules.ts';
import { actorOf, seedDescriptions, signDescriptions } from './descriptions.ts';
import { seedHistory } from './history.ts';
import { seedPeople } from './people.ts';
import { seedTrade } from './trade.ts';

export type Demo = { readonly logins: { position: string; name: string; email: string }[]; readonly password: string };

const password = 'mandate-demo';
/** Personnel numbers: of the data (1 to 9) and of those it lacks. */
const [director, hr, unsigned] = ['101', '102', '9'];

/** Makes the company of the demonstration from the Northwind data, through the product's own importer and acts. */
export async function seedDemo(wish: {
  database: Database;
  dataDir?: string;
  report: (line: string) => void;
}): Promise<Demo> {
  const { database, report } = wish;
  await publishCommonPermits(database.ownerUrl);
  const companyId = await makeCompany(database.ownerUrl);
  const runner = new Runner(database, compose(modules));
  const company = companyActor(companyId, 'demo');
  report('People, positions and territories');
  const ids = await seedPeople(runner, company);
  const idOf = (number: string) => ids.get(number) ?? '';
  await runner.write(company, async (w) => {
    for (const id of ids.values()) await giveAccess(w, id, password);
    await w.db.run(
      sql`update organization.employees set founder = true where id = any (${[idOf(director), idOf(hr)]}::uuid[])`,
    );
  });
  report('Products, clients and orders');
  const { facts, read, accepted } = await seedTrade(runner, company);
  report(
    `  ${read} order lines read, ${accepted} accepted; ${facts.orders} orders, ${facts.notShipped} not shipped; ${facts.clients} clients, ${facts.clientsWithoutOrders} without orders; lines come to ${facts.unroundedLines} unrounded`,
  );
  report('Invoices and payments, derived from the shipments');
  await runner.write(company, (w) => invoiceShippedOrders(w));
  await runner.write(company, (w) => payHistory(w));
  report('Job descriptions: drafted, reviewed, approved, signed');
  runner.forget();
  const makers = { as: (id: string) => actorOf(companyId, id), hr: idOf(hr), director: idOf(director) };
  await seedDescriptions(runner, makers);
  await signDescriptions(runner, { ...makers, unsigned: idOf(unsigned), password });
  await runner.write(company, (w) => w.db.run(sql`update organization.employees set founder = false where founder`));
  runner.forget();
  report('Plans and contacts of the past months');
  await seedHistory(runner, company);
  return { logins: await loginsOf(runner, companyId), password };
}

async function makeCompany(ownerUrl: string): Promise<string> {
  const owner = new pg.Client({ connectionString: ownerUrl });
  await owner.connect();
  try {
    const { rows } = await owner.query<{
      id: string;
    }>(`insert into platform.companies (name, currency, time_zone, language, country, address, registration)
      values ('Northwind Traders', 'USD', 'America/Los_Angeles', 'en', 'US', 'Seattle, WA', '') returning id`);
    return rows[0]?.id ?? '';
  } finally {
    await owner.end();
  }
}

/** One login for each position; of the managers, one who has signed and the one who has not. */
async function loginsOf(runner: Runner, companyId: string): Promise<Demo['logins']> {
  return runner.read(companyActor(companyId, 'demo'), (w) =>
    w.db.all(sql<Demo['logins'][number]>`select p.title as position, e.name, e.email from organization.employees e
      join organization.assignments a on a.employee_id = e.id join organization.positions p on p.id = a.position_id
      where e.company_id = ${companyId} and e.number in ('101', '102', '2', '5', '4', '1', '9', '8', '103')
      order by array_position(array['101', '102', '2', '5', '4', '1', '9', '8', '103'], e.number)`),
  );
}
