import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { aCompany, type TestCompany } from '#modules/mandates/testing.ts';
import type { Db } from './database.ts';
import { sql } from './sql.ts';
import { cloneDatabase } from './test/clone.ts';

let clone: Awaited<ReturnType<typeof cloneDatabase>>;
let company: TestCompany;
beforeAll(async () => {
  clone = await cloneDatabase();
  company = await aCompany(clone);
});
afterAll(() => clone.close());

const write = <T>(work: (db: Db) => Promise<T>) => {
  const { companyId, employeeId } = company.actor('hr');
  return clone.database.write({ companyId, employeeId }, {}, work);
};
const add = (name: string) =>
  sql`insert into organization.departments (company_id, name) values (${company.id}, ${name})`;
const kept = async (name: string) =>
  (await company.owner(`select from organization.departments where name = '${name}'`)).length;

describe('what is sent for later', () => {
  it('is written with the rest', async () => {
    await write(async (db) => db.later(add('Later')));
    expect(await kept('Later')).toBe(1);
  });
  it('fails the whole transaction with its own error', async () => {
    const act = write(async (db) => {
      await db.run(add('Before'));
      db.later(sql`select 1 / 0`);
      return 'done';
    });
    await expect(act).rejects.toThrow('division by zero');
    expect(await kept('Before')).toBe(0);
  });
  it('and is the cause that is told when a later statement finds the transaction void', async () => {
    const act = write(async (db) => {
      db.later(sql`select 1 / 0`);
      await db.run(add('After'));
    });
    await expect(act).rejects.toThrow('division by zero');
  });
});

describe('the end of a transaction', () => {
  it('is not taken for a commit when the transaction had failed unnoticed', async () => {
    const act = write(async (db) => {
      await db.run(add('Unnoticed'));
      await db.run(sql`select 1 / 0`).catch(() => {});
    });
    await expect(act).rejects.toThrow('rolled back');
    expect(await kept('Unnoticed')).toBe(0);
  });
  it('lets nothing follow on the same connection', async () => {
    let held: Db | undefined;
    await write(async (db) => {
      held = db;
    });
    await expect(held?.run(add('Too late'))).rejects.toThrow('has ended');
    expect(await kept('Too late')).toBe(0);
  });
});
