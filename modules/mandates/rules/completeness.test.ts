import { describe, expect, it, test } from 'vitest';
import { type ClauseFacts, judgeCompleteness } from './completeness.ts';

const clause = (number: string, more: Partial<ClauseFacts> = {}): ClauseFacts => ({
  number,
  section: Number(number[0]),
  area: '',
  cadence: '',
  responsibility: null,
  legalReference: '',
  bindings: [],
  ...more,
});
const whole = [
  clause('1.1'),
  clause('2.1', { area: 'planning', cadence: 'weekly', bindings: [{ kind: 'duty' }] }),
  clause('3.1', { bindings: [{ kind: 'right' }] }),
  clause('4.1', { responsibility: 'variable-pay', bindings: [{ kind: 'pay' }] }),
  clause('5.1'),
];
const without = (number: string) => whole.filter((each) => each.number !== number);

describe('a version is whole', () => {
  it('when every section has its clauses and every clause what it needs', () => {
    expect(judgeCompleteness(whole)).toEqual([]);
  });
  it('and an empty one lacks all five sections', () => {
    expect(judgeCompleteness([]).map((fault) => fault.clause)).toEqual(['1', '2', '3', '4', '5']);
  });
  it('names every fault of every clause at once', () => {
    const faults = judgeCompleteness([...without('2.1'), clause('2.1'), clause('2.2', { area: 'debts' })]);
    expect(faults).toEqual([
      { code: 'mandates.duty-without-area', clause: '2.1' },
      { code: 'mandates.duty-without-cadence', clause: '2.1' },
      { code: 'mandates.duty-without-binding', clause: '2.1' },
      { code: 'mandates.duty-without-cadence', clause: '2.2' },
      { code: 'mandates.duty-without-binding', clause: '2.2' },
    ]);
  });
});

test.each([
  ['a right that gives no authority', clause('3.1'), ['mandates.right-without-authority']],
  [
    'a right bound only to a duty',
    clause('3.1', { bindings: [{ kind: 'duty' }] }),
    ['mandates.right-without-authority', 'mandates.binding-misplaced'],
  ],
  [
    'a responsibility without a type',
    clause('4.1', { legalReference: 'Article 192' }),
    ['mandates.responsibility-without-type'],
  ],
  [
    'a responsibility without a rule',
    clause('4.1', { responsibility: 'material' }),
    ['mandates.responsibility-without-rule'],
  ],
  [
    'a responsibility with a legal reference',
    clause('4.1', { responsibility: 'material', legalReference: 'Article 241' }),
    [],
  ],
  [
    'a kind that is not installed',
    clause('3.1', { bindings: [{ kind: 'right', fault: 'mandates.binding-unknown' }] }),
    ['mandates.binding-unknown'],
  ],
  [
    'settings that do not fit',
    clause('3.1', { bindings: [{ kind: 'right', fault: 'mandates.settings-do-not-fit' }] }),
    ['mandates.settings-do-not-fit'],
  ],
])('%s', (_, fault, codes) => {
  expect(judgeCompleteness([...without(fault.number), fault]).map((each) => each.code)).toEqual(codes);
});
