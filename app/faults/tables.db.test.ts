import pg from 'pg';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { modules } from '#app/modules.ts';
import { aCompany, type TestCompany } from '#modules/mandates/testing.ts';
import { appUrl } from '#platform/db/open.ts';
import { asOwner, cloneDatabase } from '#platform/db/test/clone.ts';
import { compose } from '#platform/declare/registry.ts';
import {
  another,
  everyTable,
  fill,
  insertOf,
  type Records,
  type Table,
  tablesBoundToClients,
} from './test/every-table.ts';

/** What is the same for every company of an installation, or holds nothing but hashes. */
const common = ['app.common_permits', 'journal.epochs', 'journal.seals'];

/** What nobody reads but functions of the search. */
const closed = ['clients.words'];

let clone: Awaited<ReturnType<typeof cloneDatabase>>;
let company: TestCompany;
let tables: Table[];
let rows: Records;
let app: pg.Client;

beforeAll(async () => {
  clone = await cloneDatabase();
  const permits = [...compose(modules).permits.keys()];
  company = await aCompany(clone, {
    grants: {
      kamB: permits.map((permit) => ({ permit, scope: 'own' as const })),
      outsider: permits.map((permit) => ({ permit, scope: 'all' as const })),
    },
  });
  await plant();
  await setChecksAside();
  tables = await everyTable(company);
  rows = await fill(company, tables, null);
  app = new pg.Client({ connectionString: appUrl(clone.ownerUrl) });
  await app.connect();
});
afterAll(async () => {
  await app.end();
  await clone.close();
});

/** Two tables as somebody in a hurry would make them: one open to everybody, one to everybody of the company. */
async function plant(): Promise<void> {
  await asOwner(
    clone.ownerUrl,
    `create schema planted; grant usage on schema planted to mandate_app;
     create table planted.open (id uuid primary key, company_id uuid not null, keeper_id uuid);
     create table planted.wide (id uuid primary key, company_id uuid not null, keeper_id uuid);
     alter table planted.open enable row level security; alter table planted.wide enable row level security;
     grant select, insert, update, delete on planted.open, planted.wide to mandate_app;
     create policy everybody on planted.open using (true) with check (true);
     create policy colleagues on planted.wide using (company_id = app.company()) with check (company_id = app.company())`,
  );
}
const planted = ['planted.open', 'planted.wide'];

/** In this copy, so that a made-up row is refused by nothing but row security. */
async function setChecksAside(): Promise<void> {
  await asOwner(
    clone.ownerUrl,
    `do $$ declare c record; begin
       for c in select conrelid::regclass as source, conname from pg_constraint where conrelid <> 0
           and (contype in ('c', 'x') or contype = 'n' and exists (select from pg_attribute where attrelid = conrelid and attnum = conkey[1] and attgenerated <> ''))
           and connamespace::regnamespace::text not in ('graphile_worker', 'identity') loop
         execute format('alter table %s drop constraint %I', c.source, c.conname);
       end loop;
     end $$`,
  );
}

type Acting = 'kamB' | 'outsider' | 'other company';
/** By row security, by a missing privilege, by the trigger that looks for the client as the caller, by what is frozen. */
const refusals = ['42501', '23503', '23514'];

async function as<T>(who: Acting, ask: () => Promise<T>): Promise<T> {
  await app.query('begin');
  try {
    if (who === 'other company') await app.query('select app.enter_company($1)', [company.outsideId]);
    else await app.query('select app.enter($1, $2)', [company.actor(who).companyId, company.ids[who]]);
    return await ask();
  } finally {
    await app.query('rollback');
  }
}

/** Whether the statement touched a row; what is refused touches none. */
async function touches(statement: string): Promise<boolean> {
  await app.query('savepoint attempt');
  try {
    return ((await app.query(statement)).rowCount ?? 0) > 0;
  } catch (error) {
    if (!refusals.includes((error as { code: string }).code)) throw new Error(statement, { cause: error });
    return false;
  } finally {
    await app.query('rollback to savepoint attempt');
  }
}

