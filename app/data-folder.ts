import { existsSync } from 'node:fs';
import { mkdir } from 'node:fs/promises';
import path from 'node:path';
import pg from 'pg';
import { startCluster } from '#platform/postgres/cluster.ts';
import { lockFolder, runningOn } from '#platform/postgres/lock.ts';

/** A data folder in use: its database answers at `ownerUrl`. */
export type OpenFolder = {
  readonly ownerUrl: string;
  /** True when the database is somebody else's to keep (`DATABASE_URL`). */
  readonly external: boolean;
  /** Resolves, with a sentence, when the database is gone for good. */
  readonly lost: Promise<string>;
  announce(url: string): void;
  close(): Promise<void>;
};

const oldest = 18;

/**
 * Takes the data folder and gives its database: the one of `DATABASE_URL`, or the private one within.
 * @throws InUse when a launcher uses the folder; with a sentence when the database does not answer or is too old.
 */
export async function openFolder(dataDir: string, log: (line: string) => void): Promise<OpenFolder> {
  await mkdir(dataDir, { recursive: true });
  const external = process.env.DATABASE_URL;
  if (!external) {
    const cluster = await startCluster({ dataDir, log });
    return { ...cluster, external: false, close: cluster.stop };
  }
  const lock = await lockFolder(dataDir);
  try {
    await checkServer(external);
  } catch (error) {
    lock.release();
    throw error;
  }
  lock.announce({ ownerUrl: external });
  return {
    ownerUrl: external,
    external: true,
    lost: new Promise(() => {}),
    announce: (url) => lock.announce({ ownerUrl: external, url }),
    close: async () => lock.release(),
  };
}

/**
 * The database of a data folder for a command that works beside the server: the running one, or one started for the
 * while. `close` leaves a running one alone.
 * @throws with a sentence when the folder holds no data.
 */
export async function reachFolder(
  dataDir: string,
  log: (line: string) => void,
): Promise<{ ownerUrl: string; close(): Promise<void> }> {
  const beside = process.env.DATABASE_URL ?? runningOn(dataDir)?.ownerUrl;
  if (beside) return { ownerUrl: beside, close: async () => {} };
  if (!existsSync(path.join(dataDir, 'pg'))) throw new Error(`There is no data in ${dataDir}.`);
  return openFolder(dataDir, log);
}

/** @throws with a sentence when the server does not answer or is older than PostgreSQL 18. */
async function checkServer(url: string): Promise<void> {
  const client = new pg.Client({ connectionString: url, connectionTimeoutMillis: 15_000 });
  try {
    await client.connect();
    const { rows } = await client.query<{ version: string }>("select current_setting('server_version_num') as version");
    const major = Math.floor(Number(rows[0]?.version) / 10_000);
    if (major < oldest) throw new Error(`it is PostgreSQL ${major}; Mandate needs ${oldest} or newer`);
  } catch (error) {
    const { hostname } = URL.parse(url) ?? { hostname: '?' };
    throw new Error(`The database of DATABASE_URL (host ${hostname}) cannot be used: ${(error as Error).message}.`, {
      cause: error,
    });
  } finally {
    await client.end().catch(() => {});
  }
}

/** Whether the database holds no company yet. */
export async function isEmpty(ownerUrl: string): Promise<boolean> {
  const client = new pg.Client({ connectionString: ownerUrl });
  await client.connect();
  try {
    return (await client.query('select from platform.companies limit 1')).rowCount === 0;
  } finally {
    await client.end();
  }
}
