import { minorDigits, formatMoney as moneyText } from '#kernel/money.ts';
import { formatRate as rateText } from '#kernel/rate.ts';
import { currentLanguage, useLanguage } from './language.ts';

/** The company's choices that every format needs; set once `me` is known. */
let company = { currency: 'USD', timeZone: 'UTC' };
const made = new Map<string, Intl.NumberFormat | Intl.DateTimeFormat>();

/** Sets the currency and the time zone of the company. */
export function formatFor(chosen: { readonly currency: string; readonly timeZone: string }): void {
  company = { currency: chosen.currency, timeZone: chosen.timeZone };
}

/** The company's currency (ISO 4217). */
export function companyCurrency(): string {
  return company.currency;
}

/** The business day of now, in the company's time zone, `2026-05-14`. */
export function companyToday(): string {
  return Temporal.Now.plainDateISO(company.timeZone).toString();
}

/** Minor units as a person reads them, in the company's currency unless another is named. */
export function formatMoney(amount: number, currency: string = company.currency): string {
  return moneyText({ amount, currency }, currentLanguage());
}

/** Minor units, short: `$1.2M`, `1,2 млн ₽`. For figures where the exact amount is one click away. */
export function formatMoneyShort(amount: number, currency: string = company.currency): string {
  const value = amount / 10 ** minorDigits(currency);
  const digits = Math.abs(value) < 1000 ? 0 : 1;
  return number({ style: 'currency', currency, notation: 'compact', maximumFractionDigits: digits }).format(value);
}

/** A plain number or quantity, at most three decimals. */
export function formatNumber(value: number): string {
  return number({ maximumFractionDigits: 3 }).format(value);
}

/** Basis points as a percentage: 1250 is `12.5%`. */
export function formatRate(basisPoints: number): string {
  return rateText(basisPoints, currentLanguage());
}

/** A business day, `2026-05-14` → `14 May 2026`. */
export function formatDate(day: string, style: 'short' | 'long' = 'short'): string {
  const date = new Date(`${day.slice(0, 10)}T00:00:00Z`);
  return unbroken(dateTime({ dateStyle: style === 'long' ? 'long' : 'medium', timeZone: 'UTC' }).format(date));
}

/** An instant (ISO 8601) as date and time in the company's time zone. */
export function formatDateTime(instant: string): string {
  return unbroken(
    dateTime({ dateStyle: 'medium', timeStyle: 'short', timeZone: company.timeZone }).format(new Date(instant)),
  );
}

/** Keeps the Russian abbreviation of the year on the line of the year. */
function unbroken(text: string): string {
  return text.replace(/ (\p{L}\.)(?=,|$)/u, '\u00a0$1');
}

/** An instant's time of day in the company's time zone. */
export function formatTime(instant: string): string {
  return dateTime({ timeStyle: 'short', timeZone: company.timeZone }).format(new Date(instant));
}

/** How far a day is from today: `today`, `in 3 days`, `2 weeks ago`. */
export function formatDaysFromNow(day: string): string {
  const days = Temporal.PlainDate.from(companyToday()).until(Temporal.PlainDate.from(day.slice(0, 10))).days;
  const format = new Intl.RelativeTimeFormat(currentLanguage(), { numeric: 'auto' });
  const size = Math.abs(days);
  if (size < 14) return format.format(days, 'day');
  if (size < 60) return format.format(Math.round(days / 7), 'week');
  return size < 730 ? format.format(Math.round(days / 30.4), 'month') : format.format(Math.round(days / 365), 'year');
}

const formats = {
  money: formatMoney,
  moneyShort: formatMoneyShort,
  number: formatNumber,
  rate: formatRate,
  date: formatDate,
  dateTime: formatDateTime,
  time: formatTime,
  daysFromNow: formatDaysFromNow,
};

/** All formats, for a component that must be drawn again when the language changes. */
export function useFormat(): typeof formats {
  useLanguage();
  return formats;
}

function number(options: Intl.NumberFormatOptions): Intl.NumberFormat {
  const key = `n${currentLanguage()}${JSON.stringify(options)}`;
  const found = made.get(key) as Intl.NumberFormat | undefined;
  if (found) return found;
  const format = new Intl.NumberFormat(currentLanguage(), options);
  made.set(key, format);
  return format;
}

function dateTime(options: Intl.DateTimeFormatOptions): Intl.DateTimeFormat {
  const key = `d${currentLanguage()}${JSON.stringify(options)}`;
  const found = made.get(key) as Intl.DateTimeFormat | undefined;
  if (found) return found;
  const format = new Intl.DateTimeFormat(currentLanguage() === 'en' ? 'en-GB' : 'ru', options);
  made.set(key, format);
  return format;
}
