import { execFileSync } from 'node:child_process';
import { readdirSync, readFileSync, readlinkSync, realpathSync, rmSync } from 'node:fs';
import path from 'node:path';

/**
 * Ends what a launcher that was killed left running on the cluster folder. Call only while holding the folder's lock:
 * then no launcher lives, and every server process on the folder is an orphan.
 * @throws when one cannot be ended within a minute.
 */
export async function endLeftovers(cluster: string, log: (line: string) => void): Promise<void> {
  const postmaster = notedPid(cluster);
  const running = processesIn(cluster, postmaster);
  if (running.length > 0) {
    log('A database server was left by a launcher that was killed: stopping it');
    if (postmaster && running.includes(postmaster)) {
      signal([postmaster], 'SIGINT');
      if (await gone(cluster, postmaster, 30)) return;
      signal([postmaster], 'SIGQUIT');
    }
    if (!(await gone(cluster, postmaster, 15))) signal(processesIn(cluster, postmaster), 'SIGKILL');
    if (!(await gone(cluster, postmaster, 15))) throw new Error(`The database server left in ${cluster} does not end.`);
  }
  // The number in a stale file may by now belong to a stranger, whom the server would take for a living server.
  if (postmaster && alive(postmaster)) {
    for (const file of ['postmaster.pid', '.s.PGSQL.5432.lock']) rmSync(path.join(cluster, file), { force: true });
  }
}

/** The process number in `postmaster.pid`. */
export function notedPid(cluster: string): number | undefined {
  try {
    return Number(readFileSync(path.join(cluster, 'postmaster.pid'), 'utf8').split('\n')[0]) || undefined;
  } catch {
    return undefined;
  }
}

/** Server processes work in the cluster folder: that tells them from a stranger with a reused number. */
function processesIn(cluster: string, postmaster: number | undefined): number[] {
  if (process.platform !== 'linux') return postmaster && isPostgres(postmaster) ? [postmaster] : [];
  const folder = realpathSync(cluster);
  return readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name) && servesFrom(name, folder))
    .map(Number);
}

function servesFrom(pid: string, folder: string): boolean {
  try {
    return (
      readlinkSync(`/proc/${pid}/cwd`) === folder && readFileSync(`/proc/${pid}/comm`, 'utf8').trim() === 'postgres'
    );
  } catch {
    return false;
  }
}

function isPostgres(pid: number): boolean {
  try {
    return execFileSync('ps', ['-o', 'command=', '-p', String(pid)], { encoding: 'utf8' }).includes('postgres');
  } catch {
    return false;
  }
}

function signal(pids: number[], name: NodeJS.Signals): void {
  for (const pid of pids) {
    try {
      process.kill(pid, name);
    } catch {}
  }
}

async function gone(cluster: string, postmaster: number | undefined, seconds: number): Promise<boolean> {
  const until = Date.now() + seconds * 1000;
  while (Date.now() < until) {
    if (processesIn(cluster, postmaster).length === 0) return true;
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
  return false;
}

function alive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
}
