import { createHmac } from 'node:crypto';
import { runMigrations } from 'graphile-worker';
import pg from 'pg';
import { Database } from './database.ts';
import { migrate } from './migrate.ts';

/** The role of the application, and the one that only identity uses. Neither owns anything. */
type Role = 'mandate_app' | 'mandate_identity';

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
  let migrated: string;
  const owner = new pg.Client({ connectionString: options.ownerUrl });
  await owner.connect();
  try {
    await makeRole(owner, options.ownerUrl, 'mandate_app');
    await makeRole(owner, options.ownerUrl, 'mandate_identity');
    await migrate(owner, options.migrateTo);
    migrated = await positionOf(owner);
  } finally {
    await owner.end();
  }
  await migrateQueue(options.ownerUrl);
  return new Database({
    appUrl: appUrl(options.ownerUrl),
    replicaUrl: options.replicaUrl && appUrl(options.replicaUrl),
    replicaNeeds: migrated,
    ownerUrl: options.ownerUrl,
    ...(options.connections && { connections: options.connections }),
  });
}

/** Brings the tables of the job queue up to date. */
async function migrateQueue(ownerUrl: string): Promise<void> {
  const pool = new pg.Pool({ connectionString: ownerUrl, max: 1 });
  // A pool is done before its connections have closed; one that breaks meanwhile is nobody's loss.
  pool.on('error', () => {});
  pool.on('connect', (client) => client.on('error', () => {}));
  try {
    await runMigrations({ pgPool: pool, schema: 'graphile_worker' });
  } finally {
    await pool.end();
  }
}

/** The same database, reached as a lesser role. Its password follows from the owner's, so that nothing is stored. */
export function roleUrl(ownerUrl: string, role: Role): string {
  const { password, rest } = splitUrl(ownerUrl);
  return `${rest.scheme}${role}${password ? `:${passwordFrom(password, role)}` : ''}@${rest.after}`;
}

/** The same database, reached as the application role. */
export function appUrl(ownerUrl: string): string {
  return roleUrl(ownerUrl, 'mandate_app');
}

async function positionOf(owner: pg.Client): Promise<string> {
  const { rows } = await owner.query<{ at: string }>('select pg_current_wal_insert_lsn()::text as at');
  return rows[0]?.at ?? '';
}

async function makeRole(owner: pg.Client, ownerUrl: string, role: Role): Promise<void> {
  const { password } = splitUrl(ownerUrl);
  const { rowCount } = await owner.query('select from pg_roles where rolname = $1', [role]);
  if (!rowCount) await owner.query(`create role ${role} login nosuperuser nocreatedb nocreaterole nobypassrls`);
  if (password) await owner.query(`alter role ${role} password '${passwordFrom(password, role)}'`);
}

function passwordFrom(ownerPassword: string, role: Role): string {
  return createHmac('sha256', ownerPassword).update(role).digest('hex');
}

function splitUrl(url: string) {
  const match = /^(postgres(?:ql)?:\/\/)(?:[^:@/]*(?::([^@/]*))?@)?(.*)$/.exec(url);
  if (!match) throw new Error('DATABASE_URL is not a PostgreSQL address');
  return {
    password: match[2] ? decodeURIComponent(match[2]) : '',
    rest: { scheme: match[1] ?? '', after: match[3] ?? '' },
  };
}
