import fc from 'fast-check';
import { expect, it, test } from 'vitest';
import { type PlanFactRow, planFactOf } from './plan-fact.ts';

const row = (state: PlanFactRow['state'], withPotential = false, planned = true): PlanFactRow => ({
  state,
  withPotential,
  planned,
});

test('existing and potential clients are told apart, and what was not planned comes on top', () => {
  const rows = [
    row('done'),
    row('done'),
    row('missed'),
    row('moved'),
    row('planned'),
    row('done', false, false),
    row('done', true),
    row('done', true, false),
  ];
  expect(planFactOf(rows)).toEqual({
    existing: { planned: 5, done: 2, moved: 1, missed: 1, open: 1, offPlan: 1 },
    potential: { planned: 1, done: 1, moved: 0, missed: 0, open: 0, offPlan: 1 },
  });
});

it('counts every activity once', () => {
  const rows = fc.array(
    fc.record({
      state: fc.constantFrom('planned', 'done', 'moved', 'missed'),
      withPotential: fc.boolean(),
      planned: fc.boolean(),
    }),
  );
  fc.assert(
    fc.property(rows, (each) => {
      const { existing, potential } = planFactOf(each as PlanFactRow[]);
      const all = [existing, potential].reduce((sum, line) => sum + line.planned + line.offPlan, 0);
      expect(all).toBe(each.length);
      for (const line of [existing, potential])
        expect(line.done + line.moved + line.missed + line.open).toBe(line.planned);
    }),
  );
});
