import { readFile } from 'node:fs/promises';
import path from 'node:path';
import pg from 'pg';
import type { Database } from '#platform/db/database.ts';
import { compose } from '#platform/declare/registry.ts';
import { Runner } from '#platform/run.ts';
import { publishCommonPermits } from '../common-permits.ts';
import { actorOf, seedDescriptions } from '../demo/descriptions.ts';
import { modules } from '../modules.ts';
import { rebuildIndexes, setIndexesAside } from './indexes.ts';

/** What a generated company is made of. `number` tells several in one database apart. */
export type Size = {
  readonly number: number;
  readonly name: string;
  readonly clients: number;
  readonly keepers: number;
  readonly heads: number;
};

/** The size of a company of so many clients: about 2,080 a manager, at most 48 managers a head. */
export function sizeOf(number: number, name: string, clients: number): Size {
  const whole = Math.max(10, Math.ceil(clients / 10) * 10);
  const keepers = Math.max(2, Math.round(whole / 2083));
  return { number, name, clients: whole, keepers, heads: Math.max(1, Math.ceil(keepers / 48)) };
}

/** Ids in a generated company, by the same rule as bench.id in sql/1-functions.sql. */
export function idIn(company: number, kind: number, n: number): string {
  const hex = (value: number, digits: number) => value.toString(16).padStart(digits, '0');
  const all = `${hex(1_717_986_918_400 + n, 12)}7${hex(kind, 3)}8${hex(company, 15)}`;
  return all.replace(/^(.{8})(.{4})(.{4})(.{4})/, '$1-$2-$3-$4-');
}
export const kinds = { employee: 1, client: 2, product: 12 } as const;
export const companyId = (number: number) => idIn(number, 0, number);

const beforeDescriptions = ['1-functions', '2-people'];
const afterwards: readonly [string, string][] = [
  ['3-catalog', 'products and prices'],
  ['4-clients', 'clients, contacts, terms'],
  ['5-orders', 'orders, lines, shipments'],
  ['6-money', 'invoices, payments, promises'],
  ['7-activities', 'visits and calls'],
  ['8-tallies', 'figures and plans'],
];

/**
 * Fills an empty, migrated database with companies of these sizes: by SQL, as the owner and past the triggers, but into the
 * product's own tables and in the state that its own acts would have left; the job descriptions by those acts themselves.
 */
export async function fillDatabase(
  database: Database,
  sizes: readonly Size[],
  report: (line: string) => void,
): Promise<void> {
  const owner = new pg.Client({ connectionString: database.ownerUrl });
  await owner.connect();
  try {
    await owner.query("set synchronous_commit = off; set maintenance_work_mem = '512MB'; set work_mem = '128MB'");
    await owner.query('set session_replication_role = replica');
    for (const size of sizes)
      await timed(report, `${size.name}: people`, () => runFiles(owner, size, beforeDescriptions));
    await publishCommonPermits(database.ownerUrl);
    for (const size of sizes)
      await timed(report, `${size.name}: job descriptions`, () => describe(database, owner, size));
    const aside = await setIndexesAside(owner);
    for (const size of sizes) {
      for (const [file, what] of afterwards) {
        await timed(report, `${size.name}: ${what}`, () => runFiles(owner, size, [file]));
      }
    }
    await owner.query('drop schema bench cascade');
    await timed(report, `${aside.length} indexes`, () => rebuildIndexes(owner, aside));
    await timed(report, 'statistics', () => owner.query('vacuum (analyze)'));
    await owner.query('checkpoint');
  } finally {
    await owner.end();
  }
}

async function runFiles(owner: pg.Client, size: Size, files: readonly string[]): Promise<void> {
  const { rows } = await owner.query<{ today: string }>(
    "select (now() at time zone 'Europe/Berlin')::date::text as today",
  );
  const values: Record<string, string> = {
    company: String(size.number),
    company_id: `'${companyId(size.number)}'::uuid`,
    name: size.name.replaceAll("'", "''"),
    clients: String(size.clients),
    keepers: String(size.keepers),
    heads: String(size.heads),
    today: `'${rows[0]?.today}'::date`,
  };
  for (const file of files) {
    const text = await readFile(path.join(import.meta.dirname, 'sql', `${file}.sql`), 'utf8');
    await owner.query(text.replace(/(?<!:):([a-z_]+)\b/g, (all, name: string) => values[name] ?? all));
  }
}

/** Directors and personnel begin as founders, as in any new company, until the descriptions are in force; all have signed. */
async function describe(database: Database, owner: pg.Client, size: Size): Promise<void> {
  const company = companyId(size.number);
  const [director, hr] = [1, 2].map((n) => idIn(size.number, kinds.employee, n));
  const runner = new Runner(database, compose(modules));
  const as = (id: string) => actorOf(company, id);
  await seedDescriptions(runner, { as, hr: hr as string, director: director as string });
  await owner.query(
    `update mandates.acknowledgements a set signed_at = v.approved_on, method = 'application', text_hash = v.text_hash, sent_at = v.approved_on
       from mandates.versions v where v.id = a.version_id and a.company_id = $1`,
    [company],
  );
  await owner.query('delete from platform.notifications where company_id = $1', [company]);
  await owner.query('update organization.employees set founder = false where company_id = $1 and founder', [company]);
  await owner.query('select mandates.rebuild_access($1)', [company]);
}

async function timed<T>(report: (line: string) => void, what: string, act: () => Promise<T>): Promise<T> {
  const began = performance.now();
  const result = await act();
  report(`  ${what}: ${((performance.now() - began) / 1000).toFixed(1)} s`);
  return result;
}
