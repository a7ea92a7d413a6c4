import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import path from 'node:path';
import { createInterface } from 'node:readline';
import { root } from '#platform/db/migrate.ts';
import { notedPid } from '#platform/postgres/leftovers.ts';

/** The product running on a data folder, in a process that can be killed. */
export type Killable = {
  /** Where it answers now. */
  readonly url: () => string;
  readonly ownerUrl: string;
  /** SIGKILL to the server: the database stays behind, as when a machine's memory runs out. Resolves when it is gone. */
  killServer(): Promise<void>;
  /** SIGKILL to the database's first process. */
  killDatabase(): void;
  /** Starts the server again on the same data. */
  restart(): Promise<void>;
  stop(): Promise<void>;
};

/** Starts the product on a data folder. */
export async function aKillable(dataDir: string): Promise<Killable> {
  let running = await start(dataDir);
  return {
    url: () => running.url,
    ownerUrl: running.ownerUrl,
    killServer: async () => {
      running.child.kill('SIGKILL');
      await once(running.child, 'exit');
    },
    killDatabase: () => {
      const pid = notedPid(path.join(dataDir, 'pg'));
      if (!pid) throw new Error('no database is running');
      process.kill(pid, 'SIGKILL');
    },
    restart: async () => {
      running = await start(dataDir);
    },
    stop: async () => {
      if (running.child.exitCode !== null || running.child.signalCode !== null) return;
      const pid = notedPid(path.join(dataDir, 'pg'));
      running.child.kill('SIGKILL');
      await once(running.child, 'exit');
      if (pid) end(pid);
    },
  };
}

/** Ends a process that may have ended by itself. */
function end(pid: number): void {
  try {
    process.kill(pid, 'SIGKILL');
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ESRCH') throw error;
  }
}

async function start(dataDir: string): Promise<{ child: ChildProcess; url: string; ownerUrl: string }> {
  const { DATABASE_URL: _, ...env } = process.env;
  const script = path.join(root, 'app/faults/test/server-process.ts');
  const child = spawn(process.execPath, [script, dataDir], { stdio: ['ignore', 'pipe', 'inherit'], env });
  for await (const line of createInterface({ input: child.stdout })) {
    if (line.startsWith('{')) return { child, ...JSON.parse(line) };
  }
  throw new Error('the server ended before it was ready');
}