/** The names of the tables for which the answer is not as it must be. */
async function where(
  who: Acting,
  asked: readonly Table[],
  wrong: (table: Table) => Promise<boolean>,
): Promise<string[]> {
  return as(who, async () => {
    const found: string[] = [];
    for (const table of asked) if (await wrong(table)) found.push(table.name);
    return found;
  });
}
const count = async (table: Table, condition: string) =>
  Number((await app.query(`select count(*) from ${table.name} where ${condition}`)).rows[0].count);

const ofCompanies = () => tables.filter((table) => table.has('company_id') || table.name === 'platform.companies');
const inCompany = (table: Table, id: string) =>
  `${table.name === 'platform.companies' ? 'id' : 'company_id'} = '${id}'`;

const bound = () => tablesBoundToClients(tables);
/** Picks the row that was made for somebody by the columns that are theirs alone. */
const rowFor = (table: Table, who: 'kamA' | 'kamB') => {
  const row = rows.rowOf(table.name, who) ?? {};
  const fields = table.has('id')
    ? ['id']
    : Object.keys(row).filter((field) => /^'[0-9a-f-]{36}'$/.test(row[field] ?? ''));
  return fields.map((field) => `"${field}" = ${row[field]}`).join(' and ');
};

describe('another company', () => {
  it.each(['outsider', 'other company'] as const)('as %s: no row of ours is seen', async (who) => {
    const seeing = await where(
      who,
      ofCompanies(),
      async (table) => (await count(table, inCompany(table, company.id))) > 0,
    );
    expect(seeing).toEqual(['planted.open']);
  });

  it('their own rows are seen by the same questions', async () => {
    const blind = await where(
      'outsider',
      ofCompanies(),
      async (table) => (await count(table, inCompany(table, company.outsideId))) === 0,
    );
    expect(blind.filter((name) => !closed.includes(name))).toEqual([]);
  });

  it('a table that belongs to no company is known by name', () => {
    const without = tables.filter((table) => !ofCompanies().includes(table)).map(({ name }) => name);
    expect(without).toEqual(common);
  });

  it.each(['outsider', 'other company'] as const)('as %s: nothing of ours is changed or removed', async (who) => {
    const condition = (table: Table) => inCompany(table, company.id);
    const writable = (verb: 'update' | 'delete') => ofCompanies().filter((table) => table.verbs.includes(verb));
    const changed = await where(who, writable('update'), async (table) => {
      const [{ name } = { name: '' }] = table.columns;
      return touches(`update ${table.name} set "${name}" = "${name}" where ${condition(table)}`);
    });
    const removed = await where(who, writable('delete'), async (table) =>
      touches(`delete from ${table.name} where ${condition(table)}`),
    );
    expect([changed, removed]).toEqual([['planted.open'], ['planted.open']]);
  });

  it.each(['outsider', 'other company'] as const)(
    'as %s: nothing is put among ours, and nothing of theirs moves over',
    async (who) => {
      const insertable = tables.filter((table) => table.verbs.includes('insert') && rows.rowOf(table.name, 'kamA'));
      const put = await where(who, insertable, async (table) => {
        const row = another(table, rows.rowOf(table.name, 'kamA') ?? {});
        return touches(insertOf(table, row));
      });
      expect(put).toEqual(['planted.open']);
      const movable = ofCompanies().filter((table) => table.has('company_id') && table.verbs.includes('update'));
      const moved = await where(who, movable, async (table) =>
        touches(`update ${table.name} set company_id = '${company.id}'`),
      );
      expect(moved).toEqual(['planted.open']);
    },
  );
});

describe('another account manager, though granted everything over their own', () => {
  it('there are such tables, also without a keeper of their own', () => {
    const names = bound().map(({ name }) => name);
    expect(names).toEqual(
      expect.arrayContaining(['clients.clients', 'clients.statuses', 'orders.order_lines', 'settlements.allocations']),
    );
  });

  it('a record of a colleague’s client is not seen; the same record of one’s own is', async () => {
    const seeing = await where('kamB', bound(), async (table) => (await count(table, rowFor(table, 'kamA'))) > 0);
    expect(seeing).toEqual(planted);
    const blind = await where('kamB', bound(), async (table) => (await count(table, rowFor(table, 'kamB'))) === 0);
    expect(blind).toEqual([]);
  });

  it('nothing of a colleague’s client is changed, removed or added', async () => {
    const touching = (verb: 'update' | 'delete', statement: (table: Table) => string) =>
      where(
        'kamB',
        bound().filter((table) => table.verbs.includes(verb)),
        async (table) => touches(statement(table)),
      );
    const changed = await touching('update', (table) => {
      const [{ name } = { name: '' }] = table.columns;
      return `update ${table.name} set "${name}" = "${name}" where ${rowFor(table, 'kamA')}`;
    });
    const removed = await touching('delete', (table) => `delete from ${table.name} where ${rowFor(table, 'kamA')}`);
    const added = await where(
      'kamB',
      bound().filter((table) => table.verbs.includes('insert')),
      async (table) => touches(insertOf(table, another(table, rows.rowOf(table.name, 'kamA') ?? {}))),
    );
    expect({ changed, removed, added }).toEqual({ changed: planted, removed: planted, added: planted });
  });
});

