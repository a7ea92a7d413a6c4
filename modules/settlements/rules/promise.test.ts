import { describe, expect, test } from 'vitest';
import { judgePromises } from './promise.ts';

const promise = { id: 'p', amount: 1000, invoiceId: null, recordedOn: '2026-11-10', promisedFor: '2026-11-20' };
const paid = (amount: number, receivedOn = '2026-11-15', invoiceId: string | null = null) => ({
  amount,
  receivedOn,
  invoiceId,
});

describe('one promise', () => {
  test.each([
    ['nothing yet, its day is to come', [], '2026-11-15', 'open'],
    ['nothing, on its day', [], '2026-11-20', 'open'],
    ['nothing, the day after', [], '2026-11-21', 'broken'],
    ['a part, the day after', [paid(999)], '2026-11-21', 'broken'],
    ['all in two parts', [paid(400), paid(600, '2026-11-20')], '2026-11-20', 'kept'],
    ['all, looked at much later', [paid(1000)], '2026-12-15', 'kept'],
    ['all, but a day late', [paid(1000, '2026-11-21')], '2026-11-21', 'broken'],
    ['all, but before it was promised', [paid(1000, '2026-11-09')], '2026-11-21', 'broken'],
    ['of another invoice', [paid(1000, '2026-11-15', 'other')], '2026-11-15', 'kept'],
  ])('%s', (_name, received, today, state) => {
    expect(judgePromises([promise], received, today).get('p')).toBe(state);
  });
});

describe('several promises', () => {
  test('one payment does not keep two', () => {
    const later = { ...promise, id: 'q', promisedFor: '2026-11-22' };
    const states = judgePromises([later, promise], [paid(1500)], '2026-11-23');
    expect([states.get('p'), states.get('q')]).toEqual(['kept', 'broken']);
  });
  test('a promise for an invoice is kept only by money for it, and takes it first', () => {
    const forInvoice = { ...promise, id: 'i', invoiceId: 'inv', promisedFor: '2026-11-25' };
    const states = judgePromises([promise, forInvoice], [paid(1000, '2026-11-15', 'inv')], '2026-11-26');
    expect([states.get('i'), states.get('p')]).toEqual(['kept', 'broken']);
  });
});
