import fc from 'fast-check';
import { describe, expect, it, test } from 'vitest';
import {
  type DecisionFacts,
  decide,
  decidersBeyond,
  excessOver,
  type Grant,
  type Reach,
  type Superior,
} from './permit.ts';

const discount = 'orders.discount';

function grant(part: Partial<Grant> = {}): Grant {
  return {
    permit: discount,
    scope: 'own',
    limits: {},
    clauseId: null,
    clauseNumber: null,
    onBehalfOf: null,
    ...part,
  };
}

/** Anna is the actor; Boris is absent and she stands in for him; Clara is a stranger. */
function reach(keeperId: string): Reach {
  if (keeperId === 'anna') return { kind: 'own' };
  return keeperId === 'boris' ? { kind: 'substituted', of: 'boris' } : { kind: 'none' };
}

const clause = (number: string) => ({ clauseId: `clause ${number}`, clauseNumber: number });
const own = grant(clause('3.1'));
const overAll = grant({ scope: 'all', ...clause('3.2') });
const forBoris = grant({ onBehalfOf: 'boris', ...clause('3.3') });
const forDora = grant({ onBehalfOf: 'dora', ...clause('3.4') });
const everyones = grant();

describe('a record that nobody keeps', () => {
  it('is covered only by a grant over all', () => {
    expect(decide(own.permit, { keeperId: null }, [own], [], reach).kind).toBe('refused');
    expect(decide(overAll.permit, { keeperId: null }, [overAll], [], reach).kind).toBe('allowed');
  });
});

describe('a figure that is no number', () => {
  it('is within no limit', () => {
    const limited = grant({ limits: { percent: 10 } });
    expect(excessOver(limited, { percent: Number.NaN })).toHaveLength(1);
  });
});

describe('who may decide beyond a limit of 10', () => {
  const up = (employeeId: string, ...grants: Grant[]): Superior => ({ employeeId, grants });
  const to = (percent: number) => grant({ limits: { percent } });
  test.each<[superiors: Superior[], beyond: [string, number | null][], why: string]>([
    [
      [up('head', to(15)), up('director', grant())],
      [
        ['head', 15],
        ['director', null],
      ],
      'the nearest first',
    ],
    [[up('head', to(10)), up('director', to(20))], [['director', 20]], 'one who reaches no further is passed over'],
    [[up('head', to(20)), up('director', to(15))], [['head', 20]], 'and so is one whom a nearer one outreaches'],
    [[up('head', grant({ permit: 'orders.place' }))], [], 'another permit covers nothing'],
    [[up('head', to(5), to(12))], [['head', 12]], 'of several grants the furthest counts'],
    [[up('head')], [], 'nobody may'],
  ])('%#: %3$s', (superiors, beyond) => {
    const found = decidersBeyond(discount, 'percent', 10, superiors);
    expect(found.map(({ employeeId, limit }) => [employeeId, limit])).toEqual(beyond);
  });
});

describe('whose records a grant covers', () => {
  test.each<[held: string, grants: Grant[], keeperId: string, by: Grant | null]>([
    ['a right over one’s own clients', [own], 'anna', own],
    ['a right over one’s own clients', [own], 'clara', null],
    ['a right over all clients', [overAll], 'clara', overAll],
    ['a right received from Boris', [forBoris], 'boris', forBoris],
    ['a right received from Boris', [forBoris], 'anna', null],
    ['a right received from Boris', [forBoris], 'clara', null],
    ['a right received from someone else', [forDora], 'boris', null],
    ['a right over one’s own clients', [own], 'boris', null],
    ['a right over all clients', [overAll], 'boris', overAll],
    ['what everyone has, which no order can pass', [everyones], 'boris', everyones],
    ['both one’s own and Boris’s', [own, forBoris], 'boris', forBoris],
    ['both one’s own and Boris’s', [forBoris, own], 'anna', own],
    ['no right', [], 'anna', null],
    ['another right', [grant({ permit: 'orders.place' })], 'anna', null],
  ])('%s (%#), a client of %3$s', (_held, grants, keeperId, by) => {
    const decision = decide(discount, { keeperId }, grants, [], reach);
    expect(decision).toEqual(by ? { kind: 'allowed', by } : { kind: 'refused', because: 'not-granted', excess: [] });
  });
});

