import { expect, test } from 'vitest';
import { amountInWords } from './amount-in-words.ts';

test.each`
  amount           | currency | language | words
  ${0}             | ${'RUB'} | ${'ru'}  | ${'Ноль рублей 00 копеек'}
  ${101}           | ${'RUB'} | ${'ru'}  | ${'Один рубль 01 копейка'}
  ${123456_72}     | ${'RUB'} | ${'ru'}  | ${'Сто двадцать три тысячи четыреста пятьдесят шесть рублей 72 копейки'}
  ${21002_11}      | ${'RUB'} | ${'ru'}  | ${'Двадцать одна тысяча два рубля 11 копеек'}
  ${5_012_000_000} | ${'USD'} | ${'ru'}  | ${'Пятьдесят миллионов сто двадцать тысяч долларов США 00 центов'}
  ${-1400}         | ${'EUR'} | ${'ru'}  | ${'Минус четырнадцать евро 00 центов'}
  ${105_07}        | ${'USD'} | ${'en'}  | ${'One hundred five US dollars 07 cents'}
  ${1_00}          | ${'USD'} | ${'en'}  | ${'One US dollar 00 cents'}
  ${4_042_019_01}  | ${'GBP'} | ${'en'}  | ${'Four million forty-two thousand nineteen pounds sterling 01 penny'}
  ${1_000}         | ${'JPY'} | ${'en'}  | ${'One thousand JPY'}
  ${12_50}         | ${'CHF'} | ${'en'}  | ${'Twelve CHF 50/100'}
`('$amount of $currency in $language', ({ amount, currency, language, words }) => {
  expect(amountInWords(amount, currency, language)).toBe(words);
});

test('what is no amount, or too great, is not written out', () => {
  expect(() => amountInWords(0.5, 'USD', 'en')).toThrow(RangeError);
  expect(() => amountInWords(1e14, 'USD', 'en')).toThrow(RangeError);
});
