import { describe, expect, it } from 'vitest';
import {
  afterSaving,
  bodyOf,
  type Entry,
  isUnsaved,
  newEntry,
  totalOfEntry,
  withDiscount,
  withLine,
  withoutLine,
  withProduct,
} from './entry.ts';

const chai = { productId: 'p1', code: 'P-1', name: 'Chai', unit: 'pcs', columnPrice: 1000 };
const tea = { ...chai, productId: 'p2', code: 'P-2', columnPrice: 250 };
const two = () => withProduct(withProduct(newEntry('c', 'Nord'), chai, 3), tea, 0.5);

describe('an order being taken', () => {
  it('counts as the server does', () => {
    expect(totalOfEntry(two())).toBe(3125);
    expect(totalOfEntry(withDiscount(two(), 500))).toBe(2850 + 119);
  });

  it('gives a product one line', () => {
    const entry = withProduct(two(), chai, 7);
    expect(entry.lines.map((line) => line.quantity)).toEqual([7, 0.5]);
  });

  it('follows the column again when its price is typed', () => {
    const typed = withLine(two(), 0, { unitPrice: 900 });
    expect(bodyOf(typed).lines[0]).toMatchObject({ unitPrice: 900 });
    expect(bodyOf(withLine(typed, 0, { unitPrice: 1000 })).lines[0]).not.toHaveProperty('unitPrice');
  });

  it('sends no line that is still being typed', () => {
    expect(bodyOf(withLine(two(), 1, { quantity: null })).lines).toHaveLength(1);
  });

  it('knows what the server lacks, also when something was typed while it saved', () => {
    const sent = two();
    const reply = {
      id: 'o',
      revision: 4,
      total: 0,
      state: 'draft' as const,
      prices: [{ productId: 'p1', columnPrice: 950, unitPrice: 950, priceByHand: false }],
    };
    const saved = afterSaving(sent, sent, reply);
    expect(isUnsaved(sent)).toBe(true);
    expect(isUnsaved(saved)).toBe(false);
    expect(saved).toMatchObject({ revision: 4, lines: [{ columnPrice: 950 }, { columnPrice: 250 }] });
    const since: Entry = withoutLine(sent, 1);
    expect(isUnsaved(afterSaving(since, sent, reply))).toBe(true);
  });
});
