import { expect, test } from 'vitest';
import { judgeSubstitution } from './substitution.ts';

const fine = {
  absence: { from: '2026-12-01', to: '2026-12-15' },
  wished: { from: '2026-12-01', to: '2026-12-15' },
  today: '2026-11-24',
  substituteAbsent: false,
  absentSubstitutes: false,
};

test.each([
  ['the whole absence', {}, []],
  ['a part of it', { wished: { from: '2026-12-03', to: '2026-12-05' } }, []],
  ['a day before', { wished: { from: '2026-11-30', to: '2026-12-05' } }, ['organization.outside-absence']],
  ['a day after', { wished: { from: '2026-12-03', to: '2026-12-16' } }, ['organization.outside-absence']],
  ['no day at all', { wished: { from: '2026-12-03', to: '2026-12-03' } }, ['organization.period-empty']],
  ['an absent substitute', { substituteAbsent: true }, ['organization.substitute-absent']],
  [
    'a chain',
    { absentSubstitutes: true, substituteAbsent: true },
    ['organization.substitute-absent', 'organization.substitutes-another'],
  ],
])('%s', (_name, change, faults) => {
  expect(judgeSubstitution({ ...fine, ...change })).toEqual(faults);
});
