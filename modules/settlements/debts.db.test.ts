import { afterAll, beforeAll, expect, it } from 'vitest';
import { modules } from '#app/modules.ts';
import { aClient } from '#modules/clients/testing.ts';
import { aCompany, type TestCompany } from '#modules/mandates/testing.ts';
import { sql } from '#platform/db/sql.ts';
import { cloneDatabase } from '#platform/db/test/clone.ts';
import { compose } from '#platform/declare/registry.ts';
import { companyActor, Runner } from '#platform/run.ts';
import { postPayment } from './actions/post-payment.ts';
import { debtByClient, debtTotals } from './data/debt.ts';
import { settlements } from './module.ts';
import { anInvoice, dayFromToday } from './testing.ts';

let clone: Awaited<ReturnType<typeof cloneDatabase>>;
let company: TestCompany;
let runner: Runner;
let [mine, other, theirs] = ['', '', ''];

beforeAll(async () => {
  clone = await cloneDatabase();
  company = await aCompany(clone.database);
  runner = new Runner(clone.database, compose(modules));
  mine = (await aClient(runner, company.actor('kamA'), { name: 'Mine' })).id;
  other = (await aClient(runner, company.actor('kamA'), { name: 'Other' })).id;
  theirs = (await aClient(runner, company.actor('kamB'), { name: 'Theirs' })).id;
  const owed = async (client: string, days: number, amount: number) =>
    anInvoice(company, {
      client,
      issuedOn: await dayFromToday(company, -200),
      dueOn: await dayFromToday(company, days),
      amount,
    });
  for (const [days, amount] of [
    [0, 1],
    [5, 2],
    [-1, 10],
    [-30, 20],
    [-31, 100],
    [-60, 200],
    [-61, 1000],
    [-90, 2000],
    [-91, 10_000],
  ] as const) {
    await owed(mine, days, amount);
  }
  await owed(other, -2, 500);
  await owed(theirs, -100, 7);
});
afterAll(() => clone.close());

const totals = (who: 'kamA' | 'kamB' | 'head' | 'director' | 'support', keeper?: 'kamA') =>
  runner.read(company.actor(who), (w) => debtTotals(w, keeper && [company.ids[keeper]]));
const agesOfA = { notDue: 3, to30: 530, to60: 300, to90: 3000, over90: 10_000 };

/** Proves the tally against the invoices themselves. */
async function tallyHolds(): Promise<void> {
  const proof = settlements.verifications?.find(({ name }) => name === 'settlements.debts-by-age');
  expect(await company.owner(proof?.query ?? '')).toEqual([]);
}

it('adds debts up by age, for each within their reach', async () => {
  expect((await totals('kamA')).ages).toEqual(agesOfA);
  expect((await totals('kamB')).ages).toEqual({ notDue: 0, to30: 0, to60: 0, to90: 0, over90: 7 });
  expect((await totals('head')).owed).toBe(13_840);
  expect((await totals('director')).owed).toBe(13_840);
  expect((await totals('director', 'kamA')).ages).toEqual(agesOfA);
  expect((await totals('support')).owed).toBe(0);
});

it('names the most overdue first, with the sums of today', async () => {
  const lines = await runner.read(company.actor('head'), (w) => debtByClient(w, { overdue: true, limit: 2 }));
  expect(lines.map(({ client, overdue }) => [client.name, overdue])).toEqual([
    ['Mine', 13_330],
    ['Other', 500],
  ]);
  expect(lines[0]?.ages).toEqual({ ...agesOfA, to30: 30 });
});

it('follows payments at once, two clerks at a time', async () => {
  const pay = (clientId: string, amount: number) =>
    runner.write(company.actor('accountant'), async (w) =>
      postPayment(w, { clientId, amount, receivedOn: w.today.toString(), allocate: 'oldest-first' }),
    );
  await Promise.all([pay(mine, 10_000), pay(other, 100), pay(mine, 50), pay(theirs, 7)]);
  expect((await totals('kamA')).owed).toBe(13_833 - 10_150);
  expect((await totals('kamB')).owed).toBe(0);
  await tallyHolds();
});

it('goes with a client to its new keeper', async () => {
  await runner.write(companyActor(company.id, 'test'), (w) =>
    w.db.run(sql`update clients.clients set keeper_id = ${company.ids.kamB} where id = ${other}`),
  );
  expect((await totals('kamB')).owed).toBe(400);
  await tallyHolds();
});

it('is of today even before the night has aged it, and after', async () => {
  const before = await totals('kamA');
  await company.owner(
    'update settlements.debts set as_of = as_of - 30, to_30 = 0, not_due = 999 where keeper_id = $1',
    [company.ids.kamA],
  );
  expect(await totals('kamA')).toEqual(before);
  await runner.write(companyActor(company.id, 'night'), (w) =>
    w.db.run(sql`select settlements.age_debts(${w.today.toString()}::date)`),
  );
  expect(await totals('kamA')).toEqual(before);
  await tallyHolds();
});
