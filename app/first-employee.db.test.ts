import { verify } from '@node-rs/argon2';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { asOwner, cloneDatabase } from '#platform/db/test/clone.ts';
import { isEmpty } from './data-folder.ts';
import { createFirstEmployee } from './first-employee.ts';

let clone: Awaited<ReturnType<typeof cloneDatabase>>;
beforeAll(async () => {
  clone = await cloneDatabase();
});
afterAll(() => clone.close());

const begin = (tell: (password: string) => void) =>
  createFirstEmployee({ database: clone.database, company: 'Firm', name: 'Ann Lee', email: 'Ann@firm.example' }, tell);

it('is broken off at its last step: nothing is there, and the next start founds a company that can be entered', async () => {
  const cut = begin(() => {
    throw new Error('killed');
  });
  await expect(cut).rejects.toThrow('killed');
  expect(await isEmpty(clone.ownerUrl)).toBe(true);
  const left = await asOwner(
    clone.ownerUrl,
    'select from identity."user" union all select from organization.employees',
  );
  expect(left).toEqual([]);

  const told: string[] = [];
  await begin((password) => told.push(password));
  expect(told).toHaveLength(1);
  expect(await isEmpty(clone.ownerUrl)).toBe(false);
  const [login] = await asOwner<{ email: string; password: string; open: boolean }>(
    clone.ownerUrl,
    `select u."email" as email, a."password" as password, not f.password_is_given as open
       from identity."user" u join identity.account a on a."userId" = u."id" cross join lateral app.employee_of_user(u."id") f`,
  );
  expect(login).toMatchObject({ email: 'ann@firm.example', open: true });
  expect(await verify(login?.password ?? '', told[0] ?? '')).toBe(true);
});

it('of which the connection to the database is lost at its last step leaves nothing either', async () => {
  const fresh = await cloneDatabase();
  const wish = { database: fresh.database, company: 'Firm', name: 'Ann Lee', email: 'ann@firm.example' };
  await asOwner(
    fresh.ownerUrl,
    `create function cut() returns trigger language plpgsql as $$ begin perform pg_terminate_backend(pg_backend_pid()); return null; end $$;
     create trigger cut after update on organization.employees for each row execute function cut()`,
  );
  await expect(createFirstEmployee(wish, () => {})).rejects.toThrow();
  expect(await isEmpty(fresh.ownerUrl)).toBe(true);
  await fresh.close();
});
