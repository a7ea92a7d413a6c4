import path from 'node:path';
import { root } from '#platform/db/migrate.ts';
import { type Command, dataFlags, dataUsage } from '../command.ts';
import { fromHere } from '../standing.ts';
import { given } from '../where.ts';

export const bench: Command = {
  usage: `Usage: ./mandate bench [flags]

Makes a large company in a folder of its own (default .data/bench) and measures how fast this machine answers.

  --reset       make the company anew
${dataUsage}`,
  options: { ...dataFlags, reset: { type: 'boolean' } },
  words: [0, 0],
  run: async ({ flags }) => {
    const dataDir = fromHere(given(flags.data) ?? given(process.env.MANDATE_DATA) ?? path.join(root, '.data/bench'));
    const { runBench } = await import('../bench/run.ts');
    return runBench({ dataDir, reset: flags.reset === true, report: (line: string) => console.log(line) });
  },
};
