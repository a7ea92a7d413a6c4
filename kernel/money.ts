import { divideRounded, type Rounding, toSafeInteger } from './rounding.ts';
import type { Language } from './texts.ts';

/** An amount in whole minor units (cents, kopecks) of one currency (ISO 4217). Make it with `money`. */
export type Money = { readonly amount: number; readonly currency: string };

const withoutMinor = new Set('BIF CLP DJF GNF ISK JPY KMF KRW PYG RWF UGX UYI VND VUV XAF XOF XPF'.split(' '));
const withThousandths = new Set('BHD IQD JOD KWD LYD OMR TND'.split(' '));

/** How an amount of one currency is written in one language: `pattern` finds minus, minus, and the number itself. */
type Notation = { readonly format: Intl.NumberFormat; readonly pattern: RegExp };
/** Making a formatter costs far more than using it, and a list screen formats thousands of amounts. */
const notations = new Map<string, Notation>();
/** No safe amount needs more, groups, sign and blanks included. */
const longestText = 60;

/**
 * Decimal places of a currency by ISO 4217: 0, 2 or 3. A table of our own, because the browser's answers differ from
 * the standard (Iraqi dinar) and from each other, and a stored amount must mean the same everywhere.
 */
export function minorDigits(currency: string): 0 | 2 | 3 {
  if (withoutMinor.has(currency)) return 0;
  return withThousandths.has(currency) ? 3 : 2;
}

/** Money of `amount` minor units. @throws RangeError on an unsafe integer or a currency that is not three capitals. */
export function money(amount: number, currency: string): Money {
  if (!Number.isSafeInteger(amount)) throw new RangeError(`${amount} is not a whole amount of minor units`);
  if (!/^[A-Z]{3}$/.test(currency)) throw new RangeError(`${currency} is not a currency code`);
  return { amount: amount === 0 ? 0 : amount, currency };
}

/** The sum of two. @throws TypeError on different currencies, RangeError when the sum is not safe. */
export function add(a: Money, b: Money): Money {
  sameCurrency(a, b);
  return money(a.amount + b.amount, a.currency);
}

/** What is left of `a` without `b`. @throws as `add`. */
export function subtract(a: Money, b: Money): Money {
  return add(a, negate(b));
}

/** The same amount with the other sign. */
export function negate(a: Money): Money {
  return money(0 - a.amount, a.currency);
}

/** Negative, zero or positive, as sorting wants it. @throws TypeError on different currencies. */
export function compare(a: Money, b: Money): number {
  sameCurrency(a, b);
  return Math.sign(a.amount - b.amount);
}

export function isZero(a: Money): boolean {
  return a.amount === 0;
}

/**
 * The total of many; the currency is named, so that an empty list has an answer too. Only the total must be safe: the
 * order of the amounts does not matter.
 * @throws TypeError on another currency among them, RangeError when the total is not safe.
 */
export function sum(amounts: readonly Money[], currency: string): Money {
  const zero = money(0, currency);
  const total = amounts.reduce((so, each) => {
    sameCurrency(zero, each);
    return so + BigInt(each.amount);
  }, 0n);
  return money(toSafeInteger(total), currency);
}

/**
 * The amount of a line in minor units: quantity (at most three decimals) × unit price (minor units) less a discount
 * (basis points, 0 to 10 000), rounded once, half away from zero. Returned goods have a negative quantity.
 * @throws RangeError on a fourth decimal, a fractional price, or a discount outside its bounds.
 */
export function lineAmount(quantity: number, unitPrice: number, discountBp: number): number {
  if (!Number.isInteger(discountBp) || discountBp < 0 || discountBp > 10_000) {
    throw new RangeError(`${discountBp} is not a discount in basis points`);
  }
  const exact = BigInt(thousandths(quantity)) * whole(unitPrice) * BigInt(10_000 - discountBp);
  return toSafeInteger(divideRounded(exact, 10_000_000n, 'half-up'));
}

/** A share of an amount: minor units in and out, basis points between. @throws RangeError on fractions. */
export function percentOf(amount: number, basisPoints: number, rounding: Rounding): number {
  return toSafeInteger(divideRounded(whole(amount) * whole(basisPoints), 10_000n, rounding));
}

/**
 * A quantity in thousandths. The noise that binary fractions leave (0.1 + 0.2) is taken off.
 * @throws RangeError when there is a real fourth decimal, or too many thousandths for a safe integer.
 */
