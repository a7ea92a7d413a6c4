import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { modules } from '#app/modules.ts';
import { aClient } from '#modules/clients/testing.ts';
import { aCompany, type TestCompany } from '#modules/mandates/testing.ts';
import { sql } from '#platform/db/sql.ts';
import { cloneDatabase } from '#platform/db/test/clone.ts';
import { compose } from '#platform/declare/registry.ts';
import { companyActor, Runner } from '#platform/run.ts';
import { judgeLapse, rhythmOf } from '../rules/judge-lapse.ts';
import { aShop, type Shop } from '../testing.ts';
import { lapsedOf } from './rhythms.ts';

let clone: Awaited<ReturnType<typeof cloneDatabase>>;
let company: TestCompany;
let runner: Runner;
let shop: Shop;
let orders = 0;

beforeAll(async () => {
  clone = await cloneDatabase();
  runner = new Runner(clone.database, compose(modules));
  company = await aCompany(clone.database);
  shop = await aShop(runner, company);
});
afterAll(() => clone.close());

type Told = { last: number | null; every: number | null; due: number | null; usual: number };
const today = async (): Promise<number> => {
  const [row] = await company.owner<{ day: number }>(`select current_date - date '1970-01-01' as day`);
  return row?.day ?? 0;
};
const kept = async (clientId: string): Promise<Told | undefined> => {
  const [row] = await company.owner<Told>(
    `select last_on - date '1970-01-01' as last, every_days as every, due_on - date '1970-01-01' as due, usual::float8 as usual
       from orders.rhythms where client_id = $1`,
    [clientId],
  );
  return row;
};

/** An order of a day counted since 1970, as an import brings it. */
async function anOrder(clientId: string, day: number, total = 1000): Promise<string> {
  orders += 1;
  const [row] = await company.owner<{ id: string }>(
    `insert into orders.orders (company_id, client_id, keeper_id, state, number, ordered_on, price_column_id, currency, total, import_id, shipped_on)
     select c.company_id, c.id, c.keeper_id, 'entered', 'R-' || $2::text, date '1970-01-01' + $3::int, $4, 'USD', $5::bigint, gen_random_uuid(), null
       from clients.clients c where c.id = $1 returning id`,
    [clientId, orders, day, shop.catalogue.columns.list, total],
  );
  return row?.id ?? '';
}
const cancel = (id: string) =>
  company.owner(
    `update orders.orders set state = 'cancelled', cancel_reason = 'Not wanted', cancelled_at = now() where id = $1`,
    [id],
  );

