import { type ChildProcess, spawn } from 'node:child_process';
import { closeSync, existsSync, openSync, readFileSync, renameSync, statSync } from 'node:fs';
import path from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { type Account, asAccount } from './account.ts';
import { hereArgument, plainEnvironment } from './initialize.ts';
import type { Programs } from './programs.ts';

/** A running server process. */
export type Server = {
  /** Ends with the process; the value says how it ended. */
  readonly ended: Promise<string>;
  stop(): Promise<void>;
};

const rotateAt = 16 * 1024 * 1024;

/**
 * Starts the server on the cluster folder and waits until it answers, however long recovery takes.
 * Its socket lies in the cluster folder, which only the account may enter. Its words go to `logFile`.
 * @throws with the last words of the server when it ends before it is ready.
 */
export async function startPostgres(options: {
  cluster: string;
  programs: Programs;
  account: Account;
  logFile: string;
  settings: Record<string, string>;
  log: (line: string) => void;
}): Promise<Server> {
  const { cluster, programs, account, logFile } = options;
  const settings = Object.entries({ unix_socket_directories: '.', ...options.settings });
  const words = openLog(logFile);
  const from = statSync(logFile).size;
  const child = spawn(
    programs.postgres,
    ['-D', hereArgument, ...settings.flatMap(([name, value]) => ['-c', `${name}=${value}`])],
    {
      cwd: cluster,
      env: plainEnvironment(),
      stdio: ['ignore', words, words],
      // A group of its own: Ctrl-C in the terminal must reach the launcher first, which ends requests before the server.
      detached: true,
      ...asAccount(account),
    },
  );
  closeSync(words);
  const server = { ended: endOf(child), stop: () => stop(child) };
  let end: string | undefined;
  void server.ended.then((how) => {
    end = how;
  });
  for (let waited = 0; !ready(cluster, child.pid); waited += 20) {
    if (end !== undefined)
      throw new Error(`The database server did not start (${end}). It said:\n${tail(logFile, from)}`);
    if (waited === 3000) options.log('The database is recovering from an unclean end; nothing acknowledged is lost');
    await pause(20);
  }
  return server;
}

function openLog(file: string): number {
  if (existsSync(file) && statSync(file).size > rotateAt) renameSync(file, `${file}.1`);
  return openSync(file, 'a', 0o600);
}

/** The server writes its state into the eighth line of its own file. */
function ready(cluster: string, pid: number | undefined): boolean {
  try {
    const lines = readFileSync(path.join(cluster, 'postmaster.pid'), 'utf8').split('\n');
    return Number(lines[0]) === pid && lines[7]?.trim() === 'ready';
  } catch {
    return false;
  }
}

function endOf(child: ChildProcess): Promise<string> {
  return new Promise((resolve) => {
    child.on('error', (error) => resolve(error.message));
    child.on('exit', (code, signal) => resolve(signal ? `signal ${signal}` : `exit code ${code}`));
  });
}

/** Fast shutdown: sessions are ended, everything is written. Immediate shutdown if that takes over a minute. */
async function stop(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  const ended = endOf(child);
  child.kill('SIGINT');
  const patience = setTimeout(() => child.kill('SIGQUIT'), 60_000);
  await ended;
  clearTimeout(patience);
}

function tail(file: string, from: number): string {
  return readFileSync(file).subarray(from).toString().trim().split('\n').slice(-12).join('\n');
}
