import { existsSync } from 'node:fs';
import { readFile, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { openDatabase } from '#platform/db/open.ts';
import { startCluster } from '#platform/postgres/cluster.ts';
import { fillDatabase, type Size, sizeOf } from './large-company.ts';

/** The companies of a bench: the one that is measured, a small one to compare with, and one that imports go into. */
export type Companies = { readonly small: Size; readonly large: Size; readonly imports: Size };

/** Raised when what is generated changes, so that a folder of before is not taken for one of now. */
const generation = 4;
/** Older data would have nothing planned for this week and everything overdue. */
const oldestDays = 14;

type Note = { generation: number; clients: number; made: string };

export function companiesOf(clients: number): Companies {
  return {
    small: sizeOf(1, 'Small company', 10_000),
    large: sizeOf(2, 'Large company', clients),
    imports: sizeOf(3, 'Importing company', 10),
  };
}

/**
 * Makes sure that the data folder holds companies of this size, made lately; else makes them anew. Nothing of the making
 * need survive a crash, so the database syncs nothing meanwhile.
 */
export async function prepareFolder(wish: {
  dataDir: string;
  clients: number;
  reset: boolean;
  report: (line: string) => void;
}): Promise<Companies> {
  const { dataDir, clients, report } = wish;
  const companies = companiesOf(clients);
  const noteFile = path.join(dataDir, 'companies.json');
  if (!wish.reset && fits(await readNote(noteFile), clients)) {
    report(`Using the company of ${companies.large.clients} clients in ${dataDir}`);
    return companies;
  }
  if (existsSync(path.join(dataDir, 'pg')) && !existsSync(noteFile) && !existsSync(`${noteFile}.begun`)) {
    throw new Error(`${dataDir} holds data that the bench did not make: name another folder by --data.`);
  }
  report(`Making a company of ${companies.large.clients} clients in ${dataDir}`);
  await rm(path.join(dataDir, 'pg'), { recursive: true, force: true });
  await rm(noteFile, { force: true });
  const settings = {
    fsync: 'off',
    full_page_writes: 'off',
    autovacuum: 'off',
    max_wal_size: '16GB',
    checkpoint_timeout: '1h',
    wal_level: 'minimal',
    max_wal_senders: '0',
  };
  const cluster = await startCluster({ dataDir, log: () => {}, settings });
  try {
    await writeFile(`${noteFile}.begun`, '');
    const database = await openDatabase({ ownerUrl: cluster.ownerUrl, connections: 4 });
    await fillDatabase(database, [companies.small, companies.large, companies.imports], report);
    await database.close();
  } finally {
    await cluster.stop();
  }
  const note: Note = { generation, clients, made: Temporal.Now.plainDateISO().toString() };
  await writeFile(noteFile, JSON.stringify(note));
  await rm(`${noteFile}.begun`);
  return companies;
}

async function readNote(file: string): Promise<Note | null> {
  return JSON.parse(await readFile(file, 'utf8').catch(() => 'null'));
}

function fits(note: Note | null, clients: number): boolean {
  if (note?.generation !== generation || note.clients !== clients) return false;
  return Temporal.PlainDate.from(note.made).until(Temporal.Now.plainDateISO()).days <= oldestDays;
}