export function thousandths(quantity: number): number {
  const scaled = quantity * 1000;
  const nearest = Math.round(scaled);
  const noise = 1e-6 + Math.abs(scaled) * 4 * Number.EPSILON;
  if (!Number.isSafeInteger(nearest) || Math.abs(scaled - nearest) > noise) {
    throw new RangeError(`${quantity} is not a quantity of at most three decimals`);
  }
  return nearest;
}

/** The amount as a person reads it, with every decimal of its currency: `$1,234.50`, `1 234,50 ₽`. */
export function formatMoney(value: Money, language: Language): string {
  return notationOf(value.currency, language).format.format(decimalOf(value) as `${number}`);
}

/**
 * Reads what a person typed or pasted: with or without groups, either decimal mark, the currency's code or sign, both
 * kinds of minus. One mark alone is decimal, except where it can only be a group in that language (`1,234` in English).
 * Null for everything that is not plainly an amount: too many decimals, uneven groups, another currency.
 */
export function parseMoney(text: string, currency: string, language: Language): Money | null {
  if (text.length > longestText) return null;
  const [, before, after, body] = notationOf(currency, language).pattern.exec(text) ?? [];
  if (body === undefined || (before && after)) return null;
  const parts = splitNumber(body, language);
  const digits = minorDigits(currency);
  if (parts === null || parts.fraction.length > digits) return null;
  const size = Number(parts.whole + parts.fraction.padEnd(digits, '0'));
  return Number.isSafeInteger(size) ? money(before || after ? -size : size, currency) : null;
}

type Parts = { readonly whole: string; readonly fraction: string };

function splitNumber(body: string, language: Language): Parts | null {
  const mark = decimalMark(body, language);
  const at = mark === null ? body.length : body.lastIndexOf(mark);
  const whole = body.slice(0, at);
  const fraction = body.slice(at + 1);
  if (mark !== null && !/^\d+$/.test(fraction)) return null;
  if (whole === '') return mark === null ? null : { whole: '0', fraction };
  const evenGroups = /^(\d+|\d{1,3}(?:([\s,.'’])\d{3})(?:\2\d{3})*)$/.test(whole);
  return evenGroups ? { whole: whole.replace(/\D/g, ''), fraction } : null;
}

/** The mark that divides the fraction, or null when there is none. */
function decimalMark(body: string, language: Language): ',' | '.' | null {
  const commas = body.split(',').length - 1;
  const dots = body.split('.').length - 1;
  if (commas > 0 && dots > 0) return body.lastIndexOf(',') > body.lastIndexOf('.') ? ',' : '.';
  if (commas + dots !== 1) return null;
  const isGroup = language === 'en' && /^[1-9]\d{0,2},\d{3}$/.test(body);
  if (isGroup) return null;
  return commas === 1 ? ',' : '.';
}

/** Minor units as decimal text, without passing through a fraction: -5 of USD is `-0.05`. */
function decimalOf({ amount, currency }: Money): string {
  const digits = minorDigits(currency);
  const padded = String(Math.abs(amount)).padStart(digits + 1, '0');
  const whole = padded.slice(0, padded.length - digits);
  return `${amount < 0 ? '-' : ''}${whole}${digits > 0 ? `.${padded.slice(-digits)}` : ''}`;
}

function notationOf(currency: string, language: Language): Notation {
  const key = `${language} ${currency}`;
  const known = notations.get(key);
  if (known) return known;
  const digits = minorDigits(currency);
  const format = new Intl.NumberFormat(language, {
    style: 'currency',
    currency,
    minimumFractionDigits: digits,
    maximumFractionDigits: digits,
  });
  const sign = format.formatToParts(0).find((part) => part.type === 'currency')?.value ?? currency;
  const mark = `(?:${currency}|${sign.replace(/[$.]/g, '\\$&')})?`;
  const pattern = new RegExp(`^\\s*([-−]?)\\s*${mark}\\s*([-−]?)\\s*(\\S.*?)\\s*${mark}\\s*$`, 's');
  const made = { format, pattern };
  notations.set(key, made);
  return made;
}

function sameCurrency(a: Money, b: Money): void {
  if (a.currency !== b.currency) throw new TypeError(`${a.currency} and ${b.currency} cannot be put together`);
}

function whole(value: number): bigint {
  if (!Number.isSafeInteger(value)) throw new RangeError(`${value} is not a safe integer`);
  return BigInt(value);
}