describe('how much a grant covers', () => {
  const upTo = (rate: number, part: Partial<Grant> = {}) => grant({ limits: { rate }, ...part });
  const head: Superior = { employeeId: 'head', grants: [upTo(1000)] };
  const director: Superior = { employeeId: 'director', grants: [upTo(3000)] };
  const excess = (figure: number, limit = 500) => [{ dimension: 'rate', figure, limit }];

  test.each`
    rate    | answer
    ${0}    | ${{ kind: 'allowed', by: upTo(500) }}
    ${500}  | ${{ kind: 'allowed', by: upTo(500) }}
    ${501}  | ${{ kind: 'ask', of: 'head', excess: excess(501) }}
    ${1001} | ${{ kind: 'ask', of: 'director', excess: excess(1001) }}
    ${3001} | ${{ kind: 'refused', because: 'no-one-may', excess: excess(3001) }}
  `('a discount of $rate: $answer.kind', ({ rate, answer }) => {
    const facts = { keeperId: 'anna', figures: { rate } };
    expect(decide(discount, facts, [upTo(500)], [head, director], reach)).toEqual(answer);
  });

  it('is for the clients of the absent what the order passed, whatever one’s own limit', () => {
    const about = (rate: number) => ({ keeperId: 'boris', figures: { rate } });
    const mine = (rate: number) => upTo(rate, clause('3.1'));
    const his = (rate: number) => upTo(rate, { onBehalfOf: 'boris', ...clause('3.3') });
    const asked = { kind: 'ask', of: 'head', excess: excess(800) };
    expect(decide(discount, about(800), [mine(1000), his(500)], [head], reach)).toEqual(asked);
    const allowed = { kind: 'allowed', by: his(1000) };
    expect(decide(discount, about(800), [mine(500), his(1000)], [head], reach)).toEqual(allowed);
  });
  it('asks the nearest, though a farther one could do more', () => {
    const facts = { keeperId: 'anna', figures: { rate: 600 } };
    expect(decide(discount, facts, [upTo(500)], [head, director], reach)).toMatchObject({ of: 'head' });
    expect(decide(discount, facts, [upTo(500)], [director, head], reach)).toMatchObject({ of: 'director' });
  });
  it('never asks for someone who holds no grant at all', () => {
    const facts = { keeperId: 'anna', figures: { rate: 600 } };
    expect(decide(discount, facts, [], [head], reach)).toMatchObject({ kind: 'refused', because: 'not-granted' });
  });
  it('wants one grant that covers all figures, not several that cover some', () => {
    const halves = [grant({ limits: { rate: 500, total: 10 } }), grant({ limits: { rate: 5, total: 1000 } })];
    const facts = { keeperId: 'anna', figures: { rate: 400, total: 900 } };
    expect(decide(discount, facts, halves, [], reach)).toMatchObject({ because: 'no-one-may' });
    expect(decide(discount, facts, [...halves, own], [], reach)).toEqual({ kind: 'allowed', by: own });
  });
  it('names each dimension that is exceeded, and only those', () => {
    expect(
      excessOver(grant({ limits: { rate: 500, days: 14, total: 10 } }), { rate: 501, days: 14, total: 11 }),
    ).toEqual([
      { dimension: 'rate', figure: 501, limit: 500 },
      { dimension: 'total', figure: 11, limit: 10 },
    ]);
    expect(excessOver(grant(), { rate: 1e9 })).toEqual([]);
    expect(excessOver(grant({ limits: { rate: 0 } }))).toEqual([]);
  });
});

describe('for any mandate', () => {
  const permits = fc.constantFrom(discount, 'orders.place');
  const limits = fc.dictionary(fc.constantFrom('rate', 'total'), fc.nat(20));
  const grants = fc.array(
    fc
      .record({
        permit: permits,
        clauseId: fc.constantFrom(null, 'a clause'),
        scope: fc.constantFrom<Grant['scope']>('own', 'all'),
        limits,
        onBehalfOf: fc.constantFrom(null, 'boris', 'dora'),
      })
      .map(grant),
    { maxLength: 5 },
  );
  const superiors = fc.array(fc.record({ employeeId: fc.constantFrom('head', 'director'), grants }), { maxLength: 3 });
  const facts: fc.Arbitrary<DecisionFacts> = fc.record({
    keeperId: fc.constantFrom('anna', 'boris', 'clara'),
    figures: limits,
  });

  it('an act is allowed only by a grant that is held, of that permit, within its limits', () => {
    fc.assert(
      fc.property(facts, grants, superiors, (about, held, above) => {
        const decision = decide(discount, about, held, above, reach);
        if (decision.kind !== 'allowed') return;
        expect(held).toContain(decision.by);
        expect(decision.by.permit).toBe(discount);
        expect(excessOver(decision.by, about.figures)).toEqual([]);
        if (decision.by.scope === 'all') return;
        expect(about.keeperId).not.toBe('clara');
        if (about.keeperId === 'anna') expect(decision.by.onBehalfOf).toBeNull();
        if (about.keeperId === 'boris' && decision.by.clauseId) expect(decision.by.onBehalfOf).toBe('boris');
        if (about.keeperId === 'boris') expect(decision.by.onBehalfOf).not.toBe('dora');
      }),
    );
  });
  it('a further grant never takes an act away, nor does a smaller figure', () => {
    fc.assert(
      fc.property(facts, grants, grants, fc.nat(20), (about, held, more, less) => {
        fc.pre(decide(discount, about, held, [], reach).kind === 'allowed');
        expect(decide(discount, about, [...more, ...held], [], reach).kind).toBe('allowed');
        const smaller = Object.fromEntries(
          Object.entries(about.figures ?? {}).map(([dimension, figure]) => [dimension, figure - less]),
        );
        expect(decide(discount, { ...about, figures: smaller }, held, [], reach).kind).toBe('allowed');
      }),
    );
  });
  it('superiors change whom to ask, never what is allowed', () => {
    fc.assert(
      fc.property(facts, grants, superiors, (about, held, above) => {
        const alone = decide(discount, about, held, [], reach);
        const below = decide(discount, about, held, above, reach);
        expect(below.kind === 'allowed').toBe(alone.kind === 'allowed');
        if (below.kind === 'ask') {
          expect(alone).toMatchObject({ because: 'no-one-may' });
          expect(below.excess.length).toBeGreaterThan(0);
          expect(above.map((superior) => superior.employeeId)).toContain(below.of);
        }
      }),
    );
  });
  it('whoever is named first as deciding beyond a limit is whom it asks just beyond it', () => {
    fc.assert(
      fc.property(fc.nat(20), superiors, (limit, above) => {
        const [first] = decidersBeyond(discount, 'rate', limit, above);
        const beyond = { figures: { rate: limit + 1 } };
        const decision = decide(discount, beyond, [grant({ limits: { rate: limit } })], above, reach);
        expect(decision).toMatchObject(
          first ? { kind: 'ask', of: first.employeeId } : { kind: 'refused', because: 'no-one-may' },
        );
      }),
    );
  });
});
