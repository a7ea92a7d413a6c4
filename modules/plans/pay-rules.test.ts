import { expect, test } from 'vitest';
import { modules } from '#app/modules.ts';
import { sayBinding, wordsOf } from '#modules/mandates/actions/say.ts';
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

const perOrder = { base: 'paid', amount: 50_000, least: 0, onlyNew: false, cap: null };
const rates = {
  base: 'shipped',
  steps: [
    { from: 0, rate: 100 },
    { from: 10_000, rate: 150 },
  ],
};
test.each`
  language | key                         | settings                                                      | words
  ${'en'}  | ${'plans.per-order'}        | ${perOrder}                                                   | ${'$500.00 for each order that is paid in full; without a cap'}
  ${'en'}  | ${'plans.per-order'}        | ${{ ...perOrder, least: 100, onlyNew: true, cap: 200_000 }}   | ${'$500.00 for each order that is paid in full and is the first of a new client, worth $1.00 at least; at most $2,000.00 a month'}
  ${'ru'}  | ${'plans.per-order'}        | ${{ ...perOrder, base: 'shipped', onlyNew: true }}            | ${/^\S+\s\$ за каждый отгруженный заказ, первый у нового клиента; без верхнего предела$/}
  ${'en'}  | ${'plans.steps-percentage'} | ${rates}                                                      | ${'a percentage of what was shipped by fulfilment of the sales plan: from 0% of the plan 1%; from 100% of the plan 1.5%; below the first step nothing, above the last as the last'}
  ${'ru'}  | ${'plans.steps-amount'}     | ${{ metric: 'active', steps: [{ from: 8000, amount: 100 }] }} | ${/^по выполнению плана активных клиентов: от 80% — 1,00\s\$; ниже первой/}
`('$key is said in $language: $words', ({ language, key, settings, words }) => {
  expect(sayBinding(w, { kind: 'pay', key, settings }, language)).toMatch(words);
});

test.each([
  [[8000, 9000], [1, 2], []],
  [[8000, 8000], [1, 2], [{ code: 'plans.steps-not-ascending', field: '/steps/1/from' }]],
  [[8000, 9000], [2, 1], [{ code: 'plans.steps-pays-less', field: '/steps/1/amount' }]],
])('steps from %j paying %j are refused where they are wrong', (from, pays, faults) => {
  const steps = from.map((each, index) => ({ from: each, amount: pays[index] }));
  const judged = registry.payRules.get('plans.steps-amount')?.judge?.({ metric: 'sales', steps } as never);
  expect(judged).toEqual(faults);
});
