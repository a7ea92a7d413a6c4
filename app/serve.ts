import { createServer } from 'node:net';
import type { Database } from '#platform/db/database.ts';
import { openDatabase } from '#platform/db/open.ts';
import { InUse, runningOn } from '#platform/postgres/lock.ts';
import { openFolder } from './data-folder.ts';
import { buildWeb } from './web-build.ts';
import type { Where } from './where.ts';

/** What a command does between opening the data and answering: seeding, the first employee. */
export type Prepare = (opened: { database: Database; external: boolean; stopped: AbortSignal }) => Promise<void>;

/** What is said once all is ready, before the line with the address. */
export type Greet = () => void | Promise<void>;

/**
 * Serves the data folder until it is told to stop; then requests finish, jobs finish, the database shuts down.
 * Gives the exit code.
 * @throws with a sentence when the port is taken, the folder is in use, or the database cannot be used.
 */
export async function serve(where: Where, command: string, prepare: Prepare, greet: Greet = () => {}): Promise<number> {
  const say = (line: string) => console.log(line);
  const stopped = stopSignal();
  const running = runningOn(where.dataDir);
  if (running) throw new InUse(where.dataDir, running);
  await checkPort(where, command);
  await buildWeb({ report: say });
  await using open = new AsyncDisposableStack();
  const folder = await openFolder(where.dataDir, say);
  open.defer(() => folder.close());
  stopped.throwIfAborted();
  const database = await openDatabase({ ownerUrl: folder.ownerUrl, replicaUrl: process.env.DATABASE_REPLICA_URL });
  open.defer(() => database.close());
  stopped.throwIfAborted();
  await prepare({ database, external: folder.external, stopped });
  stopped.throwIfAborted();
  const { startServer } = await import('./server.ts');
  const server = await startServer({ ...where, database }).catch((error) => {
    throw takenPort(error, where, command) ?? error;
  });
  open.defer(() => Promise.race([server.close(), patience()]));
  folder.announce(server.url);
  await greet();
  say(`Mandate is ready at ${server.url}`);
  const lost = await Promise.race([folder.lost, new Promise<undefined>((resolve) => onAbort(stopped, resolve))]);
  if (lost !== undefined) throw new Error(lost);
  say('Stopping');
  return 0;
}

/** Thrown at the next step when the person has asked to stop; not a failure. */
export class Stopped extends Error {
  readonly exitCode = 0;
}

/** Requests get this long to finish; then the database shuts down regardless, as a supervisor would kill us otherwise. */
function patience(): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, 15_000).unref());
}

/** Aborts at the first signal to stop; the third ends the process at once, for a person who will not wait. */
function stopSignal(): AbortSignal {
  const controller = new AbortController();
  let asked = 0;
  const ask = () => {
    asked += 1;
    controller.abort(new Stopped('Stopped before it was ready'));
    if (asked === 3) process.exit(130);
  };
  for (const name of ['SIGTERM', 'SIGINT', 'SIGHUP'] as const) process.on(name, ask);
  return controller.signal;
}

function onAbort(signal: AbortSignal, act: (_: undefined) => void): void {
  if (signal.aborted) act(undefined);
  else signal.addEventListener('abort', () => act(undefined), { once: true });
}

/** Asks for the port before anything is built or opened, so that the answer comes at once. */
async function checkPort(where: Where, command: string): Promise<void> {
  const probe = createServer();
  const failure = await new Promise<Error | undefined>((resolve) => {
    probe.once('error', resolve);
    probe.listen(where.port, where.host, () => resolve(undefined));
  });
  if (failure) throw takenPort(failure, where, command) ?? failure;
  await new Promise((resolve) => probe.close(resolve));
}

function takenPort(error: unknown, { port, host }: Where, command: string): Error | undefined {
  const { code } = error as NodeJS.ErrnoException;
  if (code === 'EADDRINUSE')
    return new Error(
      `Port ${port} is taken by another program. Name a free one: ./mandate ${command} --port ${port + 1}`,
    );
  if (code === 'EACCES') return new Error(`Port ${port} is for the administrator only. Name one above 1023 by --port.`);
  if (code === 'EADDRNOTAVAIL' || code === 'ENOTFOUND') return new Error(`This machine has no address "${host}".`);
  return undefined;
}
