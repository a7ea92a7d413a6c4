import pg from 'pg';
import { modules } from './modules.ts';

/** Publishes the permits that come without a clause (see app.common_permits), as the modules declare them. */
export async function publishCommonPermits(ownerUrl: string): Promise<void> {
  const permits = modules.flatMap((module) => Object.entries(module.permits));
  const rows = permits.flatMap(([permit, declared]) => [
    ...(declared.everyone ? [{ permit, holder: 'everyone' }] : []),
    ...(declared.founding ? [{ permit, holder: 'founder' }] : []),
  ]);
  const client = new pg.Client({ connectionString: ownerUrl });
  await client.connect();
  try {
    await client.query('begin');
    await client.query('delete from app.common_permits');
    await client.query(
      'insert into app.common_permits (permit, holder) select permit, holder from jsonb_to_recordset($1) r(permit text, holder text)',
      [JSON.stringify(rows)],
    );
    await client.query('select mandates.rebuild_access(id) from platform.companies');
    await client.query('commit');
  } finally {
    await client.end();
  }
}
