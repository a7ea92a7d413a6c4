import { expect, test } from 'vitest';
import { renderPdf, renderWord } from '#platform/documents/render.ts';
import { itPrints, textOf } from '#platform/documents/test/prints.ts';
import { sampleOrderConfirmation } from './order-confirmation.sample.ts';
import { orderConfirmation } from './order-confirmation.ts';

itPrints(orderConfirmation, {
  en: 'Carnarvon Tigers 16.5 kg 62.50 7% 959.06',
  ru: 'Креветки тигровые свежемороженые 16,5 кг',
});

test('a tax on top is part of the total, and shown before it', async () => {
  const data = sampleOrderConfirmation('en');
  const taxed = { ...data, tax: { rate: 2000, amount: 100_00, included: false }, total: data.total + 100_00 };
  expect(textOf(await renderWord(orderConfirmation, taxed, 'en'))).toMatch(/VAT 20%.*100\.00.*Total/);
});

test('a total that is not the sum of the lines is never printed', async () => {
  const data = sampleOrderConfirmation('en');
  await expect(renderPdf(orderConfirmation, { ...data, total: 1 }, 'en')).rejects.toThrow('the total says 1');
});
