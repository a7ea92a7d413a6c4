import path from 'node:path';
import { root } from '#platform/db/migrate.ts';
import { type Command, dataFlags, dataUsage, Misused } from '../command.ts';
import { fromHere } from '../standing.ts';
import { given } from '../where.ts';

export const bench: Command = {
  usage: `Usage: ./mandate bench [flags]

Makes a large company in a folder of its own (default .data/bench), or uses the one there, and measures how fast this
machine answers: through HTTP against the same SQL run directly, writing against bare inserts, importing against COPY.

  --clients N   size of the company (default 1000000; 10 order lines a client)
  --seconds N   how long each measurement takes (default 4)
  --only TEXT   only readings whose name holds the text
  --imports     only the imports
  --reset       make the company anew
${dataUsage}`,
  options: {
    ...dataFlags,
    reset: { type: 'boolean' },
    clients: { type: 'string' },
    seconds: { type: 'string' },
    only: { type: 'string' },
    imports: { type: 'boolean' },
  },
  words: [0, 0],
  run: async ({ flags }) => {
    const dataDir = fromHere(given(flags.data) ?? given(process.env.MANDATE_DATA) ?? path.join(root, '.data/bench'));
    const { runBench } = await import('../bench/run.ts');
    return runBench({
      dataDir,
      reset: flags.reset === true,
      clients: countOf(flags.clients, 1_000_000),
      seconds: countOf(flags.seconds, 4),
      only: given(flags.only) ?? '',
      importsOnly: flags.imports === true,
      report: (line: string) => console.log(line),
    });
  },
};

function countOf(said: string | boolean | undefined, otherwise: number): number {
  const text = given(said);
  if (text === undefined) return otherwise;
  if (!/^[1-9]\d{0,7}$/.test(text)) throw new Misused(`"${text}" is not a number from 1 on.`);
  return Number(text);
}
