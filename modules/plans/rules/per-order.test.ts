import fc from 'fast-check';
import { describe, expect, it, test } from 'vitest';
import { type OrderFact, type PerOrderSettings, perOrderLines } from './per-order.ts';

const usual: PerOrderSettings = { base: 'paid', amount: 500, least: 10_000, onlyNew: false, cap: null };
const paid = (orders: readonly OrderFact[], settings: PerOrderSettings) =>
  perOrderLines({ orders, sources: [] }, settings)[0]?.amount ?? -1;
const order = (worth: number, first = false): OrderFact => ({ worth, first });

describe('a bonus per order', () => {
  test.each<[string, OrderFact[], Partial<PerOrderSettings>, number]>([
    ['each order that is worth enough', [order(10_000), order(9999), order(50_000)], {}, 1000],
    ['nothing without orders', [], {}, 0],
    ['not for what came back whole', [order(0)], { least: 0 }, 0],
    ['only the first of new clients', [order(20_000), order(20_000, true)], { onlyNew: true }, 500],
    ['up to the cap', [order(20_000), order(20_000), order(20_000)], { cap: 1200 }, 1200],
  ])('%s', (_name, orders, settings, amount) => {
    expect(paid(orders, { ...usual, ...settings })).toBe(amount);
  });
  it('says how many orders at how much each', () => {
    expect(
      perOrderLines({ orders: [order(10_000), order(10_000)], sources: [] }, { ...usual, cap: 700 }),
    ).toMatchObject([
      { part: 'per-order', title: 'per-order-paid', params: { count: 2, each: 500, earned: 1000, cap: 700 } },
    ]);
  });
  it('goes on at its pace where it is asked what the month would bring', () => {
    const facts = { orders: [order(10_000), order(10_000)], sources: [], pace: { all: 20, elapsed: 10 } };
    expect(perOrderLines(facts, usual)[0]?.amount).toBe(2000);
  });

  const orders = fc.array(fc.record({ worth: fc.integer({ min: -1e9, max: 1e9 }), first: fc.boolean() }));
  const settings = fc.record<PerOrderSettings>({
    base: fc.constantFrom('shipped', 'paid'),
    amount: fc.integer({ min: 0, max: 1e6 }),
    least: fc.integer({ min: 0, max: 1e9 }),
    onlyNew: fc.boolean(),
    cap: fc.option(fc.integer({ min: 1, max: 1e7 }), { nil: null }),
  });
  it('is never negative, never above the cap, and the order of the orders does not matter', () => {
    fc.assert(
      fc.property(orders, settings, (given, agreed) => {
        const amount = paid(given, agreed);
        expect(amount).toBeGreaterThanOrEqual(0);
        if (agreed.cap !== null) expect(amount).toBeLessThanOrEqual(agreed.cap);
        expect(paid(given.toReversed(), agreed)).toBe(amount);
      }),
    );
  });
  it('never falls when another order comes', () => {
    fc.assert(
      fc.property(orders, settings, fc.integer({ min: 0, max: 1e9 }), (given, agreed, worth) => {
        expect(paid([...given, order(worth)], agreed)).toBeGreaterThanOrEqual(paid(given, agreed));
      }),
    );
  });
});
