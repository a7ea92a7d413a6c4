import { expect, test } from 'vitest';
import { modules } from '#app/modules.ts';
import { wordsOf } from '#modules/mandates/contract.ts';
import { compose } from '#platform/declare/registry.ts';
import { sentence } from '#platform/sentence.ts';
import type { Work } from '#platform/work.ts';

const registry = compose(modules);
const w = { registry, company: { currency: 'USD' }, actor: { language: 'en' } } as unknown as Work;
const said = (language: 'en' | 'ru', capBp: number | null) =>
  sentence(
    registry,
    language,
    'pay.plans.variable.rate',
    wordsOf(w, { ...registry.payRules.get('plans.variable')?.defaults, capBp }, language),
  )
    .split(', ')
    .at(-1);

test.each`
  language | capBp     | words
  ${'en'}  | ${null}   | ${'without a cap'}
  ${'en'}  | ${15_000} | ${'at most 150%'}
  ${'ru'}  | ${null}   | ${'без верхнего предела'}
  ${'ru'}  | ${15_000} | ${'не более 150%'}
`('the variable part with a cap of $capBp is said in $language: $words', ({ language, capBp, words }) => {
  expect(said(language, capBp)).toBe(words);
});
