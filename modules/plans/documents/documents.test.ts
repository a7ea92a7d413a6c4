import { expect, test } from 'vitest';
import { renderPdf, renderWord } from '#platform/documents/render.ts';
import { itPrints, textOf } from '#platform/documents/test/prints.ts';
import { samplePayStatement } from './pay-statement.sample.ts';
import { payStatement } from './pay-statement.ts';

itPrints(payStatement, {
  en: 'In words: Three thousand three hundred sixty-one US dollars 66 cents.',
  ru: 'Прописью: Двадцать семь тысяч девяносто три рубля 00 копеек.',
});

test('a total that is not the sum of the lines is never printed', async () => {
  const data = samplePayStatement('en');
  await expect(renderPdf(payStatement, { ...data, total: data.total + 1 }, 'en')).rejects.toThrow('the lines make');
});

test('a month that is not closed is printed as a draft', async () => {
  const data = { ...samplePayStatement('en'), closed: false };
  expect(textOf(await renderWord(payStatement, data, 'en'))).toMatch(/^DRAFT .*figures may still change/);
});
