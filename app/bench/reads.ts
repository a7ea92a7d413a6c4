import pg from 'pg';
import { openDatabase } from '#platform/db/open.ts';
import { openCapture, type Statement } from './capture.ts';
import { closeAll, openReaders, replay } from './direct.ts';
import { HttpConnection } from './http-client.ts';
import type { Size } from './large-company.ts';
import { atOnce, type Drive, drive, type Load, summed } from './load.ts';
import { giveKeys, questions, sampleOf, type Who } from './questions.ts';

/** One question asked by one role: through HTTP, directly, and through HTTP in the small company. */
export type ReadMeasure = {
  readonly question: string;
  readonly role: string;
  readonly http: Load;
  readonly direct: Load;
  readonly small: Load;
  /** Statements of one request, on average. */
  readonly statements: number;
  /** Bytes of one reply, on average. */
  readonly bytes: number;
};
export type Asked = { readonly who: Who; readonly question: string; readonly statements: readonly Statement[] };
export type ReadResults = { readonly measures: ReadMeasure[]; readonly asked: Asked[]; readonly failures: string[] };

type Wish = {
  readonly url: string;
  readonly ownerUrl: string;
  readonly large: Size;
  readonly small: Size;
  /** Of each measurement. */
  readonly seconds: number;
  /** Only questions whose name holds it. */
  readonly only: string;
  readonly report: (line: string) => void;
};
type Side = { readonly who: Who; readonly paths: readonly string[] };

/** Each side is measured twice, in turns, so that what else the machine does meanwhile falls on all. */
const turns = 2;

/** Measures every question for every role. What does not answer well is named among the failures. */
export async function measureReads(wish: Wish): Promise<ReadResults> {
  const owner = new pg.Client({ connectionString: wish.ownerUrl });
  await owner.connect();
  const database = await openDatabase({ ownerUrl: wish.ownerUrl, connections: 4 });
  const capture = await openCapture(database);
  const results: ReadResults = { measures: [], asked: [], failures: [] };
  try {
    const [large, small] = [await giveKeys(owner, wish.large), await giveKeys(owner, wish.small)];
    for (const role of ['manager', 'head', 'director'] as const) {
      const samples = [await sampleOf(owner, large[role]), await sampleOf(owner, small[role])] as const;
      for (const { name, paths } of questions.filter((each) => each.name.includes(wish.only))) {
        try {
          const here = { who: large[role], paths: paths(samples[0]) };
          const there = { who: small[role], paths: paths(samples[1]) };
          const statements: Statement[][] = [];
          for (const path of here.paths.slice(0, 200)) statements.push(await capture.statementsOf(here.who, path));
          results.asked.push(...statements.map((each) => ({ who: here.who, question: name, statements: each })));
          const measure = { question: name, role, ...(await measureOne(wish, here, there, statements)) };
          results.measures.push(measure);
          wish.report(`  ${lineOf(measure)}`);
        } catch (error) {
          results.failures.push(`${name} (${role}): ${(error as Error).message}`);
          wish.report(`  NOT MEASURED: ${results.failures.at(-1)}`);
        }
      }
    }
  } finally {
    await capture.close();
    await database.close();
    await owner.end();
  }
  return results;
}

async function measureOne(wish: Wish, here: Side, there: Side, statements: readonly Statement[][]) {
  const connections = await openConnections(wish.url);
  const readers = await openReaders(wish.ownerUrl, here.who);
  const drives: Record<'http' | 'direct' | 'small', Drive[]> = { http: [], direct: [], small: [] };
  let [bytes, replies] = [0, 0];
  const ask = ({ who, paths }: Side) =>
    drive(connections, wish.seconds / turns, async (connection, n) => {
      const path = paths[n % paths.length] ?? '';
      const reply = await connection.send({ method: 'GET', path, key: who.key });
      if (reply.status !== 200) throw new Error(`${path} answers ${reply.status}: ${reply.body.slice(0, 300)}`);
      bytes += reply.body.length;
      replies += 1;
    });
  const query = () =>
    drive(readers, wish.seconds / turns, (reader, n) => replay(reader, statements[n % statements.length] ?? []));
  try {
    for (let turn = 0; turn < turns; turn += 1) {
      drives.http.push(await ask(here));
      drives.direct.push(await query());
      drives.small.push(await ask(there));
    }
  } finally {
    for (const connection of connections) connection.close();
    await closeAll(readers);
  }
  return {
    http: summed(drives.http),
    direct: summed(drives.direct),
    small: summed(drives.small),
    statements: statements.reduce((so, one) => so + one.length, 0) / statements.length,
    bytes: Math.round(bytes / replies),
  };
}

/** Connections to the server, for as many at once as everything is measured with. */
export function openConnections(url: string): Promise<HttpConnection[]> {
  return Promise.all(Array.from({ length: atOnce }, () => HttpConnection.open(url)));
}

function lineOf({ question, role, http, direct, small }: ReadMeasure): string {
  const ratio = (http.perSecond / direct.perSecond).toFixed(2);
  return `${question} (${role}): ${http.perSecond.toFixed(0)}/s of ${direct.perSecond.toFixed(0)}/s directly (${ratio}); p99 ${http.p99.toFixed(1)} ms, in the small company ${small.p99.toFixed(1)} ms`;
}
