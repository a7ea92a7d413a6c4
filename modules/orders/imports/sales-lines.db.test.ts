import { afterAll, beforeAll, expect, it } from 'vitest';
import { modules } from '#app/modules.ts';
import { aCompany, type TestCompany } from '#modules/mandates/testing.ts';
import { cloneDatabase } from '#platform/db/test/clone.ts';
import { compose } from '#platform/declare/registry.ts';
import { companyActor, Runner } from '#platform/run.ts';
import { aShop } from '../testing.ts';
import { salesLinesImport } from './sales-lines.ts';

let clone: Awaited<ReturnType<typeof cloneDatabase>>;
let company: TestCompany;
const aRunner = () => new Runner(clone.database, compose(modules));

beforeAll(async () => {
  clone = await cloneDatabase();
  company = await aCompany(clone.database);
  await aShop(aRunner(), company);
});
afterAll(() => clone.close());

it('names clients that it makes in the language of the company, which the person who imports need not speak', async () => {
  const [keeper] = await company.owner<{ number: string }>('select number from organization.employees where id = $1', [
    company.ids.kamA,
  ]);
  const line = (client: string, country: string | null) => ({
    number: Number(client),
    values: {
      invoice: `S-${client}`,
      client,
      country,
      product: 'MUG',
      description: 'A mug',
      quantity: 1,
      unitPrice: 100,
      date: '2026-01-15',
      createMissing: true,
      keeper: keeper?.number ?? '',
    },
  });
  const made = async (language: string, rows: ReturnType<typeof line>[]) => {
    await company.owner('update platform.companies set language = $2 where id = $1', [company.id, language]);
    const rejected = await aRunner().write(companyActor(company.id, 'import'), (w) =>
      salesLinesImport.write(w, rows, crypto.randomUUID()),
    );
    expect(rejected).toEqual([]);
    const found = await company.owner<{ name: string }>(
      'select name from clients.clients where company_id = $1 and code = any ($2) order by code',
      [company.id, rows.map(({ values }) => values.client)],
    );
    return found.map(({ name }) => name);
  };
  expect(await made('en', [line('101', 'Norway'), line('102', null)])).toEqual(['Client 101, Norway', 'Client 102']);
  expect(await made('ru', [line('103', 'Norway'), line('104', null)])).toEqual(['Клиент 103, Norway', 'Клиент 104']);
});
