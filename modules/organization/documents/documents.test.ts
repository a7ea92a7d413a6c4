import { expect, test } from 'vitest';
import { renderWord } from '#platform/documents/render.ts';
import { itPrints, textOf } from '#platform/documents/test/prints.ts';
import { sampleSubstitutionOrder } from './substitution-order.sample.ts';
import { substitutionOrder } from './substitution-order.ts';

itPrints(substitutionOrder, {
  en: 'takes charge of 3 clients, listed in Annex\u00a01',
  ru: 'Передать замещающему работнику на этот период 5 клиентов по перечню в приложении\u00a01.',
});

test('names the last day of the period, not the day after', async () => {
  const said = textOf(await renderWord(substitutionOrder, sampleSubstitutionOrder('en'), 'en'));
  expect(said).toContain('from 3 August 2026 to 16 August 2026 inclusive');
});

test('without clients and with the whole mandate there is no annex', async () => {
  const data = { ...sampleSubstitutionOrder('en'), clients: [], rights: null };
  const said = textOf(await renderWord(substitutionOrder, data, 'en'));
  expect(said).toContain('all the duties and rights of the job description');
  expect(said).not.toContain('Annex');
});
