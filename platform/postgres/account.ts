import { execFileSync, spawnSync } from 'node:child_process';
import { existsSync, statSync } from 'node:fs';
import os from 'node:os';

/** The account of the operating system that the database runs as. `switched`: another one than that of this process. */
export type Account = { readonly name: string; readonly uid: number; readonly gid: number; readonly switched: boolean };

const systemUser = 'mandate-db';
/** Home of the system user; holds the server's programs when the project lies where that user cannot go. */
export const systemHome = '/var/lib/mandate-db';

/**
 * The account to run the database as. PostgreSQL refuses to run as root; then the owner of the existing cluster is
 * taken, or the system user `mandate-db`, made when missing.
 * @throws when that user cannot be made.
 */
export function accountFor(clusterFolder: string, log: (line: string) => void): Account {
  const me = os.userInfo();
  if (me.uid !== 0) return { name: me.username, uid: me.uid, gid: me.gid, switched: false };
  if (process.platform !== 'linux')
    throw new Error('Run Mandate as an ordinary user: the database refuses to run as root.');
  if (existsSync(clusterFolder)) {
    const owner = statSync(clusterFolder);
    if (owner.uid !== 0) return { name: nameOf(owner.uid), uid: owner.uid, gid: owner.gid, switched: true };
  }
  if (!known(systemUser)) makeSystemUser(log);
  return { name: systemUser, uid: idOf('-u'), gid: idOf('-g'), switched: true };
}

/** Options that make a child process run as the account. */
export function asAccount(account: Account): { uid?: number; gid?: number } {
  return account.switched ? { uid: account.uid, gid: account.gid } : {};
}

function makeSystemUser(log: (line: string) => void): void {
  log(`Making the system user ${systemUser}, since the database refuses to run as root`);
  const flags = ['--system', '--user-group', '--home-dir', systemHome, '--shell', '/usr/sbin/nologin', systemUser];
  const env = { ...process.env, PATH: `${process.env.PATH}:/usr/sbin:/sbin` };
  const made = spawnSync('useradd', flags, { encoding: 'utf8', env });
  if (made.status !== 0 && !known(systemUser)) {
    const reason = (made.error?.message ?? made.stderr).trim();
    throw new Error(
      `The system user ${systemUser} cannot be made (${reason}). Make it by hand, or run Mandate as an ordinary user.`,
    );
  }
}

function known(name: string): boolean {
  return spawnSync('id', ['-u', name]).status === 0;
}

function idOf(flag: '-u' | '-g'): number {
  return Number(execFileSync('id', [flag, systemUser], { encoding: 'utf8' }));
}

function nameOf(uid: number): string {
  const found = spawnSync('id', ['-un', String(uid)], { encoding: 'utf8' });
  if (found.status !== 0) throw new Error(`The data belongs to user number ${uid}, which this machine does not know.`);
  return found.stdout.trim();
}
