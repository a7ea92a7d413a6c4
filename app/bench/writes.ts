import pg from 'pg';
import { type BareRow, bareWriter, rowsLike } from './bare-inserts.ts';
import type { HttpConnection } from './http-client.ts';
import { idIn, kinds, type Size } from './large-company.ts';
import { atOnce, type Drive, drive, type Load, summed } from './load.ts';
import { giveKeys, giveManagersKeys, type Who } from './questions.ts';
import { openConnections } from './reads.ts';

/** How often something is written through HTTP, and how often the bare rows of it are inserted. */
export type WriteMeasure = { readonly what: string; readonly http: Load; readonly bare: Load; readonly rows: number };

type Wish = {
  readonly url: string;
  readonly ownerUrl: string;
  readonly size: Size;
  readonly seconds: number;
  readonly report: (line: string) => void;
};

/** Something that is written: sends it and gives the id of what it made. */
type Act = {
  readonly what: string;
  readonly send: (connection: HttpConnection, n: number) => Promise<string>;
  /** Its rows: table, and the column that holds the id. */
  readonly rows: readonly (readonly [table: string, column: string])[];
};

const turns = 2;

/** Measures the writes that people do most. Each request brings an idempotency key, as the browser's do. */
export async function measureWrites(wish: Wish): Promise<{ measures: WriteMeasure[]; failures: string[] }> {
  const owner = new pg.Client({ connectionString: wish.ownerUrl });
  await owner.connect();
  const measures: WriteMeasure[] = [];
  const failures: string[] = [];
  try {
    const { accountant } = await giveKeys(owner, wish.size);
    const managers = await giveManagersKeys(owner, wish.size, atOnce);
    for (const act of await actsOf(owner, wish.size, managers, accountant)) {
      try {
        const measure = await measureOne(wish, owner, act);
        measures.push(measure);
        wish.report(
          `  ${measure.what}: ${measure.http.perSecond.toFixed(0)}/s of ${measure.bare.perSecond.toFixed(0)}/s bare (${(measure.http.perSecond / measure.bare.perSecond).toFixed(2)}); p99 ${measure.http.p99.toFixed(1)} ms`,
        );
      } catch (error) {
        failures.push(`${act.what}: ${(error as Error).message}`);
        wish.report(`  NOT MEASURED: ${failures.at(-1)}`);
      }
    }
  } finally {
    await owner.end();
  }
  return { measures, failures };
}

async function measureOne(wish: Wish, owner: pg.Client, act: Act): Promise<WriteMeasure> {
  const connections = await openConnections(wish.url);
  const writers = await Promise.all(Array.from({ length: atOnce }, () => bareWriter(wish.ownerUrl)));
  const drives: Record<'http' | 'bare', Drive[]> = { http: [], bare: [] };
  const made: string[] = [];
  const samples: BareRow[][] = [];
  try {
    for (let turn = 0; turn < turns; turn += 1) {
      const offset = turn * 1_000_000;
      drives.http.push(
        await drive(
          connections,
          wish.seconds / turns,
          async (connection, n) => void made.push(await act.send(connection, offset + n)),
        ),
      );
      if (samples.length === 0) for (const id of made.slice(0, 100)) samples.push(await rowsLike(owner, act.rows, id));
      drives.bare.push(
        await drive(writers, wish.seconds / turns, (writer, n) => writer.insert(samples[n % samples.length] ?? [])),
      );
    }
  } finally {
    for (const connection of connections) connection.close();
    for (const writer of writers) await writer.close();
  }
  return { what: act.what, http: summed(drives.http), bare: summed(drives.bare), rows: samples[0]?.length ?? 0 };
}

/** Every manager writes about clients of their own, as managers do; the accountant about everybody's. */
async function actsOf(owner: pg.Client, size: Size, managers: readonly Who[], accountant: Who): Promise<Act[]> {
  const idsOf = async (condition: string, limit: number) =>
    (
      await owner.query<{ id: string }>(
        `select c.id from clients.clients c join clients.figures f on f.client_id = c.id where ${condition} order by hashtextextended(c.id::text, 3) limit ${limit}`,
      )
    ).rows.map(({ id }) => id);
  const desks: { who: Who; clients: string[] }[] = [];
  for (const who of managers) {
    const clients = await idsOf(
      `c.keeper_id = '${who.employeeId}' and c.status = 'active' and f.overdue = 0 and not exists (select from settlements.promises p where p.client_id = c.id and p.state = 'broken')`,
      2000,
    );
    desks.push({ who, clients });
  }
  const turnOf = (n: number) => {
    const { who, clients } = desks[n % desks.length] as (typeof desks)[number];
    return { who, clientId: clients[Math.floor(n / desks.length) % clients.length] };
  };
  const owing = await idsOf(`c.company_id = '${accountant.companyId}' and f.owed > 1000000`, 20_000);
  const today = Temporal.Now.plainDateISO('Europe/Berlin').toString();
  const product = (n: number) => idIn(size.number, kinds.product, 1 + (n % 5000));
  const orderBody = (n: number) => ({
    clientId: turnOf(n).clientId,
    lines: Array.from({ length: 10 }, (_, line) => ({
      productId: product(n * 13 + line * 97),
      quantity: 1 + ((n + line) % 12),
    })),
  });
  const draft = (connection: HttpConnection, n: number) => post(connection, turnOf(n).who, '/orders', orderBody(n));
  return [
    {
      what: 'a call',
      rows: [['activities.activities', 'id']],
      send: async (connection, n) =>
        (
          await post(connection, turnOf(n).who, '/off-plan-contacts', {
            clientId: turnOf(n).clientId,
            kind: 'call',
            cause: 'client-asked',
            outcome: 'agreed-terms',
            note: `Agreed upon delivery ${n}`,
          })
        ).id,
    },
    {
      what: 'an order with 10 lines',
      rows: [
        ['orders.orders', 'id'],
        ['orders.order_lines', 'order_id'],
      ],
      send: async (connection, n) => (await draft(connection, n)).id,
    },
    {
      what: 'an order with 10 lines, then confirmed',
      rows: [
        ['orders.orders', 'id'],
        ['orders.order_lines', 'order_id'],
      ],
      send: async (connection, n) => {
        const { id, revision } = await draft(connection, n);
        await post(connection, turnOf(n).who, `/orders/${id}/confirmation`, {}, { 'if-match': `"${revision}"` });
        return id;
      },
    },
    {
      what: 'a payment with its allocation',
      rows: [
        ['settlements.payments', 'id'],
        ['settlements.allocations', 'payment_id'],
      ],
      send: async (connection, n) =>
        (
          await post(connection, accountant, '/payments', {
            clientId: owing[n % owing.length],
            receivedOn: today,
            amount: 100,
            allocate: 'oldest-first',
          })
        ).id,
    },
  ];
}

async function post(
  connection: HttpConnection,
  who: Who,
  path: string,
  body: unknown,
  headers: Record<string, string> = {},
): Promise<{ id: string; revision: number }> {
  const reply = await connection.send({
    method: 'POST',
    path,
    key: who.key,
    body,
    headers: { 'idempotency-key': crypto.randomUUID(), ...headers },
  });
  if (reply.status >= 300) throw new Error(`${path} answers ${reply.status}: ${reply.body.slice(0, 300)}`);
  return JSON.parse(reply.body);
}
