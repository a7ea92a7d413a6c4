import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { aCompany, type TestCompany } from '#modules/mandates/testing.ts';
import { sql } from '#platform/db/sql.ts';
import { asOwner, cloneDatabase } from '#platform/db/test/clone.ts';
import { compose } from '#platform/declare/registry.ts';
import { Runner } from '#platform/run.ts';
import { answerList, readList } from './answer.ts';
import { defineList, type ListReply } from './define.ts';
import type { ListSource } from './source.ts';

const list = defineList({
  key: 'test.rows',
  id: 'test.rows',
  path: '/rows',
  permit: 'clients.read',
  summary: 'Rows',
  columns: {
    name: { type: 'text', sortable: true, filterable: true },
    owed: { type: 'money', sortable: true, filterable: true, total: true, nullable: true },
    due: { type: 'date', sortable: true, filterable: true, nullable: true },
    at: { type: 'instant', sortable: true, filterable: true },
    weight: { type: 'number', sortable: true, filterable: true },
    state: { type: 'enum', filterable: true, values: ['a', 'b'], nullable: true },
  },
  defaultSort: 'name',
  searchable: true,
});
const source: ListSource = {
  from: sql`test.rows r`,
  id: sql`r.id`,
  keeper: sql`r.keeper_id`,
  columns: {
    name: sql`r.name`,
    owed: sql`r.owed`,
    due: sql`r.due`,
    at: sql`r.at`,
    weight: sql`r.weight`,
    state: sql`r.state`,
  },
  search: (text) => sql`r.name ^@ ${text}`,
  href: (id) => `/rows/${id}`,
};

it('a list whose cells are edited is not answered without the revision that an edit names', () => {
  const by = { ...list.read, method: 'PATCH', ifMatch: true } as const;
  const edited = defineList({
    ...list,
    columns: { ...list.columns, name: { ...list.columns.name, editedBy: { by } } },
  });
  expect(() => answerList(edited, source)).toThrow('revision');
  expect(answerList(edited, { ...source, revision: sql`r.revision` })).toHaveLength(2);
});

type Row = {
  name: string;
  owed: number | null;
  due: string | null;
  at: string;
  weight: number;
  state: string | null;
  mine: boolean;
};
const row: fc.Arbitrary<Row> = fc.record({
  name: fc.constantFrom('a', 'A', 'ä', 'b', 'Б', 'б', '_', '%'),
  owed: fc.option(fc.integer({ min: -3, max: 3 })),
  due: fc.option(fc.constantFrom('2026-01-01', '2026-01-02')),
  at: fc.constantFrom('2026-01-01T00:00:00.000001Z', '2026-01-01T00:00:00.000002Z', '2026-01-01T00:00:00Z'),
  weight: fc.constantFrom(0.001, 0.002, 1.5),
  state: fc.option(fc.constantFrom('a', 'b')),
  mine: fc.boolean(),
});

let clone: Awaited<ReturnType<typeof cloneDatabase>>;
let company: TestCompany;
let runner: Runner;

beforeAll(async () => {
  clone = await cloneDatabase();
  company = await aCompany(clone.database);
  runner = new Runner(clone.database, compose([]));
  await asOwner(
    clone.ownerUrl,
    `create schema test; grant usage on schema test to mandate_app;
    create table test.rows (id uuid primary key default uuidv7(), keeper_id uuid, name text, owed bigint, due date, at timestamptz, weight numeric, state text);
    grant select on test.rows to mandate_app`,
  );
});
afterAll(() => clone.close());

async function keep(rows: readonly Row[]): Promise<void> {
  const filled = rows.map(({ mine, ...each }) => ({ ...each, keeper_id: mine ? company.ids.kamA : company.ids.kamB }));
  await company.owner('truncate test.rows');
  await company.owner(
    `insert into test.rows (keeper_id, name, owed, due, at, weight, state) select r.keeper_id, r.name, r.owed, r.due, r.at, r.weight, r.state
      from jsonb_to_recordset($1) r(keeper_id uuid, name text, owed bigint, due date, at timestamptz, weight numeric, state text)`,
    [JSON.stringify(filled)],
  );
}
const read = (query: Record<string, unknown>, who: 'support' | 'kamA' = 'support') =>
  runner.read(company.actor(who), (w) => readList(w, list, source, query));

