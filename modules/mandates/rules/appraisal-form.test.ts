import { describe, expect, it, test } from 'vitest';
import { type ActionState, isLate, mayTurn } from './agreed-action.ts';
import { formOf, formOfLines } from './appraisal-form.ts';

const clause = (id: string, section: number) => ({ id, number: `${section}.1`, section, text: id });

describe('the form of an appraisal', () => {
  it('is the duties and responsibilities in force, each once, with what responsibilities came to', () => {
    const said = { en: 'Fixed part', ru: 'Оклад' };
    const form = formOf(
      [clause('general', 1), clause('duty', 2), clause('duty', 2), clause('right', 3), clause('pay', 4)],
      [{ clauseId: 'pay', said }],
    );
    expect(form.map(({ clauseId, pay }) => [clauseId, pay])).toEqual([
      ['duty', []],
      ['pay', [said]],
    ]);
  });
  it('of an old appraisal is what it measured', () => {
    const line = { clauseId: 'a', number: '2.1', text: 'Calls.' };
    expect(formOfLines([line, line])).toEqual([{ ...line, section: 2, pay: [] }]);
  });
});

describe('an agreed action', () => {
  const nobody = { does: false, appraised: false, head: false };
  test.each<[ActionState, ActionState, keyof typeof nobody | null, boolean]>([
    ['open', 'done', 'does', true],
    ['open', 'done', 'appraised', true],
    ['open', 'done', 'head', true],
    ['open', 'done', null, false],
    ['open', 'called-off', 'does', false], // not for whoever would be rid of it
    ['open', 'called-off', 'head', true],
    ['done', 'open', 'does', false],
    ['done', 'open', 'head', true],
    ['called-off', 'done', 'does', false],
    ['done', 'done', 'head', false],
  ])('from %s to %s by %s: %s', (from, to, who, may) => {
    expect(mayTurn({ from, to }, who ? { ...nobody, [who]: true } : nobody)).toBe(may);
  });
  it('is late after its day, while it is open', () => {
    expect(isLate({ state: 'open', dueOn: '2026-05-01' }, '2026-05-01')).toBe(false);
    expect(isLate({ state: 'open', dueOn: '2026-05-01' }, '2026-05-02')).toBe(true);
    expect(isLate({ state: 'done', dueOn: '2026-05-01' }, '2026-05-02')).toBe(false);
  });
});
