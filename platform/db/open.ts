import { createHmac } from 'node:crypto';
import pg from 'pg';
import { runMigrations } from 'graphile-worker';
import { Database } from './database.ts';
import { migrate } from './migrate.ts';

const appRole = 'mandate_app';

/**
 * Opens the database that `ownerUrl` names: makes the application role, migrates as the owner, and gives pools that
 * connect as the application role, which owns nothing.
 * @throws NewerDatabase when the schema is newer than this program.
 */
export async function openDatabase(options: {
  ownerUrl: string;
  replicaUrl?: string | undefined;
  connections?: number;
  migrateTo?: number;
}): Promise<Database> {
  const owner = new pg.Client({ connectionString: options.ownerUrl });
  await owner.connect();
  try {
    await makeAppRole(owner, options.ownerUrl);
    await migrate(owner, options.migrateTo);
  } finally {
    await owner.end();
  }
  await runMigrations({ connectionString: options.ownerUrl, schema: 'graphile_worker' });
  return new Database({
    appUrl: appUrl(options.ownerUrl),
    replicaUrl: options.replicaUrl && appUrl(options.replicaUrl),
    ownerUrl: options.ownerUrl,
    ...(options.connections && { connections: options.connections }),
  });
}

/** The same database, reached as the application role. Its password follows from the owner's, so that nothing is stored. */
export function appUrl(ownerUrl: string): string {
  const { password, rest } = splitUrl(ownerUrl);
  return `${rest.scheme}${appRole}${password ? `:${passwordFrom(password)}` : ''}@${rest.after}`;
}

async function makeAppRole(owner: pg.Client, ownerUrl: string): Promise<void> {
  const { password } = splitUrl(ownerUrl);
  const { rowCount } = await owner.query('select from pg_roles where rolname = $1', [appRole]);
  if (!rowCount) await owner.query(`create role ${appRole} login nosuperuser nocreatedb nocreaterole nobypassrls`);
  if (password) await owner.query(`alter role ${appRole} password '${passwordFrom(password)}'`);
}

function passwordFrom(ownerPassword: string): string {
  return createHmac('sha256', ownerPassword).update(appRole).digest('hex');
}

function splitUrl(url: string) {
  const match = /^(postgres(?:ql)?:\/\/)(?:[^:@/]*(?::([^@/]*))?@)?(.*)$/.exec(url);
  if (!match) throw new Error('DATABASE_URL is not a PostgreSQL address');
  return { password: match[2] ? decodeURIComponent(match[2]) : '', rest: { scheme: match[1] ?? '', after: match[3] ?? '' } };
}
