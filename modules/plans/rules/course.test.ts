import fc from 'fast-check';
import { describe, expect, it, test } from 'vitest';
import { courseOf, progressOf, sumCourses } from './course.ts';

describe('the course of a plan', () => {
  const half = { all: 20, elapsed: 10 };
  test.each([
    [
      'half of the plan in half of the month: as planned',
      1000,
      500,
      half,
      'flow',
      { share: 5000, runRate: 50, neededRate: 50, forecast: 1000, forecastShare: 10_000, over: 0, short: 500 },
    ],
    [
      'a quarter in half: each day left must bring three times as much',
      1000,
      250,
      half,
      'flow',
      { share: 2500, runRate: 25, neededRate: 75, forecast: 500, forecastShare: 5000, short: 750 },
    ],
    [
      'above the plan already: told apart, nothing is short',
      1000,
      1200,
      half,
      'flow',
      { share: 12_000, forecast: 2400, over: 200, short: 0, neededRate: 0 },
    ],
    [
      'before the first working day nothing can be foretold',
      1000,
      0,
      { all: 20, elapsed: 0 },
      'flow',
      { share: 0, runRate: null, forecast: null, forecastShare: null },
    ],
    [
      'the month is over: the fact is the forecast',
      1000,
      900,
      { all: 20, elapsed: 20 },
      'flow',
      { forecast: 900, neededRate: null },
    ],
    ['more came back than went out', 1000, -100, half, 'flow', { share: -1000, forecast: -200, short: 1100 }],
    [
      'without a plan there is no share',
      null,
      500,
      half,
      'flow',
      { share: null, forecast: 1000, forecastShare: null, over: 0, short: 0, neededRate: null },
    ],
    ['a plan of zero is neither met nor missed', 0, 5, half, 'flow', { share: null, over: 5, short: 0 }],
    [
      'a level stays where it is',
      40,
      30,
      half,
      'stock',
      { share: 7500, runRate: null, neededRate: null, forecast: 30, short: 10 },
    ],
  ] as const)('%s', (_name, plan, fact, days, nature, expected) => {
    expect(courseOf(plan, fact, days, nature)).toMatchObject(expected);
  });

  const amounts = fc.integer({ min: 0, max: 1e12 });
  const days = fc
    .integer({ min: 1, max: 23 })
    .chain((all) => fc.record({ all: fc.constant(all), elapsed: fc.integer({ min: 1, max: all }) }));

  it('never foretells less than what is there, and never both short and over', () => {
    fc.assert(
      fc.property(amounts, amounts, days, (plan, fact, working) => {
        const course = courseOf(plan, fact, working, 'flow');
        expect(course.forecast).toBeGreaterThanOrEqual(fact);
        expect(Math.min(course.over, course.short)).toBe(0);
        expect(course.fact - course.over + course.short).toBe(plan);
      }),
    );
  });
  it('foretells more when more was sold', () => {
    fc.assert(
      fc.property(amounts, amounts, days, (fact, more, working) => {
        const forecast = (of: number) => courseOf(null, of, working, 'flow').forecast ?? 0;
        expect(forecast(fact + more)).toBeGreaterThanOrEqual(forecast(fact));
      }),
    );
  });
});

describe('the course of a team', () => {
  const working = { all: 20, elapsed: 10 };
  it('is that of the sums, and one’s surplus mends another’s shortage', () => {
    const courses = [courseOf(100, 150, working, 'flow'), courseOf(100, 50, working, 'flow')];
    expect(sumCourses(courses, working, 'flow')).toMatchObject({
      plan: 200,
      fact: 200,
      share: 10_000,
      over: 0,
      short: 0,
    });
  });
  it('has a plan when anyone has', () => {
    expect(sumCourses([courseOf(null, 7, working, 'flow')], working, 'flow').plan).toBeNull();
    expect(
      sumCourses([courseOf(null, 7, working, 'flow'), courseOf(3, 0, working, 'flow')], working, 'flow'),
    ).toMatchObject({ plan: 3, fact: 7 });
  });
});

test('progress is the share of working days begun', () => {
  expect(progressOf({ all: 21, elapsed: 7 })).toBe(3333);
  expect(progressOf({ all: 0, elapsed: 0 })).toBe(10_000);
});
