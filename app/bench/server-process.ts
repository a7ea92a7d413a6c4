import { type ChildProcess, execFileSync, spawn } from 'node:child_process';
import { once } from 'node:events';
import path from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { root } from '#platform/db/migrate.ts';
import { runningOn } from '#platform/postgres/lock.ts';

/** The product as anybody starts it, in a process of its own. */
export type ServerProcess = {
  readonly url: string;
  readonly ownerUrl: string;
  /** From the start of the process to the first answered request. */
  readonly startSeconds: number;
  /** Resident memory of the process now, in bytes. */
  memory(): number;
  stop(): Promise<void>;
};

/** Starts `./mandate start` on a data folder and waits for its first answer. @throws with its words when it ends before. */
export async function startProcess(dataDir: string): Promise<ServerProcess> {
  const began = performance.now();
  const { DATABASE_URL: _, ...env } = process.env;
  const child = spawn(process.execPath, [path.join(root, 'app/cli.ts'), 'start', '--data', dataDir, '--port', '0'], {
    cwd: root,
    stdio: ['ignore', 'pipe', 'pipe'],
    env,
  });
  let said = '';
  for (const stream of [child.stdout, child.stderr]) {
    stream.on('data', (text) => {
      said = `${said}${text}`.slice(-4000);
    });
  }
  while (child.exitCode === null) {
    const running = runningOn(dataDir);
    if (running?.pid === child.pid && running?.url && running.ownerUrl && (await answers(running.url))) {
      const startSeconds = (performance.now() - began) / 1000;
      const { url, ownerUrl } = running;
      return { url, ownerUrl, startSeconds, memory: () => residentBytes(child), stop: () => stop(child) };
    }
    await pause(10);
  }
  throw new Error(`The server did not start:\n${said.trim()}`);
}

async function answers(url: string): Promise<boolean> {
  return fetch(`${url}/api/health`).then(
    (reply) => reply.ok,
    () => false,
  );
}

function residentBytes(child: ChildProcess): number {
  return Number(execFileSync('ps', ['-o', 'rss=', '-p', String(child.pid)], { encoding: 'utf8' })) * 1024;
}

async function stop(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null) return;
  const ended = once(child, 'exit');
  child.kill('SIGTERM');
  await ended;
}
