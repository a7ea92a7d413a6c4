import { readdir, readFile } from 'node:fs/promises';
import path from 'node:path';
import type pg from 'pg';

/** The root of the project, seen from this file. */
export const root = path.resolve(import.meta.dirname, '../..');

type Migration = { number: number; name: string; breaking: boolean; text: string };

/** Thrown when the database was made by a newer version that this program would harm. Exit code 78. */
export class NewerDatabase extends Error {
  readonly exitCode = 78;
}

/** All migrations of the project, in order. Throws when a first line does not say whether it breaks. */
export async function readMigrations(): Promise<Migration[]> {
  const folder = path.join(root, 'db/migrations');
  const files = (await readdir(folder)).filter((file) => file.endsWith('.sql')).sort();
  return Promise.all(
    files.map(async (file) => {
      const text = await readFile(path.join(folder, file), 'utf8');
      const first = /^-- breaking: (yes|no)\n/.exec(text);
      if (!first) throw new Error(`${file} must begin with "-- breaking: yes" or "-- breaking: no"`);
      return { number: Number(file.slice(0, 4)), name: file.slice(5, -4), breaking: first[1] === 'yes', text };
    }),
  );
}

/**
 * Brings the database to the present schema: each pending migration in its own transaction, then all re-runnable SQL in
 * one. Two processes that start together cannot both apply one (a lock is held). `upTo` stops at that number.
 */
export async function migrate(owner: pg.ClientBase, upTo = Number.POSITIVE_INFINITY): Promise<void> {
  const migrations = await readMigrations();
  await owner.query('select pg_advisory_lock(4711)');
  try {
    await owner.query(`create schema if not exists platform;
      create table if not exists platform.migrations (
        number int primary key, name text not null, breaking boolean not null, applied_at timestamptz not null default now());
      comment on table platform.migrations is '@derived'`);
    const { rows } = await owner.query<{ number: number; breaking: boolean }>(
      'select number, breaking from platform.migrations',
    );
    const applied = new Set(rows.map((row) => row.number));
    refuseNewer(rows, migrations);
    for (const migration of migrations) {
      if (!applied.has(migration.number) && migration.number <= upTo) await apply(owner, migration);
    }
    // The re-runnable files speak of the newest schema: they would not fit one that was stopped half-way.
    if (!migrations.some((migration) => migration.number > upTo)) await resync(owner);
  } finally {
    await owner.query('select pg_advisory_unlock(4711)');
  }
}

function refuseNewer(applied: { number: number; breaking: boolean }[], known: Migration[]): void {
  const numbers = new Set(known.map((migration) => migration.number));
  const newer = applied.find((row) => row.breaking && !numbers.has(row.number));
  if (newer)
    throw new NewerDatabase(
      `A newer version of Mandate wrote this database: this one does not know its migration ${newer.number} and would harm it. ` +
        'Start that version, or restore a backup taken before it into a new folder.',
    );
}

async function apply(owner: pg.ClientBase, migration: Migration): Promise<void> {
  await owner.query('begin');
  try {
    await owner.query('insert into platform.migrations (number, name, breaking) values ($1, $2, $3)', [
      migration.number,
      migration.name,
      migration.breaking,
    ]);
    await owner.query(migration.text);
    await owner.query('commit');
  } catch (error) {
    await owner.query('rollback');
    throw new Error(`migration ${migration.number} ${migration.name}: ${(error as Error).message}`, { cause: error });
  }
}

/** The re-runnable files: the platform's, then each module's in the declared order, `9-` files of the platform last. */
export async function rerunnableFiles(): Promise<string[]> {
  const order: string[] = JSON.parse(await readFile(path.join(root, 'modules/order.json'), 'utf8'));
  const folders = ['platform/sql', ...order.map((name) => `modules/${name}/sql`)];
  const files: string[] = [];
  for (const folder of folders) {
    const names = await readdir(path.join(root, folder)).catch(() => []);
    files.push(
      ...names
        .filter((name) => name.endsWith('.sql'))
        .sort()
        .map((name) => `${folder}/${name}`),
    );
  }
  const last = files.filter((file) => file.startsWith('platform/sql/9-'));
  return [...files.filter((file) => !last.includes(file)), ...last];
}

/** Re-applies functions, views and policies, so that their present text is always one readable file. */
export async function resync(owner: pg.ClientBase): Promise<void> {
  await owner.query('begin');
  try {
    for (const file of await rerunnableFiles()) {
      try {
        await owner.query(await readFile(path.join(root, file), 'utf8'));
      } catch (error) {
        throw new Error(`${file}: ${(error as Error).message}`, { cause: error });
      }
    }
    await owner.query('call app.protect()');
    await owner.query('commit');
  } catch (error) {
    await owner.query('rollback');
    throw error;
  }
}
