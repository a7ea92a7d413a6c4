import { expect, test } from 'vitest';
import { judgeOutcome, type OutcomeWish, outcomes } from './outcome.ts';

const step = { nextStep: 'Send samples', nextOn: '2026-12-01' };
const money = { promisedAmount: 120_000, promisedOn: '2026-12-05' };

test.each<[string, OutcomeWish, string[]]>([
  ['nothing was entered', {}, ['outcome-needed']],
  ['a note is no outcome', { note: 'Talked about prices' }, ['outcome-needed']],
  ['nobody was reached', { outcome: 'no-contact' }, []],
  ['terms were agreed', { outcome: 'agreed-terms', note: 'Two per cent off tea' }, []],
  ['terms were agreed, nobody says which', { outcome: 'agreed-terms' }, ['terms-needed']],
  ['terms of blanks', { outcome: 'agreed-terms', note: ' \n', ...step }, ['terms-needed']],
  ['terms were agreed and a step named', { outcome: 'agreed-terms', note: 'Monthly delivery', ...step }, []],
  [
    'a step named without its day, whatever the outcome',
    { outcome: 'agreed-terms', note: 'Prices', nextStep: 'Call' },
    ['next-day-needed'],
  ],
  ['a day without what is to be done', { outcome: 'no-contact', nextOn: '2026-12-01' }, ['next-step-needed']],
  ['a next step with nothing', { outcome: 'next-step' }, ['next-step-needed', 'next-day-needed']],
  ['a next step of blanks', { outcome: 'next-step', ...step, nextStep: '  ' }, ['next-step-needed']],
  ['a next step with text and day', { outcome: 'next-step', ...step }, []],
  ['a next step on the day itself', { outcome: 'next-step', ...step, nextOn: '2026-11-24' }, []],
  ['a next step before the contact', { outcome: 'next-step', ...step, nextOn: '2026-11-23' }, ['next-day-past']],
  ['a payment without sum and day', { outcome: 'payment-agreement' }, ['sum-needed', 'payment-day-needed']],
  ['a payment of nothing', { outcome: 'payment-agreement', ...money, promisedAmount: 0 }, ['sum-needed']],
  [
    'a payment promised for the past',
    { outcome: 'payment-agreement', ...money, promisedOn: '2026-11-01' },
    ['payment-day-past'],
  ],
  ['a payment with sum and day', { outcome: 'payment-agreement', ...money }, []],
  [
    'a payment and half a step',
    { outcome: 'payment-agreement', promisedAmount: 1, nextStep: 'Call' },
    ['next-day-needed', 'payment-day-needed'],
  ],
  [
    'a sum without a payment agreement',
    { outcome: 'agreed-terms', note: 'Prices', promisedAmount: 5 },
    ['payment-without-agreement'],
  ],
])('%s', (_name, wish, lacks) => {
  expect(judgeOutcome(wish, '2026-11-24').map((fault) => fault.code.replace('activities.', ''))).toEqual(lacks);
});

test('every fault names its field, and a whole outcome of each kind passes', () => {
  for (const outcome of outcomes) {
    const said = { outcome, note: 'Said so', ...step };
    const whole = outcome === 'payment-agreement' ? { ...said, ...money } : said;
    expect(judgeOutcome(whole, '2026-11-24')).toEqual([]);
    for (const fault of judgeOutcome({ outcome, nextOn: '2020-01-01' }, '2026-11-24'))
      expect(fault.field).toMatch(/^\/\w+$/);
  }
});
