import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { aCompany, type TestCompany } from '#modules/mandates/testing.ts';
import type { DbActor } from './database.ts';
import { sql } from './sql.ts';
import { cloneDatabase } from './test/clone.ts';

let clone: Awaited<ReturnType<typeof cloneDatabase>>;
let company: TestCompany;
beforeAll(async () => {
  clone = await cloneDatabase();
  company = await aCompany(clone);
});
afterAll(() => clone.close());

const as = (person: Parameters<TestCompany['actor']>[0]): DbActor => {
  const { companyId, employeeId } = company.actor(person);
  return { companyId, employeeId };
};
type Seen = { me: string; employees: number };
const whoAmI = sql<Seen>`select app.employee() as me, (select count(*) from organization.employees) as employees`;

describe('a connection acts for one person at a time', () => {
  it('never as the one before, however the requests mingle', async () => {
    const people = ['kamA', 'kamB', 'head', 'outsider', 'director'] as const;
    const asked = Array.from({ length: 200 }, (_, i) => people[i % people.length] ?? 'kamA');
    const seen = await Promise.all(asked.map((person) => clone.database.read(as(person), (db) => db.one(whoAmI))));
    expect(seen.map((row) => row.me)).toEqual(asked.map((person) => company.ids[person]));
    expect(seen.map((row) => row.employees)).toEqual(asked.map((person) => (person === 'outsider' ? 1 : 7)));
  });
  it('and a failed query does not pass its actor on', async () => {
    const failing = clone.database.read(as('director'), (db) => db.all(sql`select 1 / 0`));
    await expect(failing).rejects.toThrow('division by zero');
    const seen = await Promise.all(
      Array.from({ length: 8 }, () => clone.database.read(as('outsider'), (db) => db.one(whoAmI))),
    );
    expect(new Set(seen.map((row) => row.me))).toEqual(new Set([company.ids.outsider]));
  });
  it('a read cannot write', async () => {
    const writing = clone.database.read(as('hr'), (db) => db.run(sql`update organization.departments set name = 'x'`));
    await expect(writing).rejects.toThrow('read-only transaction');
  });
  it('without an actor nothing is seen', async () => {
    const seen = await clone.database.bare((db) =>
      db.one(sql<{ count: number }>`select count(*) from organization.employees`),
    );
    expect(seen.count).toBe(0);
  });
});

describe('an order of the company reaches the database itself', () => {
  it('the substitute reaches what the absent one kept, for exactly those days', async () => {
    const reach = sql<{ reach: string[] }>`select app.reach()::text[] as reach`;
    const before = await clone.database.read(as('kamB'), (db) => db.one(reach));
    expect(before.reach).toEqual([company.ids.kamB]);
    await company.substitute('kamA', 'kamB', 3);
    await company.owner('select mandates.rebuild_access($1)', [company.id]);
    const [dated] = await company.owner<{ valid: string }>(
      "select valid::text from app.reach where employee_id = $1 and kind = 'substitution'",
      [company.ids.kamB],
    );
    const [expected] = await company.owner<{ valid: string }>(
      'select daterange(app.today($1), app.today($1) + 3)::text as valid',
      [company.id],
    );
    expect(dated).toEqual(expected);
    const away = await company.owner(
      "select from app.grants where employee_id = $1 and permit = 'orders.take' and valid @> app.today($2)",
      [company.ids.kamA, company.id],
    );
    expect(away).toEqual([]);
    const back = await company.owner(
      "select from app.grants where employee_id = $1 and permit = 'orders.take' and valid @> (app.today($2) + 3)",
      [company.ids.kamA, company.id],
    );
    expect(back).toHaveLength(1);
  });
});