describe('the rhythm of a client', () => {
  it('is kept by the orders as the rule tells it from the same days, whatever happens to them', async () => {
    const day = await today();
    const act = fc.oneof(
      { weight: 5, arbitrary: fc.record({ do: fc.constant('order' as const), ago: fc.nat(1600) }) },
      {
        weight: 1,
        arbitrary: fc.record({ do: fc.constantFrom('cancel' as const, 'remove' as const), ago: fc.nat(20) }),
      },
    );
    await fc.assert(
      fc.asyncProperty(fc.array(act, { minLength: 1, maxLength: 14 }), async (acts) => {
        const client = await aClient(runner, company.actor('kamA'));
        const standing: { id: string; day: number }[] = [];
        for (const each of acts) {
          if (each.do === 'order') standing.push({ id: await anOrder(client.id, day - each.ago), day: day - each.ago });
          const [ended] = each.do === 'order' ? [] : standing.splice(each.ago % Math.max(1, standing.length), 1);
          if (ended && each.do === 'cancel') await cancel(ended.id);
          if (ended && each.do === 'remove') await company.owner('delete from orders.orders where id = $1', [ended.id]);
        }
        const days = standing.map((each) => each.day);
        const said = rhythmOf(days);
        const told = (await kept(client.id)) ?? { last: null, every: null, due: null };
        expect(told).toMatchObject({
          last: days.length === 0 ? null : Math.max(...days),
          every: said?.everyDays ?? null,
          due: said?.dueDay ?? null,
        });
      }),
      { numRuns: 25 },
    );
  });

  it('follows the client to another keeper', async () => {
    const client = await aClient(runner, company.actor('kamA'));
    await anOrder(client.id, 20_000);
    await runner.write(companyActor(company.id, 'handing over'), (w) =>
      w.db.run(sql`update clients.clients set keeper_id = ${company.ids.kamB} where id = ${client.id}`),
    );
    const rows = await company.owner('select keeper_id from orders.rhythms where client_id = $1', [client.id]);
    expect(rows).toEqual([{ keeper_id: company.ids.kamB }]);
  });

  it('counts drafts for nothing, and tells the average of the orders of two years', async () => {
    const client = await aClient(runner, company.actor('kamA'));
    await anOrder(client.id, 10_000, 9_999);
    await anOrder(client.id, 20_000, 100);
    await anOrder(client.id, 20_010, 201);
    await company.owner(
      `insert into orders.orders (company_id, client_id, keeper_id, ordered_on, price_column_id, currency, total)
       select c.company_id, c.id, c.keeper_id, current_date, $2, 'USD', 5 from clients.clients c where c.id = $1`,
      [client.id, shop.catalogue.columns.list],
    );
    expect(await kept(client.id)).toEqual({ last: 20_010, every: null, due: null, usual: 151 });
  });

  it('loses no order that was written meanwhile', async () => {
    const client = await aClient(runner, company.actor('kamA'));
    await Promise.all([20_000, 20_007, 20_014, 20_021].map((day) => anOrder(client.id, day)));
    expect(await kept(client.id)).toMatchObject({ last: 20_021, every: 7, due: 20_028 });
  });

  it('is no one else’s to read or change', async () => {
    const client = await aClient(runner, company.actor('kamA'));
    await anOrder(client.id, 20_000);
    const seen = (who: 'kamA' | 'kamB' | 'head') =>
      runner.read(company.actor(who), async (w) => {
        const { rows } = await w.db.client.query('select client_id from orders.rhythms where client_id = $1', [
          client.id,
        ]);
        return rows.length;
      });
    expect([await seen('kamA'), await seen('kamB'), await seen('head')]).toEqual([1, 0, 1]);
    const changed = await runner.write(company.actor('kamA'), async (w) => {
      const { rowCount } = await w.db.client.query('update orders.rhythms set usual = 1 where client_id = $1', [
        client.id,
      ]);
      return rowCount;
    });
    expect(changed).toBe(0);
  });
});

describe('clients whose rhythm broke', () => {
  it('are those that the rule finds, with the ones first for whom the days to react are over', async () => {
    const day = await today();
    const graceDays = 5;
    const asked: { id: string; days: number[] }[] = [];
    for (const [every, ago] of [
      [7, 11],
      [7, 12],
      [7, 40],
      [30, 34],
      [30, 36],
      [90, 800],
    ] as const) {
      const client = await aClient(runner, company.actor('kamB'));
      const days = [0, 1, 2, 3].map((n) => day - ago - n * every);
      for (const each of days) await anOrder(client.id, each, every * 100);
      asked.push({ id: client.id, days });
    }
    const found = await runner.read(company.actor('kamB'), (w) =>
      lapsedOf(w, company.ids.kamB, { graceDays, reactionDays: 7, on: w.today, most: 50 }),
    );
    const expected = asked.filter(({ days }) => {
      const lapse = judgeLapse(days, day, graceDays);
      return lapse !== null && day - lapse.lastDay < 730;
    });
    expect(found.map(({ id }) => id).toSorted()).toEqual(expected.map(({ id }) => id).toSorted());
    expect(found.map(({ everyDays }) => everyDays)).toEqual([7, 30, 7]);
    expect(found[0]).toMatchObject({ late: 1, others: 2, usual: 700 });
  });

  it('are counted beyond those that are shown', async () => {
    const [first, ...others] = await runner.read(company.actor('kamB'), (w) =>
      lapsedOf(w, company.ids.kamB, { graceDays: 5, reactionDays: 7, on: w.today, most: 1 }),
    );
    expect([first?.late, first?.others, others.length]).toEqual([1, 2, 0]);
  });
});
