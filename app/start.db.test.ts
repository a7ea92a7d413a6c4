import { type ChildProcess, spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { createServer } from 'node:net';
import os from 'node:os';
import path from 'node:path';
import { createInterface } from 'node:readline';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { root } from '#platform/db/migrate.ts';
import { asOwner } from '#platform/db/test/clone.ts';
import { runningOn } from '#platform/postgres/lock.ts';

let dataDir: string;
const started: ChildProcess[] = [];
const mandate = path.join(root, 'mandate');

beforeEach(async () => {
  dataDir = await mkdtemp(path.join(os.tmpdir(), 'mandate-start-'));
});
afterEach(async () => {
  for (const child of started.splice(0)) await stop(child, 'SIGTERM');
  await rm(dataDir, { recursive: true, force: true });
});

describe('start', { timeout: 120_000 }, () => {
  it('founds the company once, answers, refuses a second start, stops cleanly, and goes on where it was', async () => {
    const first = await start();
    expect(first.said.join('\n')).toMatch(/Sign in as ann@firm\.example with the password \S{10,}/);
    expect(await health(first.url)).toMatchObject({ status: 'ok', database: 'ok' });

    const second = spawnSync(mandate, ['start', '--data', dataDir, '--port', '0'], { encoding: 'utf8' });
    expect(second.status).toBe(1);
    expect(second.stderr).toContain(`Mandate already runs on the data in ${dataDir}`);
    expect(second.stderr).toContain(first.url);
    expect(await health(first.url)).toMatchObject({ status: 'ok' });

    expect(await stop(first.child, 'SIGTERM')).toBe(0);
    const again = await start();
    expect(again.said.join('\n')).not.toContain('password');
    expect(await stop(again.child, 'SIGINT')).toBe(0);
  });

  it('comes up again after a kill, and can be backed up and proven while it runs', async () => {
    const first = await start();
    await stop(first.child, 'SIGKILL');
    const { url } = await start();
    expect(await health(url)).toMatchObject({ status: 'ok' });
    const file = path.join(dataDir, 'backup.tar.gz');
    for (const words of [['backup', file], ['verify'], ['verify', file]]) {
      const done = spawnSync(mandate, [...words, '--data', dataDir], { encoding: 'utf8' });
      expect({ words, status: done.status, stderr: done.stderr }).toEqual({ words, status: 0, stderr: '' });
    }
  });

  it('does not open what a newer version wrote: it says so and exits with 78', async () => {
    const first = await start();
    const { ownerUrl } = runningOn(dataDir) ?? {};
    await asOwner(
      ownerUrl ?? '',
      "insert into platform.migrations (number, name, breaking) values (9999, 'future', true)",
    );
    await stop(first.child, 'SIGTERM');
    const done = spawnSync(mandate, ['start', '--data', dataDir, '--port', '0'], { encoding: 'utf8' });
    expect(done.status).toBe(78);
    expect(done.stderr).toMatch(/^A newer version of Mandate wrote this database.*9999.*\n$/);
  });

  it('says that the port is taken', async () => {
    const other = createServer().listen(0, '127.0.0.1');
    await once(other, 'listening');
    const { port } = other.address() as { port: number };
    const child = spawn(mandate, ['start', '--data', dataDir, '--port', String(port)], {
      stdio: ['ignore', 'ignore', 'pipe'],
    });
    const said: Buffer[] = [];
    child.stderr.on('data', (words) => said.push(words));
    const [status] = await once(child, 'close');
    other.close();
    expect(status).toBe(1);
    expect(String(Buffer.concat(said))).toContain(`Port ${port} is taken by another program`);
  });
});

async function start(): Promise<{ child: ChildProcess; url: string; said: string[] }> {
  const person = ['--company', 'Firm', '--first-name', 'Ann Lee', '--first-email', 'ann@firm.example'];
  const child = spawn(mandate, ['start', '--data', dataDir, '--port', '0', ...person], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  started.push(child);
  const said: string[] = [];
  for await (const line of createInterface({ input: child.stdout })) {
    said.push(line);
    const [, url] = /^Mandate is ready at (http:\S+)$/.exec(line) ?? [];
    if (url) return { child, url, said };
  }
  throw new Error(`it ended before it was ready: ${said.join('\n')}`);
}

async function stop(child: ChildProcess, signal: NodeJS.Signals): Promise<number | null> {
  if (child.exitCode !== null || child.signalCode !== null) return child.exitCode;
  child.kill(signal);
  const [code] = await once(child, 'exit');
  return code;
}

async function health(url: string): Promise<unknown> {
  return (await fetch(`${url}/api/health`)).json();
}
