import { createReadStream, createWriteStream } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import pg from 'pg';
import { from as copyFrom, to as copyTo } from 'pg-copy-streams';
import { openDatabase } from '#platform/db/open.ts';
import { compose } from '#platform/declare/registry.ts';
import { runImport } from '#platform/imports/run-import.ts';
import { companyActor, Runner } from '#platform/run.ts';
import { modules } from '../modules.ts';
import { companyId } from './large-company.ts';

/** Rows a second by the importer, and by COPY of what it made into the tables where it made it. */
export type ImportMeasure = {
  readonly what: string;
  readonly rows: number;
  readonly imported: number;
  readonly copied: number;
};

/** A table that an import fills, and which of its rows are the import's. */
type Filled = readonly [table: string, condition: string];

type Wish = {
  readonly ownerUrl: string;
  readonly company: number;
  readonly rows: number;
  readonly report: (line: string) => void;
};

/** Measures the import of clients, and of orders with their lines. */
export async function measureImports(wish: Wish): Promise<ImportMeasure[]> {
  const folder = await mkdtemp(path.join(os.tmpdir(), 'mandate-bench-'));
  const owner = new pg.Client({ connectionString: wish.ownerUrl });
  await owner.connect();
  const database = await openDatabase({ ownerUrl: wish.ownerUrl, connections: 4 });
  const runner = new Runner(database, compose(modules));
  const actor = companyActor(companyId(wish.company), 'bench');
  const run = `R${Date.now().toString(36)}`;
  const importFile = async (kind: string, lines: Iterable<string>): Promise<number> => {
    const file = path.join(folder, `${kind}.csv`);
    await pipeline(Readable.from(lines), createWriteStream(file));
    const done = await runImport(runner, actor, { kind, file });
    if (done.rejected > 0)
      throw new Error(
        `${done.rejected} of ${done.read} rows of ${kind} were rejected: ${JSON.stringify(done.reasons)}`,
      );
    return done.seconds;
  };
  const measure = async (what: string, rows: number, seconds: number, filled: readonly Filled[]) => {
    const copied = rows / (await copySeconds(owner, folder, filled));
    wish.report(
      `  import of ${what}: ${(rows / seconds).toFixed(0)} rows/s of ${copied.toFixed(0)} by COPY (${(rows / seconds / copied).toFixed(2)})`,
    );
    return { what, rows, imported: rows / seconds, copied };
  };
  try {
    const clients = await importFile('clients', clientLines(run, wish.rows));
    const ofRun = `select c.id from clients.clients c where c.company_id = '${actor.companyId}' and c.code like '${run}%'`;
    const first = await measure('clients', wish.rows, clients, filledByClients(ofRun));
    const orders = await importFile('orders', orderLines(run, wish.rows));
    const lines = await importFile('order-lines', lineLines(run, wish.rows));
    const ordersOfRun = `select o.id from orders.orders o where o.company_id = '${actor.companyId}' and o.number like '${run}%'`;
    const second = await measure(
      'orders',
      wish.rows + Math.ceil(wish.rows / 4),
      orders + lines,
      filledByOrders(ordersOfRun),
    );
    return [first, second];
  } finally {
    await database.close();
    await owner.end();
    await rm(folder, { recursive: true, force: true });
  }
}

function* clientLines(run: string, rows: number): Generator<string> {
  yield 'code,name,keeper,status,class,country,city,address,phone,email,taxNumber,contactName,since\n';
  for (let n = 1; n <= rows; n += 1) {
    yield `${run}${n},Imported ${words(n)} ${n},${101 + (n % 2)},active,C,DE,City ${n % 300},Street ${n},+49 30 ${n},info${n}@import.example,DE${n}${run},Person ${words(n * 7)},2024-03-01\n`;
  }
}

/** Four lines an order. */
function* orderLines(run: string, rows: number): Generator<string> {
  yield 'number,client,takenBy,orderedOn,shippedOn\n';
  for (let n = 1; n <= Math.ceil(rows / 4); n += 1)
    yield `${run}-${n},${run}${1 + (n % rows)},101,2026-01-${10 + (n % 20)},2026-02-${10 + (n % 18)}\n`;
}

function* lineLines(run: string, rows: number): Generator<string> {
  yield 'order,product,unitPrice,quantity,discount\n';
  for (let n = 0; n < rows; n += 1) {
    yield `${run}-${1 + Math.floor(n / 4)},P${String(1 + ((n * 97) % 5000)).padStart(5, '0')},${1 + (n % 90)}.50,${1 + (n % 20)},0.05\n`;
  }
}

function words(n: number): string {
  const syllables = ['ba', 'del', 'fir', 'gro', 'ka', 'lor', 'men', 'nor', 'pa', 'tel'];
  return [n, n / 10, n / 100].map((each) => syllables[Math.floor(each) % 10]).join('');
}

function filledByClients(ids: string): Filled[] {
  const others = [
    'clients.contacts',
    'clients.keepers',
    'clients.statuses',
    'clients.class_changes',
    'clients.figures',
    'activities.last_contacts',
  ];
  return [['clients.clients', `id in (${ids})`], ...others.map((table): Filled => [table, `client_id in (${ids})`])];
}

function filledByOrders(ids: string): Filled[] {
  return [
    ['orders.orders', `id in (${ids})`],
    ['orders.order_lines', `order_id in (${ids})`],
    ['orders.shipments', `order_id in (${ids})`],
    ['orders.shipment_lines', `shipment_id in (select s.id from orders.shipments s where s.order_id in (${ids}))`],
  ];
}

/** Takes the rows out into files, and gives how long COPY takes to put them back, as the owner and with no trigger. */
async function copySeconds(owner: pg.Client, folder: string, filled: readonly Filled[]): Promise<number> {
  await owner.query('set session_replication_role = replica');
  const lists: string[] = [];
  for (const [index, [table, condition]] of filled.entries()) {
    const { rows } = await owner.query<{ list: string }>(
      `select string_agg(quote_ident(attname), ', ' order by attnum) as list from pg_attribute
        where attrelid = $1::regclass and attnum > 0 and not attisdropped and attgenerated = ''`,
      [table],
    );
    lists.push(rows[0]?.list ?? '');
    const out = owner.query(copyTo(`copy (select ${lists[index]} from ${table} where ${condition}) to stdout`));
    await pipeline(out, createWriteStream(path.join(folder, `${index}.copy`)));
  }
  for (const [table, condition] of filled.toReversed()) await owner.query(`delete from ${table} where ${condition}`);
  const began = performance.now();
  for (const [index, [table]] of filled.entries()) {
    const into = owner.query(copyFrom(`copy ${table} (${lists[index]}) from stdin`));
    await pipeline(createReadStream(path.join(folder, `${index}.copy`)), into);
  }
  const seconds = (performance.now() - began) / 1000;
  await owner.query('set session_replication_role = origin');
  return seconds;
}
