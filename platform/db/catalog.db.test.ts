import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { asOwner, cloneDatabase } from './test/clone.ts';

let clone: Awaited<ReturnType<typeof cloneDatabase>>;
beforeAll(async () => {
  clone = await cloneDatabase();
});
afterAll(() => clone.close());

/** Tables of the application: not the server's own, not identity's (which another role holds), not the queue's. */
const ours = `n.nspname not like 'pg\\_%' and n.nspname not in ('information_schema', 'identity', 'graphile_worker', 'public')`;

const unprotectedTables = `select c.oid::regclass::text as name from pg_class c join pg_namespace n on n.oid = c.relnamespace
  where c.relkind in ('r', 'p') and ${ours} and (not c.relrowsecurity
    or not exists (select from pg_policy p where p.polrelid = c.oid and p.polcmd = 'r')) and c.oid::regclass::text <> 'platform.migrations'`;
const bypassingViews = `select c.oid::regclass::text as name from pg_class c join pg_namespace n on n.oid = c.relnamespace
  where c.relkind = 'v' and ${ours} and not coalesce(c.reloptions @> array['security_invoker=true'], false)`;
const unjournaled = `select c.oid::regclass::text as name from pg_class c join pg_namespace n on n.oid = c.relnamespace
  where c.relkind = 'r' and ${ours} and coalesce(obj_description(c.oid), '') not like '@derived%'
    and not exists (select from pg_trigger t where t.tgrelid = c.oid and t.tgname = 'journal__insert')`;

describe('what no table can lack', () => {
  const names = async (query: string) =>
    (await asOwner<{ name: string }>(clone.ownerUrl, query)).map((row) => row.name);

  it('row security with a policy for reading', async () => {
    expect(await names(unprotectedTables)).toEqual([]);
  });
  it('views that ask as the caller', async () => {
    expect(await names(bypassingViews)).toEqual([]);
  });
  it('the journal', async () => {
    expect(await names(unjournaled)).toEqual([]);
  });
  it('and the checks see what they must: a planted table and a planted view are named', async () => {
    await asOwner(
      clone.ownerUrl,
      'create table platform.planted (id uuid); create view platform.planted_view as select * from platform.planted',
    );
    expect(await names(unprotectedTables)).toEqual(['platform.planted']);
    expect(await names(bypassingViews)).toEqual(['platform.planted_view']);
    expect(await names(unjournaled)).toEqual(['platform.planted']);
    await asOwner(clone.ownerUrl, 'drop view platform.planted_view; drop table platform.planted');
  });
});

describe('the application role', () => {
  it('owns nothing and cannot go past row security', async () => {
    const [role] = await asOwner(
      clone.ownerUrl,
      "select rolsuper, rolbypassrls, rolcreaterole from pg_roles where rolname = 'mandate_app'",
    );
    expect(role).toEqual({ rolsuper: false, rolbypassrls: false, rolcreaterole: false });
    const owned = await asOwner(clone.ownerUrl, "select from pg_class where relowner = 'mandate_app'::regrole");
    expect(owned).toEqual([]);
  });
  it('cannot write the journal, grants or reach, and cannot see identity', async () => {
    const rights = await asOwner(
      clone.ownerUrl,
      `select t, has_table_privilege('mandate_app', t, 'insert, update, delete') as writes
         from unnest(array['journal.entries', 'journal.seals', 'app.grants', 'app.reach', 'identity.session', 'identity.account']) t`,
    );
    expect(rights.filter((row) => row.writes)).toEqual([]);
    const [identity] = await asOwner(
      clone.ownerUrl,
      "select has_schema_privilege('mandate_app', 'identity', 'usage') as sees",
    );
    expect(identity).toEqual({ sees: false });
  });
});
