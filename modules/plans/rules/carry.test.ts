import fc from 'fast-check';
import { describe, expect, it, test } from 'vitest';
import { carriedInto, carriedLines, paidFor, type Settled } from './carry.ts';
import type { StatementLine } from './statement.ts';

type Line = StatementLine<{ id: string }>;
const line = (id: string, amount: number, more: Partial<Line> = {}): Line => ({
  part: 'percentage',
  title: 'percentage-paid',
  params: {},
  base: null,
  rate: null,
  amount,
  sources: [{ label: 'paid', href: `/${id}` }],
  rule: 'plans.percentage',
  clause: { id },
  ...more,
});

describe('which settled months a month pays', () => {
  test.each<[string, string[], string[], string[]]>([
    ['2026-09', ['2026-08'], [], ['2026-08']],
    ['2026-09', ['2026-08', '2026-07'], [], ['2026-07', '2026-08']],
    ['2026-09', ['2026-07'], ['2026-08'], []], // August is open and pays it
    ['2026-09', ['2026-06', '2026-08'], ['2026-07'], ['2026-08']], // June is paid by July
    ['2026-07', ['2026-08'], [], []], // nothing is carried back
  ])('%s, settled %j, open %j: %j', (month, settled, open, carried) => {
    expect(carriedInto(month, settled, open)).toEqual(carried);
  });
});

describe('what is carried', () => {
  const august: Settled<{ id: string }> = { month: '2026-08', lines: [line('a', 100), line('b', 500)] };

  it('is what has become known, in one line for the month, by the clause that grew most', () => {
    const now = [line('a', 130), line('b', 510)];
    expect(carriedLines('2026-08', now, [august])).toEqual([
      {
        ...line('a', 40),
        part: 'carried',
        title: 'carried',
        params: { month: '2026-08', due: 640, paid: 600 },
        sources: [
          { label: 'paid', href: '/a' },
          { label: 'paid', href: '/b' },
        ],
      },
    ]);
  });
  it('is nothing when nothing came, or when it was carried before', () => {
    const carried = line('a', 40, { part: 'carried', params: { month: '2026-08' } });
    const september = { month: '2026-09', lines: [line('a', 70), carried] };
    expect(carriedLines('2026-08', [line('a', 100), line('b', 500)], [august])).toEqual([]);
    expect(carriedLines('2026-08', [line('a', 140), line('b', 500)], [august, september])).toEqual([]);
    expect(paidFor('2026-09', [august, september])).toBe(70);
  });
  it('is nothing when a minimum had paid it already: more of one line is less of the other', () => {
    const topped = {
      month: '2026-08',
      lines: [line('a', 100), line('m', 50, { part: 'top-up', rule: 'plans.minimum' })],
    };
    const now = [line('a', 130), line('m', 20, { part: 'top-up', rule: 'plans.minimum' })];
    expect(carriedLines('2026-08', now, [topped])).toEqual([]);
  });
  it('takes back nothing where the facts shrank', () => {
    expect(carriedLines('2026-08', [line('a', 10)], [august])).toEqual([]);
  });
});

/** Months are settled one after the other while facts of any month still come in; each step names month and amount. */
const months = ['2026-01', '2026-02', '2026-03', '2026-04', '2026-05', '2026-06'];
const facts = fc.array(
  fc.record({
    of: fc.constantFrom(...months),
    known: fc.constantFrom(...months),
    amount: fc.integer({ min: 1, max: 9999 }),
  }),
  { maxLength: 30 },
);
const due = (month: string, known: string, all: readonly { of: string; known: string; amount: number }[]) =>
  ['a', 'b'].map((id, index) =>
    line(
      id,
      all
        .filter((fact) => fact.of === month && fact.known <= known && fact.amount % 2 === index)
        .reduce((so, fact) => so + fact.amount, 0),
    ),
  );

it('pays in all what would have been paid had everything been known, whatever comes late', () => {
  fc.assert(
    fc.property(facts, (all) => {
      const settled: Settled<{ id: string }>[] = [];
      for (const month of months) {
        const before = carriedInto(
          month,
          settled.map((each) => each.month),
          [],
        );
        const carried = before.flatMap((each) => carriedLines(each, due(each, month, all), settled));
        settled.push({ month, lines: [...due(month, month, all), ...carried] });
      }
      const total = settled.flatMap(({ lines }) => lines).reduce((so, { amount }) => so + amount, 0);
      // A fact of a month that has not come yet is not known before it.
      expect(total).toBe(all.reduce((so, fact) => so + fact.amount, 0));
      for (const month of months)
        expect(paidFor(month, settled)).toBe(
          all.filter(({ of }) => of === month).reduce((so, { amount }) => so + amount, 0),
        );
    }),
  );
});