describe('what row security rests on', () => {
  it('every journaled table has an id, without which its changes would go unrecorded', async () => {
    const journaled = await company.owner<{ name: string }>(
      "select t.tgrelid::regclass::text as name from pg_trigger t where t.tgname = 'journal__update' order by 1",
    );
    const without = journaled.filter(({ name }) => !tables.find((table) => table.name === name)?.has('id'));
    expect(without).toEqual([]);
  });

  it('no reference leads from one company into another', async () => {
    const loose = () =>
      company.owner<{ name: string }>(`select c.conname as name from pg_constraint c
        where c.contype = 'f' and c.confrelid <> 'platform.companies'::regclass
          and exists (select from pg_attribute a where a.attrelid = c.conrelid and a.attname = 'company_id')
          and exists (select from pg_attribute a where a.attrelid = c.confrelid and a.attname = 'company_id')
          and not exists (select from pg_attribute a where a.attrelid = c.conrelid and a.attnum = any (c.conkey)
            and a.attname = 'company_id')`);
    expect(await loose()).toEqual([]);
    await company.owner(
      'alter table planted.wide add constraint wide__loose foreign key (keeper_id) references organization.employees (id)',
    );
    expect(await loose()).toEqual([{ name: 'wide__loose' }]);
    await company.owner('call app.keep_companies_apart()');
    expect(await loose()).toEqual([]);
    const across = company.owner(
      `insert into planted.wide values (gen_random_uuid(), '${company.id}', '${company.ids.outsider}')`,
    );
    await expect(across).rejects.toMatchObject({ code: '23503', constraint: 'wide__loose' });
  });

  it('whoever brings records in as the company cannot give them a client and keeper of another one', async () => {
    const contactOf = (who: 'kamA' | 'outsider') => {
      const { id = '', keeper_id: keeper = '' } = rows.rowOf('clients.clients', who) ?? {};
      return `insert into clients.contacts (company_id, client_id, keeper_id, name) values ('${company.id}', ${id}, ${keeper}, 'A contact')`;
    };
    await app.query('begin');
    await app.query('select app.enter_company($1)', [company.id]);
    const [ours, theirs] = [await touches(contactOf('kamA')), await touches(contactOf('outsider'))];
    await app.query('rollback');
    expect({ ours, theirs }).toEqual({ ours: true, theirs: false });
  });

  it('whatever runs past row security asks who acts, or is known by name', async () => {
    const unasking = await company.owner<{ name: string }>(`select p.oid::regproc::text as name
      from pg_proc p join pg_namespace n on n.oid = p.pronamespace
      where p.prosecdef and p.prorettype <> 'trigger'::regtype and n.nspname not in ('graphile_worker', 'pg_catalog')
        and p.prosrc !~ 'app\\.(company|employee|may_all)\\(' order by 1`);
    expect(unasking.map(({ name }) => name).filter((name) => !asksNobody.includes(name))).toEqual([]);
  });
});

/** Asked before anyone acts, by jobs over all companies, or only through a function that asks; none gives a record away. */
const asksNobody = [
  ...['app.company_ids', 'app.employee_of_key', 'app.employee_of_user', 'app.enter', 'app.enter_company'],
  ...['app.mandate_of', 'app.schema_version', 'app.start_of', 'app.today', 'journal.seal'],
  ...['mandates.rebuild_access', 'mandates.send_for_signature', 'mandates.take_away'],
  'platform.contents_let_go',
  ...['plans.sales_by_group', 'plans.substitute_is_credited'],
];
