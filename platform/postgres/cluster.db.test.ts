import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync } from 'node:fs';
import { mkdir, mkdtemp, readdir, rm, stat } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import pg from 'pg';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { type Cluster, startCluster } from './cluster.ts';
import { notedPid } from './leftovers.ts';
import { InUse, runningOn } from './lock.ts';

let dataDir: string;
const running: Cluster[] = [];
const launchers: ChildProcess[] = [];

const start = async (folder = dataDir, log: (line: string) => void = () => {}) => {
  const cluster = await startCluster({ dataDir: folder, log, temporary: true });
  running.push(cluster);
  return cluster;
};

beforeEach(async () => {
  dataDir = await mkdtemp(path.join(os.tmpdir(), 'mandate-cluster-'));
});
afterEach(async () => {
  for (const launcher of launchers.splice(0)) launcher.kill('SIGKILL');
  for (const cluster of running.splice(0)) await cluster.stop();
  await rm(dataDir, { recursive: true, force: true });
});

describe('a cluster', () => {
  it('is UTF-8 with checksums, durable, sorts by ICU, listens on no port, and lets only the owner in', async () => {
    const { ownerUrl } = await start();
    const [row] = await ask(
      ownerUrl,
      `select pg_encoding_to_char(encoding) as encoding, datlocprovider as provider,
      current_setting('data_checksums') as checksums, current_setting('fsync') as fsync, current_user as role,
      current_setting('listen_addresses') as listens from pg_database where datname = current_database()`,
    );
    expect(row).toEqual({
      encoding: 'UTF8',
      provider: 'i',
      checksums: 'on',
      fsync: 'on',
      role: 'mandate_owner',
      listens: '',
    });
    expect((await stat(path.join(dataDir, 'pg'))).mode & 0o777).toBe(0o700);
  });

  it('keeps its rows over a stop and a start', async () => {
    const first = await start();
    await ask(first.ownerUrl, 'create table kept as select 1 as number');
    await first.stop();
    expect(runningOn(dataDir)).toBeUndefined();
    expect(await ask((await start()).ownerUrl, 'select number from kept')).toEqual([{ number: 1 }]);
  });

  it('refuses a second start on the same data and goes on serving', async () => {
    const { ownerUrl, announce } = await start();
    announce('http://localhost:3000');
    await expect(startCluster({ dataDir, log: () => {} })).rejects.toThrow(InUse);
    await expect(startCluster({ dataDir, log: () => {} })).rejects.toThrow(/already runs.*http:\/\/localhost:3000/);
    expect(await ask(ownerUrl, 'select 1 as well')).toEqual([{ well: 1 }]);
  });

  it('works in a folder whose path is longer than a socket may have, and leaves no link behind', async () => {
    const long = path.join(dataDir, 'x'.repeat(120));
    const links = async () => (await readdir(os.tmpdir())).filter((name) => /^mandate-\w{6}$/.test(name));
    const before = await links();
    const cluster = await start(long);
    expect(await ask(cluster.ownerUrl, 'select 1 as well')).toEqual([{ well: 1 }]);
    await cluster.stop();
    expect((await links()).filter((name) => !before.includes(name))).toEqual([]);
  });

  it('takes the settings it is given', async () => {
    const cluster = await startCluster({ dataDir, log: () => {}, settings: { fsync: 'off' } });
    running.push(cluster);
    expect(await ask(cluster.ownerUrl, "select current_setting('fsync') as fsync")).toEqual([{ fsync: 'off' }]);
  });
});

describe('after a kill', () => {
  it('starts the server again by itself and keeps every acknowledged row', async () => {
    const lines: string[] = [];
    const again = Promise.withResolvers<void>();
    const { ownerUrl } = await start(dataDir, (line) => {
      lines.push(line);
      if (line.includes('starting it again')) again.resolve();
    });
    await ask(ownerUrl, 'create table kept as select generate_series(1, 1000) as number');
    process.kill(notedPid(path.join(dataDir, 'pg')) ?? 0, 'SIGKILL');
    await again.promise;
    await expect
      .poll(() => ask(ownerUrl, 'select count(*)::int as rows from kept').catch(() => []), { timeout: 20_000 })
      .toEqual([{ rows: 1000 }]);
  });

  it('of the launcher, ends the server that was left and keeps every acknowledged row', async () => {
    const acknowledged = await killLauncherAfter(50);
    const lines: string[] = [];
    const { ownerUrl } = await start(dataDir, (line) => lines.push(line));
    expect(lines).toContainEqual(expect.stringContaining('left by a launcher'));
    const [row] = await ask<{ last: number }>(ownerUrl, 'select max(number) as last from kept');
    expect(row?.last).toBeGreaterThanOrEqual(acknowledged);
  });

  it('of launcher and server together, recovers every acknowledged row', async () => {
    const acknowledged = await killLauncherAfter(50, () =>
      process.kill(notedPid(path.join(dataDir, 'pg')) ?? 0, 'SIGKILL'),
    );
    const [row] = await ask<{ last: number }>((await start()).ownerUrl, 'select max(number) as last from kept');
    expect(row?.last).toBeGreaterThanOrEqual(acknowledged);
  });

  it('does not take a half-made cluster for one', async () => {
    await mkdir(path.join(dataDir, 'pg.unfinished/base'), { recursive: true });
    expect(await ask((await start()).ownerUrl, 'select 1 as well')).toEqual([{ well: 1 }]);
    expect(existsSync(path.join(dataDir, 'pg.unfinished'))).toBe(false);
  });
});

describe('a temporary cluster', () => {
  it('ends with whoever started it, however they end, and leaves nothing behind', async () => {
    const launcher = spawn(
      process.execPath,
      [path.join(import.meta.dirname, 'testing-launcher.ts'), dataDir, 'temporary'],
      {
        stdio: ['ignore', 'pipe', 'ignore'],
      },
    );
    launchers.push(launcher);
    await once(launcher.stdout, 'data');
    const { ownerUrl } = runningOn(dataDir) ?? {};
    const client = new pg.Client({ connectionString: ownerUrl });
    client.on('error', () => {});
    await client.connect();
    const ended = new Promise((resolve) => client.once('end', resolve));
    launcher.kill('SIGKILL');
    await ended;
    // The folder goes last, once no process of the server is left.
    await vi.waitFor(() => expect(existsSync(dataDir)).toBe(false), { timeout: 60_000 });
  });
});

/** Lets a launcher acknowledge that many rows, kills it, and gives the last row it acknowledged. */
async function killLauncherAfter(rows: number, first = () => {}): Promise<number> {
  const program = path.join(import.meta.dirname, 'testing-launcher.ts');
  const launcher = spawn(process.execPath, [program, dataDir], { stdio: ['ignore', 'pipe', 'ignore'] });
  launchers.push(launcher);
  let acknowledged = 0;
  for await (const chunk of launcher.stdout) {
    const last = String(chunk).trimEnd().split('\n').at(-1);
    acknowledged = Math.max(acknowledged, Number(last));
    if (acknowledged < rows) continue;
    first();
    launcher.kill('SIGKILL');
    break;
  }
  if (launcher.signalCode === null) await once(launcher, 'exit');
  return acknowledged;
}

async function ask<Row extends pg.QueryResultRow>(url: string, text: string): Promise<Row[]> {
  const client = new pg.Client({ connectionString: url });
  client.on('error', () => {});
  await client.connect();
  try {
    return (await client.query<Row>(text)).rows;
  } finally {
    await client.end();
  }
}
