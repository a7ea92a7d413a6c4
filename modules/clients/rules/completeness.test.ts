import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type CardFacts, judgeCompleteness, requiredFor } from './completeness.ts';

const bare: CardFacts = {
  kind: 'company',
  legalName: '',
  country: null,
  city: '',
  address: '',
  phone: '',
  email: '',
  segment: '',
  taxNumber: '',
  contacts: [],
};
const whole: CardFacts = {
  ...bare,
  legalName: 'Nord Ltd',
  country: 'DE',
  address: 'Hafen 1',
  segment: 'retail',
  taxNumber: 'DE1',
  contacts: [{ phone: '1', email: '', decisionRole: 'decides', level: 'middle' }],
};

describe('completeness of a card', () => {
  it('asks little of a potential client', () => {
    expect(judgeCompleteness({ ...bare, phone: '1', city: 'Kiel', segment: 'retail' }, 'potential')).toEqual({
      shareBp: 10_000,
      missing: [],
    });
  });

  it('asks of an active one what documents and debts need', () => {
    const judged = judgeCompleteness({ ...bare, phone: '1', city: 'Kiel', segment: 'retail' }, 'active');
    expect(judged).toEqual({ shareBp: 3750, missing: ['legalName', 'taxNumber', 'address', 'contact', 'decider'] });
    expect(judgeCompleteness(whole, 'active').missing).toEqual([]);
  });

  it('takes a person as their own contact', () => {
    expect(
      judgeCompleteness({ ...bare, kind: 'person', phone: '1', city: 'Kiel', segment: 'x', address: 'y' }, 'active')
        .missing,
    ).toEqual([]);
  });

  it('takes blanks for nothing', () => {
    expect(judgeCompleteness({ ...whole, segment: '  ' }, 'active').missing).toEqual(['segment']);
  });

  it('never falls when a field is filled in', () => {
    fc.assert(
      fc.property(fc.constantFrom('potential', 'active', 'lapsed' as const), fc.string(), (stage, text) => {
        const before = judgeCompleteness(bare, stage as 'active').shareBp;
        const after = judgeCompleteness({ ...bare, address: text, phone: text }, stage as 'active').shareBp;
        expect(after).toBeGreaterThanOrEqual(before);
        expect(requiredFor.potential.every((field) => requiredFor.active.includes(field))).toBe(true);
      }),
    );
  });
});
