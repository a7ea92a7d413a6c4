import fc from 'fast-check';
import { expect, it, test } from 'vitest';
import { type Candidate, cadenceWeight, nextStepWeight, type OpenDay, proposeWeek, usualKind } from './proposals.ts';

const monday = '2026-11-30';
const tuesday = '2026-12-01';
const wednesday = '2026-12-02';
const roomy: OpenDay[] = [monday, tuesday, wednesday].map((date) => ({ date, calls: 5, visits: 2 }));

function candidate(client: string, weight: number, more: Partial<Candidate> = {}): Candidate {
  return {
    clientId: client,
    client,
    class: 'B',
    city: '',
    kind: 'call',
    wishedOn: null,
    reason: { key: 'cadence', weight, params: {} },
    ...more,
  };
}
const debt = (weight: number) => ({ reason: { key: 'debt', weight, params: { amount: 100 } } });

test('the reasons of one client are joined, the weightiest first, and add up', () => {
  const found = proposeWeek([candidate('a', 300), candidate('b', 500), candidate('a', 400, debt(400))], roomy);
  expect(found.map((each) => [each.client, each.score, each.reasons.map((reason) => reason.key)])).toEqual([
    ['a', 700, ['debt', 'cadence']],
    ['b', 500, ['cadence']],
  ]);
});

test('a visit asked for by any reason is a visit', () => {
  const [found] = proposeWeek([candidate('a', 300), candidate('a', 200, { kind: 'visit' })], roomy);
  expect(found?.kind).toBe('visit');
});

test('days fill evenly, and what has no room stays without a day', () => {
  const seven = Array.from({ length: 7 }, (_, i) => candidate(String(i), 900 - i, { kind: 'visit' }));
  expect(proposeWeek(seven, roomy).map((each) => each.day)).toEqual([
    monday,
    tuesday,
    wednesday,
    monday,
    tuesday,
    wednesday,
    null,
  ]);
});

test.each([
  ['the promised day', tuesday, roomy, tuesday],
  ['promised before the week: the first day', '2026-11-20', roomy, monday],
  ['promised after the last working day: like any other', '2026-12-05', roomy, monday],
  ['away that day: the first day after', tuesday, roomy.filter((day) => day.date !== tuesday), wednesday],
  ['away all week: no day', tuesday, [], null],
])('%s', (_name, wishedOn, days, day) => {
  expect(proposeWeek([candidate('a', 900, { wishedOn })], days)[0]?.day).toBe(day);
});

test('visits to one town come together while the day has room', () => {
  const visits = ['a', 'b', 'c', 'd'].map((name, i) =>
    candidate(name, 900 - i, { kind: 'visit', city: name === 'b' ? 'Lille' : 'Lyon' }),
  );
  expect(proposeWeek(visits, roomy).map((each) => [each.client, each.day])).toEqual([
    ['a', monday],
    ['b', tuesday],
    ['c', monday],
    ['d', wednesday],
  ]);
});

test.each([
  ['a broken word to a client presses more than any cadence', nextStepWeight(0), cadenceWeight('key', 100, 7)],
  ['the longer ago the promise, the more', nextStepWeight(5), nextStepWeight(1)],
  ['of two equally late the key client', cadenceWeight('key', 7, 14), cadenceWeight('C', 7, 14)],
  ['of two key clients the one later by its cadence', cadenceWeight('key', 7, 7), cadenceWeight('key', 7, 14)],
])('%s', (_name, more, less) => {
  expect(more).toBeGreaterThan(less);
});

test('key and A clients are visited, the others called', () => {
  expect(['key', 'A', 'B', 'C', null].map((of) => usualKind(of as never))).toEqual([
    'visit',
    'visit',
    'call',
    'call',
    'call',
  ]);
});

it('never gives a day more than its room, nor a client twice, nor a day that is not open', () => {
  const candidates = fc.array(
    fc.record({
      client: fc.constantFrom(...'abcdefghijkl'),
      weight: fc.integer({ min: 0, max: 1000 }),
      kind: fc.constantFrom('call', 'visit'),
    }),
  );
  const days = fc.uniqueArray(
    fc.record({ date: fc.constantFrom(monday, tuesday, wednesday), calls: fc.nat(3), visits: fc.nat(3) }),
    {
      selector: (day) => day.date,
    },
  );
  fc.assert(
    fc.property(candidates, days, (wishes, open) => {
      const found = proposeWeek(
        wishes.map(({ client, weight, kind }) => candidate(client, weight, { kind: kind as 'call' })),
        open,
      );
      expect(new Set(found.map((each) => each.clientId)).size).toBe(found.length);
      for (const day of new Set(found.flatMap((each) => each.day ?? []))) {
        const room = open.find((each) => each.date === day);
        expect(room).toBeDefined();
        for (const [kind, most] of [
          ['call', room?.calls],
          ['visit', room?.visits],
        ] as const) {
          expect(found.filter((each) => each.day === day && each.kind === kind).length).toBeLessThanOrEqual(most ?? 0);
        }
      }
    }),
  );
});
