import { readFile } from 'node:fs/promises';
import pg from 'pg';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { cloneDatabase } from '#platform/db/test/clone.ts';
import { schemaText, snapshotFile } from './schema-snapshot.ts';

let client: pg.Client;
let close: () => Promise<void>;
beforeAll(async () => {
  const clone = await cloneDatabase();
  client = new pg.Client({ connectionString: clone.ownerUrl });
  await client.connect();
  close = async () => {
    await client.end();
    await clone.close();
  };
});
afterAll(() => close());

describe('db/schema.sql', () => {
  it('is what the catalog says (else run: node tools/schema-snapshot.ts)', async () => {
    expect(await schemaText(client)).toBe(await readFile(snapshotFile, 'utf8'));
  });

  it.each([
    [
      'a column',
      'alter table clients.clients add column planted bigint not null default 7',
      'planted bigint not null default 7',
    ],
    ['a remark', "comment on column clients.clients.name is 'Planted remark'", '-- Planted remark'],
    [
      'a constraint',
      'alter table clients.clients add constraint planted check (name <> name)',
      'constraint planted check',
    ],
    [
      'an index',
      'create index planted on clients.clients (name) where name > $$m$$',
      'create index planted on clients.clients',
    ],
    [
      'a policy',
      'create policy planted on clients.clients for select using (name = $$x$$)',
      'policy planted for select',
    ],
    [
      'a trigger',
      'create trigger planted before delete on clients.clients for each row execute function app.count_revision()',
      'create trigger planted',
    ],
    ['a view', 'create view clients.planted as select 1 as one', 'create view clients.planted'],
    [
      'a function',
      'create function clients.planted(one int) returns int language sql as $$select 1$$',
      'function clients.planted(one integer) returns integer',
    ],
  ])('would tell of %s', async (_, planted, told) => {
    const before = await schemaText(client);
    await client.query('begin');
    await client.query(planted);
    const after = await schemaText(client);
    await client.query('rollback');
    expect(before.toLowerCase()).not.toContain(told.toLowerCase());
    expect(after.toLowerCase()).toContain(told.toLowerCase());
  });
});
