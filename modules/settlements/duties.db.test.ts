import { afterAll, beforeAll, expect, it } from 'vitest';
import { modules } from '#app/modules.ts';
import { aClient } from '#modules/clients/testing.ts';
import { aCompany, type TestCompany } from '#modules/mandates/testing.ts';
import { cloneDatabase } from '#platform/db/test/clone.ts';
import { compose } from '#platform/declare/registry.ts';
import { Runner } from '#platform/run.ts';
import { recordPromise } from './actions/record-promise.ts';
import { withdrawPromise } from './actions/withdraw-promise.ts';
import { settlementsDuties } from './duties/receivables.ts';
import { anInvoice, dayFromToday } from './testing.ts';

let clone: Awaited<ReturnType<typeof cloneDatabase>>;
let company: TestCompany;
let runner: Runner;
let client = '';
const collect = settlementsDuties.find(({ key }) => key === 'settlements.collect');

beforeAll(async () => {
  clone = await cloneDatabase();
  company = await aCompany(clone.database);
  runner = new Runner(clone.database, compose(modules));
  client = (await aClient(runner, company.actor('kamA'), { name: 'Acme' })).id;
  const due = async (number: string, days: number, amount: number) =>
    anInvoice(company, {
      client,
      number,
      issuedOn: await dayFromToday(company, -30),
      dueOn: await dayFromToday(company, days),
      amount,
    });
  await due('YESTERDAY', -1, 100);
  await due('TODAY', 0, 200);
  await due('IN-3', 3, 300);
  await due('IN-4', 4, 400);
});
afterAll(() => clone.close());

const agenda = (who: 'kamA' | 'kamB' = 'kamA', most = 100) =>
  runner.read(company.actor(who), async (w) => {
    const context = { employeeId: company.ids[who], settings: {} as never, clauseId: '', clauseNumber: '2.13' };
    if (!collect?.agenda) throw new Error('settlements.collect has no agenda');
    return collect.agenda(w, context, most);
  });
const reminded = async () => (await agenda()).lines.map(({ params }) => params.number);

it('reminds of what falls due within the company’s days, the nearest first, and leads to the client', async () => {
  const { lines } = await agenda();
  expect(lines).toMatchObject([
    { kind: 'settlements.due-soon', urgency: 'today', params: { number: 'TODAY', amount: 200 } },
    { urgency: 'soon', params: { number: 'IN-3' }, href: `/clients/${client}?tab=money`, stake: 300 },
  ]);
  expect((await agenda('kamB')).lines).toEqual([]);
  expect((await agenda('kamA', 1)).more).toMatchObject([{ urgency: 'soon', count: 1 }]);
});

it('takes the days that the company set', async () => {
  await company.owner(
    `insert into platform.settings (company_id, key, scope_id, value, valid_from)
     values ($1, 'settlements.remind-days', $1, '4', app.today($1))`,
    [company.id],
  );
  expect(await reminded()).toEqual(['TODAY', 'IN-3', 'IN-4']);
});

it('leaves out what the client promised to pay later, until that promise is broken or withdrawn', async () => {
  const promise = async (days: number) =>
    runner.write(company.actor('kamA'), async (w) =>
      recordPromise(w, { clientId: client, amount: 300, promisedFor: await dayFromToday(company, days) }),
    );
  const later = await promise(4);
  // Of what is due on the promised day itself nothing was put off.
  expect(await reminded()).toEqual(['IN-4']);
  await runner.write(company.actor('kamA'), (w) => withdrawPromise(w, later.id, 'he meant another month'));
  expect(await reminded()).toEqual(['TODAY', 'IN-3', 'IN-4']);
  const broken = await promise(4);
  await company.owner(`update settlements.promises set state = 'broken', settled_on = promised_for where id = $1`, [
    broken.id,
  ]);
  expect(await reminded()).toEqual(['TODAY', 'IN-3', 'IN-4']);
});

it('is silent about the invoice promised for later, and not about the client’s others', async () => {
  const [invoice] = await company.owner<{ id: string }>(`select id from settlements.invoices where number = 'IN-3'`);
  await runner.write(company.actor('kamA'), async (w) =>
    recordPromise(w, {
      clientId: client,
      invoiceId: invoice?.id ?? '',
      amount: 300,
      promisedFor: await dayFromToday(company, 6),
    }),
  );
  expect(await reminded()).toEqual(['TODAY', 'IN-4']);
});
