import { type ChildProcess, spawn } from 'node:child_process';
import { mkdtempSync, rmSync, symlinkSync } from 'node:fs';
import type { Socket } from 'node:net';
import os from 'node:os';
import path from 'node:path';
import pg from 'pg';
import { accountFor } from './account.ts';
import { configure, initialize, ownerRole } from './initialize.ts';
import { endLeftovers } from './leftovers.ts';
import { type Lock, lockFolder } from './lock.ts';
import { programsFor } from './programs.ts';
import { type Server, startPostgres } from './server.ts';

/** A running private PostgreSQL. */
export type Cluster = {
  /** Connects as the owner (superuser) to the database `mandate`, over a private socket. */
  readonly ownerUrl: string;
  /** Resolves, with a sentence, when the server has ended by itself and could not be started again. */
  readonly lost: Promise<string>;
  /** Tells other launchers where the product answers. */
  announce(url: string): void;
  stop(): Promise<void>;
};

export type ClusterOptions = {
  /** Folder of the data; made when missing. The cluster lies in `pg` within. */
  readonly dataDir: string;
  /** Gets a line for each step that takes time. */
  readonly log: (line: string) => void;
  /** Server settings that win over all others (tests turn `fsync` off). */
  readonly settings?: Record<string, string>;
  /** Nobody will want the data again: if this process is killed, the server is ended and the folder removed. */
  readonly temporary?: boolean;
};

const longestSocketPath = 103;
const restartsAnHour = 10;

/**
 * Starts PostgreSQL on the data folder, making the cluster on first use, recovering it after a crash, and ending a server
 * that a killed launcher left behind. A server that crashes is started again.
 * @throws InUse when another launcher uses the folder; otherwise with a sentence that says what to mend.
 */
export async function startCluster(options: ClusterOptions): Promise<Cluster> {
  const dataDir = path.resolve(options.dataDir);
  const lock = await lockFolder(dataDir);
  const undertaker = options.temporary ? endWithUs(dataDir) : undefined;
  const leave = () => {
    undertaker?.kill('SIGKILL');
    lock.release();
  };
  try {
    return await startLocked(dataDir, { ...lock, release: leave }, options);
  } catch (error) {
    leave();
    throw error;
  }
}

async function startLocked(dataDir: string, lock: Lock, options: ClusterOptions): Promise<Cluster> {
  const { log, settings = {} } = options;
  const cluster = path.join(dataDir, 'pg');
  const account = accountFor(cluster, log);
  const programs = await programsFor(account, log);
  await initialize(cluster, programs, account, log);
  await configure(cluster, account);
  const start = async () => {
    // A session that was busy when the first process was killed goes on without it, and would keep another from starting.
    await endLeftovers(cluster, log);
    return startPostgres({ cluster, programs, account, settings, log, logFile: path.join(dataDir, 'postgres.log') });
  };
  const kept = await keepRunning(start, log);
  const way = wayTo(cluster);
  const ownerUrl = `postgresql://${ownerRole}@/mandate?host=${encodeURIComponent(way.folder)}`;
  const stop = async () => {
    await kept.stop();
    way.close();
    lock.release();
  };
  try {
    await makeDatabase(ownerUrl);
  } catch (error) {
    await stop();
    throw error;
  }
  lock.announce({ ownerUrl });
  return { ownerUrl, lost: kept.lost, announce: (url) => lock.announce({ ownerUrl, url }), stop };
}

/** Starts the server again when it ends unasked: its data is safe, and a crash of one query must not end the day. */
async function keepRunning(start: () => Promise<Server>, log: (line: string) => void) {
  let stopping = false;
  let starting: Promise<Server> = start();
  let server = await starting;
  const lost = (async () => {
    for (let restarts: number[] = []; ; restarts.push(Date.now())) {
      const how = await server.ended;
      if (stopping) return new Promise<string>(() => {});
      restarts = restarts.filter((at) => at > Date.now() - 3_600_000);
      if (restarts.length >= restartsAnHour)
        return `The database server ended again and again (${how}); see postgres.log.`;
      log(`The database server ended by itself (${how}): starting it again`);
      starting = start();
      try {
        server = await starting;
      } catch (error) {
        return (error as Error).message;
      }
    }
  })();
  const stop = async () => {
    stopping = true;
    await (await starting.catch(() => server)).stop();
  };
  return { lost, stop };
}

/** A process that outlives us, however we end, and then clears up; it knows by the pipe between us. */
function endWithUs(dataDir: string): ChildProcess {
  const undertaker = spawn(process.execPath, [path.join(import.meta.dirname, 'undertaker.ts'), dataDir], {
    stdio: ['pipe', 'ignore', 'ignore'],
    // A group of its own: what ends us by our group must leave it alive.
    detached: true,
  });
  undertaker.on('error', () => {});
  undertaker.unref();
  (undertaker.stdin as Socket).unref();
  return undertaker;
}

/** A folder by which clients reach the socket: the cluster's own, or a short link to it where the path is too long. */
function wayTo(cluster: string): { folder: string; close(): void } {
  const longest = Buffer.byteLength(path.join(cluster, '.s.PGSQL.5432'));
  if (longest <= longestSocketPath) return { folder: cluster, close: () => {} };
  const folder = mkdtempSync(path.join(os.tmpdir(), 'mandate-'));
  symlinkSync(cluster, path.join(folder, 'pg'));
  return { folder: path.join(folder, 'pg'), close: () => rmSync(folder, { recursive: true, force: true }) };
}

async function makeDatabase(ownerUrl: string): Promise<void> {
  const client = new pg.Client({ connectionString: ownerUrl.replace('/mandate?', '/postgres?') });
  await client.connect();
  try {
    const { rowCount } = await client.query("select from pg_database where datname = 'mandate'");
    if (!rowCount) await client.query('create database mandate');
  } finally {
    await client.end();
  }
}
