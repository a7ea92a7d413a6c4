import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { aCompany, type TestCompany } from '#modules/mandates/testing.ts';
import { sql } from './sql.ts';
import { cloneDatabase } from './test/clone.ts';

let clone: Awaited<ReturnType<typeof cloneDatabase>>;
let company: TestCompany;
beforeAll(async () => {
  clone = await cloneDatabase();
  company = await aCompany(clone);
});
afterAll(() => clone.close());

const rename = (name: string) => {
  const { companyId, employeeId } = company.actor('hr');
  return clone.database.write({ companyId, employeeId }, { 'app.request_id': 'r-1' }, (db) =>
    db.run(sql`update organization.departments set name = ${name} where id = ${company.departments.sales}`),
  );
};
const broken = () => company.owner<{ why: string }>('select why from journal.broken_seals()');

describe('the journal', () => {
  it('keeps who changed what, before and after, in the transaction of the change', async () => {
    await rename('Sales and service');
    const [entry] = await company.owner(
      `select employee_id, request_id, table_name, act, before, after from journal.entries
        where record_id = $1 order by id desc limit 1`,
      [company.departments.sales],
    );
    expect(entry).toEqual({
      employee_id: company.ids.hr,
      request_id: 'r-1',
      table_name: 'organization.departments',
      act: 'update',
      before: { name: 'Sales', revision: 1 },
      after: { name: 'Sales and service', revision: 2 },
    });
  });
  it('keeps nothing of a change that did not happen', async () => {
    const count = async () => (await company.owner('select from journal.entries')).length;
    const before = await count();
    await expect(rename('')).rejects.toThrow();
    expect(await count()).toBe(before);
  });
  it('cannot be changed, not even by the owner through SQL', async () => {
    await expect(company.owner('delete from journal.entries')).rejects.toThrow('append-only');
    await expect(company.owner("update journal.entries set act = 'insert'")).rejects.toThrow('append-only');
  });
});

/**
 * Seals until nothing is left unsealed: a transaction that runs in another database of the same server, as other tests
 * have, keeps later ones from being certain.
 */
const sealAll = () =>
  expect
    .poll(
      async () => {
        await company.owner('select journal.seal()');
        const [left] = await company.owner<{ count: string }>(
          "select count(*) from journal.entries where xid >= coalesce((select max(to_xid) from journal.seals), '0'::xid8)",
        );
        return Number(left?.count);
      },
      { timeout: 60_000 },
    )
    .toBe(0);

describe('the seal', () => {
  const tamper = (statement: string) =>
    company.owner(`set session_replication_role = replica; ${statement}; set session_replication_role = default`);

  it('holds over what is there', async () => {
    await sealAll();
    await rename('Sales again');
    await sealAll();
    const [seals] = await company.owner<{ count: string }>('select count(*) from journal.seals');
    expect(Number(seals?.count)).toBeGreaterThan(1);
    expect(await broken()).toEqual([]);
  });
  it('breaks when an entry is altered, and only while it is', async () => {
    const at = "table_name = 'organization.departments' and act = 'update'";
    await tamper(`update journal.entries set after = after || '{"name":"forged"}' where ${at}`);
    expect((await broken()).map((row) => row.why)).toContain('entries were altered');
  });
  it('breaks when an entry is removed', async () => {
    const [victim] = await company.owner<{ id: string }>('select min(id)::text as id from journal.entries');
    await tamper(`delete from journal.entries where id = ${victim?.id}`);
    expect((await broken()).some((row) => row.why.startsWith('covers'))).toBe(true);
  });
  it('breaks when an entry is slipped in', async () => {
    const seals = await company.owner<{ from_xid: string; number: string }>(
      'select from_xid::text, number::text from journal.seals order by number desc limit 1',
    );
    await tamper(
      `insert into journal.entries (epoch, xid, table_name, act) values (1, '${seals[0]?.from_xid}', 'x', 'insert')`,
    );
    expect(
      (await company.owner<{ number: string }>('select number::text from journal.broken_seals()')).map(
        (row) => row.number,
      ),
    ).toContain(seals[0]?.number);
  });
});
