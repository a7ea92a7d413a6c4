import { afterAll, beforeAll, expect, it } from 'vitest';
import { modules } from '#app/modules.ts';
import { aClient } from '#modules/clients/testing.ts';
import { aCompany, type TestCompany } from '#modules/mandates/testing.ts';
import { cloneDatabase } from '#platform/db/test/clone.ts';
import { defineModule } from '#platform/declare/module.ts';
import { compose } from '#platform/declare/registry.ts';
import { Runner } from '#platform/run.ts';
import { type AgreedPayment, recordPromise } from './slots.ts';
import { aContact, aPlannedVisit, carriedOut } from './testing.ts';

let clone: Awaited<ReturnType<typeof cloneDatabase>>;
let company: TestCompany;
const told: AgreedPayment[] = [];
let answer: () => Promise<unknown> = async () => null;
const listener = defineModule({
  name: 'listener',
  needs: [],
  permits: {},
  refusals: { codes: {} },
  texts: {},
  routes: [],
  fills: [
    recordPromise.with(async (_w, agreed) => {
      told.push(agreed);
      return answer();
    }),
  ],
});
const runner = () =>
  new Runner(clone.database, compose([...modules.filter((module) => module.name !== 'settlements'), listener]));

beforeAll(async () => {
  clone = await cloneDatabase();
  company = await aCompany(clone.database);
});
afterAll(() => clone.close());

it('makes a promise to pay of an agreement about payment, and of nothing else', async () => {
  const { id: clientId } = await aClient(runner(), company.actor('kamA'));
  const visit = await aPlannedVisit(runner(), company.actor('kamA'), { clientId });
  const promisedOn = Temporal.Now.plainDateISO('UTC').add({ days: 5 }).toString();
  const agreed = {
    outcome: 'payment-agreement' as const,
    promisedAmount: 120_000,
    promisedOn,
    contact: 'Ms Roe',
    note: 'After the fair',
  };
  await carriedOut(runner(), company.actor('kamA'), visit.id, agreed);
  await aContact(runner(), company.actor('kamA'), { clientId });
  expect(told).toEqual([
    {
      clientId,
      activityId: visit.id,
      amount: 120_000,
      promisedFor: promisedOn,
      contact: 'Ms Roe',
      note: 'After the fair',
    },
  ]);
  const [kept] = await company.owner('select promised_amount, currency from activities.activities where id = $1', [
    visit.id,
  ]);
  expect(kept).toEqual({ promised_amount: '120000', currency: 'USD' });
});

it('closes nothing when the promise is refused', async () => {
  answer = async () => {
    throw new Error('no such right');
  };
  const { id: clientId } = await aClient(runner(), company.actor('kamA'));
  const visit = await aPlannedVisit(runner(), company.actor('kamA'), { clientId });
  const promisedOn = Temporal.Now.plainDateISO('UTC').toString();
  const wish = { outcome: 'payment-agreement' as const, promisedAmount: 1, promisedOn };
  await expect(carriedOut(runner(), company.actor('kamA'), visit.id, wish)).rejects.toThrow('no such right');
  const [row] = await company.owner('select state from activities.activities where id = $1', [visit.id]);
  expect(row).toEqual({ state: 'planned' });
});
