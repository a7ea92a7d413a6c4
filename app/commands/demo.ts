import { existsSync } from 'node:fs';
import { readFile, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { endLeftovers } from '#platform/postgres/leftovers.ts';
import { lockFolder } from '#platform/postgres/lock.ts';
import { type Command, serveFlags, serveUsage } from '../command.ts';
import { isEmpty } from '../data-folder.ts';
import { serve } from '../serve.ts';
import { whereOf } from '../where.ts';

/** Who can sign in to the demonstration. */
type Logins = { readonly logins: { position: string; name: string; email: string }[]; readonly password: string };

export const demo: Command = {
  usage: `Usage: ./mandate demo [flags]

Runs a demonstration company, made from the Northwind data, and prints one login for each position.

  --reset       begin anew: what was done in the demonstration is lost
${serveUsage}`,
  options: { ...serveFlags, reset: { type: 'boolean' } },
  words: [0, 0],
  run: async (words) => {
    const where = whereOf(words, 'demo');
    const note = path.join(where.dataDir, 'demo.json');
    const begun = path.join(where.dataDir, 'demo.unfinished');
    if (words.flags.reset) await reset(where.dataDir, note, begun);
    // A demonstration that was killed while it was made is no use to anyone.
    else if (existsSync(begun)) await wipe(where.dataDir);
    return serve(
      where,
      'demo',
      async ({ database, stopped }) => {
        const empty = await isEmpty(database.ownerUrl);
        if (!empty && existsSync(note)) return;
        if (!empty) throw new Error(`The data in ${where.dataDir} is no demonstration: ./mandate start runs it.`);
        await writeFile(begun, '');
        const { seedDemo } = await import('../demo/seed.ts');
        const seeding = seedDemo({ database, dataDir: where.dataDir, report: (line: string) => console.log(line) });
        const made: Logins = await Promise.race([seeding, aborted(stopped)]);
        await writeFile(note, `${JSON.stringify(made)}\n`, { mode: 0o600 });
        await rm(begun);
      },
      async () => greet(JSON.parse(await readFile(note, 'utf8'))),
    );
  },
};

function greet({ logins, password }: Logins): void {
  const width = Math.max(...logins.map((login) => login.position.length));
  for (const { position, name, email } of logins) console.log(`  ${position.padEnd(width)}  ${email}  (${name})`);
  console.log(`The password of each is ${password}`);
}

function aborted(signal: AbortSignal): Promise<never> {
  return new Promise((_, reject) => signal.addEventListener('abort', () => reject(signal.reason), { once: true }));
}

/** @throws with a sentence when the folder holds something else than a demonstration: its data is not ours to lose. */
async function reset(dataDir: string, note: string, begun: string): Promise<void> {
  if (process.env.DATABASE_URL)
    throw new Error('--reset does not empty the database of DATABASE_URL. Make a new one instead.');
  const demonstration = existsSync(note) || existsSync(begun) || !existsSync(path.join(dataDir, 'pg'));
  if (!demonstration) throw new Error(`The data in ${dataDir} is no demonstration; it is left as it is.`);
  await wipe(dataDir);
}

/** Removes what Mandate made in the folder, and nothing else that may lie there. */
async function wipe(dataDir: string): Promise<void> {
  const lock = await lockFolder(dataDir);
  try {
    const cluster = path.join(dataDir, 'pg');
    // Noted first: a wipe that is killed half-way goes on at the next start.
    await writeFile(path.join(dataDir, 'demo.unfinished'), '');
    if (existsSync(cluster)) await endLeftovers(cluster, (line) => console.log(line));
    for (const made of [
      'pg',
      'demo.json',
      'demo.unfinished',
      'pg.unfinished',
      'files',
      'files.arriving',
      'secret',
      'postgres.log',
      'postgres.log.1',
    ]) {
      await rm(path.join(dataDir, made), { recursive: true, force: true });
    }
  } finally {
    lock.release();
  }
}
