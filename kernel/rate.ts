import { type Money, money, percentOf } from './money.ts';
import { divideRounded, type Rounding, toSafeInteger } from './rounding.ts';
import type { Language } from './texts.ts';

/** The whole in basis points: a rate is a whole number of hundredths of a percent, 1250 is 12.5 %. */
export const wholeRate = 10_000;

/** A rate of an amount, in the amount's currency. @throws RangeError on a fractional rate or an unsafe result. */
export function applyRate(base: Money, basisPoints: number, rounding: Rounding): Money {
  return money(percentOf(base.amount, basisPoints, rounding), base.currency);
}

/**
 * What share `part` is of `whole` (both whole numbers of the same unit), in basis points, half away from zero. Null when
 * there is nothing to compare with: a plan of zero is neither met nor missed.
 * @throws RangeError on fractions.
 */
export function rateOf(part: number, whole: number): number | null {
  if (!Number.isSafeInteger(part) || !Number.isSafeInteger(whole)) {
    throw new RangeError(`${part} of ${whole} are not safe integers`);
  }
  if (whole === 0) return null;
  return toSafeInteger(divideRounded(BigInt(part) * BigInt(wholeRate), BigInt(whole), 'half-up'));
}

/** The rate as a person reads it, with as many decimals as it has: `12.5%`, `12,5 %`. */
export function formatRate(basisPoints: number, language: Language): string {
  return formats[language].format(basisPoints / wholeRate);
}

const percent = { style: 'percent', maximumFractionDigits: 2 } as const;
const formats: Readonly<Record<Language, Intl.NumberFormat>> = {
  en: new Intl.NumberFormat('en', percent),
  ru: new Intl.NumberFormat('ru', percent),
};