async function readAll(query: Record<string, unknown>, limit: number): Promise<ListReply['items']> {
  const items: ListReply['items'] = [];
  let cursor: string | null = null;
  do {
    const page: ListReply = await read({ ...query, limit, ...(cursor && { cursor }) });
    expect(page.items.length).toBeLessThanOrEqual(limit);
    items.push(...page.items);
    cursor = page.nextCursor;
  } while (cursor);
  return items;
}

describe('keyset paging', () => {
  it('gives every row once, in the same order whatever the size of a page', async () => {
    const sorts = ['name', '-name', 'owed', '-owed', 'due', '-due', 'at', '-at', 'weight', '-weight'];
    await fc.assert(
      fc.asyncProperty(
        fc.array(row, { maxLength: 25 }),
        fc.constantFrom(...sorts),
        fc.integer({ min: 1, max: 7 }),
        async (rows, sort, limit) => {
          await keep(rows);
          const whole = (await read({ sort, limit: 200 })).items.map(({ id }) => id);
          const paged = (await readAll({ sort }, limit)).map(({ id }) => id);
          expect(whole).toHaveLength(rows.length);
          expect(paged).toEqual(whole);
        },
      ),
      { numRuns: 60 },
    );
  });

  it('puts what is empty last, upwards and downwards', async () => {
    const bare = { name: 'x', due: null, at: '2026-01-01T00:00:00Z', weight: 1, state: null, mine: true };
    await keep([
      { ...bare, owed: null },
      { ...bare, owed: 2 },
      { ...bare, owed: 1 },
      { ...bare, owed: null },
    ]);
    const owed = async (sort: string) => (await readAll({ sort }, 1)).map((item) => item.owed);
    expect(await owed('owed')).toEqual([1, 2, null, null]);
    expect(await owed('-owed')).toEqual([2, 1, null, null]);
  });

  it('refuses a cursor of another order, and junk', async () => {
    await keep([]);
    const cursor = Buffer.from(JSON.stringify(['owed', '1', company.id])).toString('base64url');
    await expect(read({ sort: 'name', cursor })).rejects.toMatchObject({ reasons: [{ code: 'lists.bad-cursor' }] });
    await expect(read({ cursor: 'junk' })).rejects.toMatchObject({ reasons: [{ code: 'lists.bad-cursor' }] });
  });
});

describe('filters in the database', () => {
  it('agree with what they say, and totals with the rows', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(row, { maxLength: 20 }), async (rows) => {
        await keep(rows);
        const count = async (query: Record<string, unknown>) =>
          (await read({ ...query, totals: true, limit: 200 })).totals;
        const expected = (test: (each: Row) => boolean) => {
          const kept = rows.filter(test);
          return { count: kept.length, owed: kept.reduce((so, { owed }) => so + (owed ?? 0), 0) };
        };
        expect(await count({ 'owed.gte': '1' })).toEqual(expected(({ owed }) => owed !== null && owed >= 1));
        expect(await count({ 'owed.lte': '-1', state: 'a,b' })).toEqual(
          expected(({ owed, state }) => owed !== null && owed <= -1 && state !== null),
        );
        expect(await count({ 'state.not': 'a' })).toEqual(expected(({ state }) => state !== 'a'));
        expect(await count({ 'due.is': 'null' })).toEqual(expected(({ due }) => due === null));
        expect(await count({ due: '2026-01-02' })).toEqual(expected(({ due }) => due === '2026-01-02'));
        expect(await count({ weight: '0.002' })).toEqual(expected(({ weight }) => weight === 0.002));
        expect(await count({ 'name.has': '%' })).toEqual(expected(({ name }) => name === '%'));
        expect(await count({ q: '_' })).toEqual(expected(({ name }) => name === '_'));
      }),
      { numRuns: 25 },
    );
  });

  it('say the keeper for whoever has no grant over all of the company', async () => {
    const bare = { name: 'x', owed: 1, due: null, at: '2026-01-01T00:00:00Z', weight: 1, state: null };
    await keep([
      { ...bare, mine: true },
      { ...bare, mine: false },
    ]);
    expect((await read({ totals: true }, 'kamA')).totals).toEqual({ count: 1, owed: 1 });
    expect((await read({ totals: true }, 'support')).totals).toEqual({ count: 2, owed: 2 });
  });
});
