import type { ImportMeasure } from './imports.ts';
import type { GreedyQuery } from './plans.ts';
import type { ReadMeasure } from './reads.ts';
import type { WriteMeasure } from './writes.ts';

/** Everything of one run. */
export type Results = {
  readonly at: string;
  readonly version: string;
  readonly machine: string;
  readonly clients: number;
  readonly startSeconds: number;
  /** Bytes. */
  readonly memory: { readonly atRest: number; readonly underLoad: number };
  readonly reads: readonly ReadMeasure[];
  readonly writes: readonly WriteMeasure[];
  readonly imports: readonly ImportMeasure[];
  readonly greedy: readonly GreedyQuery[];
  readonly failures: readonly string[];
};

/** What each ratio should reach. */
const goals = { read: 0.5, size: 2, write: 0.4, clients: 0.3, orders: 0.2, start: 3 };

const whole = (value: number) => value.toFixed(0);
const ratio = (value: number, reached: boolean) => `${value.toFixed(2)}${reached ? '' : ' !'}`;
const ms = (value: number) => value.toFixed(1);

/** The results as tables of text; an exclamation mark stands where a goal was not reached. */
export function tableOf(results: Results): string {
  const reads = results.reads.map(({ question, role, http, direct, small, statements, bytes }) => [
    question,
    role,
    whole(http.perSecond),
    whole(direct.perSecond),
    ratio(http.perSecond / direct.perSecond, http.perSecond / direct.perSecond >= goals.read),
    ms(http.p50),
    ms(http.p99),
    ms(small.p99),
    ratio(http.p99 / small.p99, http.p99 / small.p99 <= goals.size),
    statements.toFixed(1),
    whole(bytes),
  ]);
  const writes = results.writes.map(({ what, http, bare, rows }) => [
    what,
    whole(http.perSecond),
    whole(bare.perSecond),
    ratio(http.perSecond / bare.perSecond, http.perSecond / bare.perSecond >= goals.write),
    ms(http.p50),
    ms(http.p99),
    String(rows),
  ]);
  const imports = results.imports.map(({ what, rows, imported, copied }) => {
    const reached = imported / copied >= (what === 'clients' ? goals.clients : goals.orders);
    return [what, whole(rows), whole(imported), whole(copied), ratio(imported / copied, reached)];
  });
  const mega = (bytes: number) => `${whole(bytes / 2 ** 20)} MB`;
  return [
    `\n${results.clients} clients; ${results.machine}; Mandate ${results.version}; ${results.at}`,
    aligned([
      ['reading', 'as', 'HTTP/s', 'SQL/s', 'ratio', 'p50 ms', 'p99 ms', 'small p99', 'ratio', 'statements', 'bytes'],
      ...reads,
    ]),
    aligned([['writing', 'HTTP/s', 'bare/s', 'ratio', 'p50 ms', 'p99 ms', 'rows'], ...writes]),
    aligned([['importing', 'rows', 'rows/s', 'COPY/s', 'ratio'], ...imports]),
    `start to first answer ${ratio(results.startSeconds, results.startSeconds < goals.start)} s; memory at rest ${mega(results.memory.atRest)}, under load ${mega(results.memory.underLoad)}`,
    ...results.greedy.map(
      ({ question, role, read, returned, milliseconds, plan }) =>
        `\nReads ${read} rows to return ${returned} in ${ms(milliseconds)} ms — ${question}, ${role}:\n${plan}`,
    ),
    ...results.failures.map((failure) => `NOT MEASURED: ${failure}`),
  ].join('\n');
}

function aligned(rows: readonly (readonly string[])[]): string {
  if (rows.length < 2) return '';
  const widths = (rows[0] ?? []).map((_, column) => Math.max(...rows.map((row) => row[column]?.length ?? 0)));
  const line = (row: readonly string[]) =>
    row
      .map((cell, column) =>
        /^[\d.]+( !)?$/.test(cell) ? cell.padStart(widths[column] ?? 0) : cell.padEnd(widths[column] ?? 0),
      )
      .join('  ');
  return `\n${rows.map(line).join('\n')}`;
}
