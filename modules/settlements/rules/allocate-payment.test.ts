import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { allocateOldestFirst } from './allocate-payment.ts';

const old = { id: 'a', dueOn: '2026-01-10', open: 300 };
const young = { id: 'b', dueOn: '2026-02-10', open: 500 };

describe('a payment settles the oldest first', () => {
  test.each([
    ['less than the oldest', 100, [{ invoiceId: 'a', amount: 100 }]],
    ['exactly the oldest', 300, [{ invoiceId: 'a', amount: 300 }]],
    [
      'into the next',
      400,
      [
        { invoiceId: 'a', amount: 300 },
        { invoiceId: 'b', amount: 100 },
      ],
    ],
    [
      'more than all',
      1000,
      [
        { invoiceId: 'a', amount: 300 },
        { invoiceId: 'b', amount: 500 },
      ],
    ],
  ])('%s', (_name, amount, expected) => {
    expect(allocateOldestFirst(amount, [young, old])).toEqual(expected);
  });

  const invoice = fc.record({
    id: fc.uuid(),
    dueOn: fc.constantFrom('2026-01-01', '2026-02-01', '2026-03-01'),
    open: fc.integer({ min: 1, max: 1e12 }),
  });
  test('never more than paid, never more than open, and nothing is left while something is open', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 1e13 }),
        fc.uniqueArray(invoice, { selector: (i) => i.id }),
        (amount, invoices) => {
          const allocations = allocateOldestFirst(amount, invoices);
          const total = allocations.reduce((sum, each) => sum + each.amount, 0);
          const open = invoices.reduce((sum, each) => sum + each.open, 0);
          expect(total).toBe(Math.min(amount, open));
          for (const each of allocations) {
            expect(each.amount).toBeLessThanOrEqual(invoices.find((i) => i.id === each.invoiceId)?.open ?? 0);
          }
        },
      ),
    );
  });
});
