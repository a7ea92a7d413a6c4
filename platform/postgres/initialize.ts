import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { chown, mkdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { type Account, asAccount } from './account.ts';
import type { Programs } from './programs.ts';
import { settingsText } from './settings.ts';

/** The role that owns everything in the private cluster. */
export const ownerRole = 'mandate_owner';

/**
 * How the server's programs name the cluster folder: by their working folder. So they need no way to it from the
 * root of the file system, which the system user often does not have (/root, a private home).
 */
export const hereArgument = process.platform === 'linux' ? '/proc/self/cwd' : '.';

/** An environment in which the programs speak English and take no settings from the caller's. */
export function plainEnvironment(): NodeJS.ProcessEnv {
  return { PATH: process.env.PATH, LC_ALL: process.platform === 'darwin' ? 'en_US.UTF-8' : 'C.UTF-8', TZ: 'UTC' };
}

/**
 * Makes a cluster in the folder unless there is one: UTF-8, ICU, checksums. Whole or not at all.
 * @throws when the folder holds a cluster of another major version.
 */
export async function initialize(
  cluster: string,
  programs: Programs,
  account: Account,
  log: (line: string) => void,
): Promise<void> {
  if (existsSync(path.join(cluster, 'PG_VERSION'))) return checkVersion(cluster, programs);
  log('Making a new database');
  const unfinished = `${cluster}.unfinished`;
  await rm(unfinished, { recursive: true, force: true });
  await mkdir(unfinished, { recursive: true, mode: 0o700 });
  if (account.switched) await chown(unfinished, account.uid, account.gid);
  const ctype = process.platform === 'darwin' ? 'en_US.UTF-8' : 'C.UTF-8';
  await run(programs.initdb, unfinished, account, [
    ...[
      '-D',
      hereArgument,
      '-U',
      ownerRole,
      '--encoding=UTF8',
      '--data-checksums',
      '--auth-local=peer',
      '--auth-host=reject',
    ],
    ...['--locale-provider=icu', '--icu-locale=und', '--lc-collate=C', `--lc-ctype=${ctype}`, '--no-instructions'],
  ]);
  await writeOwn(
    unfinished,
    'postgresql.conf',
    "include 'mandate.conf'\n\n# Your own settings: they win over Mandate's.\n",
    account,
  );
  await rename(unfinished, cluster);
}

/** Writes what each start decides anew: settings by the machine, and who may connect. */
export async function configure(cluster: string, account: Account): Promise<void> {
  // Only these accounts of the operating system get in, over the private socket, as any role; there is no other way in.
  const names = [...new Set([os.userInfo().username, account.name])];
  await writeOwn(cluster, 'mandate.conf', settingsText(), account);
  await writeOwn(cluster, 'pg_hba.conf', 'local all all peer map=mandate\n', account);
  await writeOwn(cluster, 'pg_ident.conf', names.map((name) => `mandate "${name}" all\n`).join(''), account);
}

async function writeOwn(folder: string, name: string, text: string, account: Account): Promise<void> {
  const file = path.join(folder, name);
  await writeFile(`${file}.new`, text, { mode: 0o600 });
  if (account.switched) await chown(`${file}.new`, account.uid, account.gid);
  await rename(`${file}.new`, file);
}

async function checkVersion(cluster: string, programs: Programs): Promise<void> {
  const version = Number(await readFile(path.join(cluster, 'PG_VERSION'), 'utf8'));
  if (version === programs.major) return;
  throw new Error(
    `The data was made by PostgreSQL ${version}, and this version of Mandate brings ${programs.major}. ` +
      'Back it up with the version that made it, and restore the backup into a new folder with this one.',
  );
}

function run(program: string, cwd: string, account: Account, flags: string[]): Promise<void> {
  return new Promise((resolve, reject) => {
    const child = spawn(program, flags, { cwd, env: plainEnvironment(), ...asAccount(account) });
    let said = '';
    child.stdout.on('data', () => {});
    child.stderr.on('data', (text) => {
      said += text;
    });
    child.on('error', reject);
    child.on('close', (code) =>
      code === 0 ? resolve() : reject(new Error(`The database cannot be made: ${said.trim()}`)),
    );
  });
}
