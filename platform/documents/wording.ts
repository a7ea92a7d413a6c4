import { I18n } from '@lingui/core';
import { compileMessage } from '@lingui/message-utils/compileMessage';
import { formatMoney, minorDigits, money } from '#kernel/money.ts';
import { formatRate } from '#kernel/rate.ts';
import { type Language, languages, type Texts } from '#kernel/texts.ts';
import { houseTexts } from './texts.ts';

type HouseKey = keyof typeof houseTexts & string;

/** How a document speaks one language: its sentences, and figures and days as that language writes them. */
export type Wording<Key extends string = string> = {
  readonly language: Language;
  /** The sentence under a key of the document's catalogue or of the house's, filled. */
  readonly text: (key: Key | HouseKey, values?: Readonly<Record<string, unknown>>) => string;
  /** Every sentence that needs no values, for templates. */
  readonly labels: Readonly<Record<string, string>>;
  /** Minor units with the sign of the currency. */
  readonly money: (amount: number, currency: string) => string;
  /** Minor units as plain digits, for columns whose head names the currency. */
  readonly amount: (amount: number, currency: string) => string;
  readonly quantity: (value: number) => string;
  /** Basis points as percent. */
  readonly rate: (basisPoints: number) => string;
  /** A day in words: `14 March 2026`, `14 марта 2026 г.` */
  readonly day: (date: string) => string;
  /** A day in figures for narrow columns: `14/03/2026`, `14.03.2026`. */
  readonly figures: (date: string) => string;
  /** A half-open period by its first and last day. */
  readonly period: (days: { readonly from: string; readonly to: string }) => string;
  /** A month `YYYY-MM` in words. */
  readonly month: (month: string) => string;
  /** An instant, as the clock of the zone showed it. */
  readonly moment: (instant: string, timeZone: string) => string;
};

/** English dates in the order that nobody misreads. */
const locales: Readonly<Record<Language, string>> = { en: 'en-GB', ru: 'ru' };
const kept = new WeakMap<Texts, Map<Language, Wording>>();

/** The wording of a catalogue in a language; made once and kept. */
export function wordingOf<T extends Texts>(texts: T, language: Language): Wording<keyof T & string> {
  const byLanguage = kept.get(texts) ?? new Map<Language, Wording>();
  kept.set(texts, byLanguage);
  const known = byLanguage.get(language) ?? makeWording(texts, language);
  byLanguage.set(language, known);
  return known as Wording<keyof T & string>;
}

function makeWording(texts: Texts, language: Language): Wording {
  const locale = locales[language];
  const index = languages.indexOf(language);
  const messages = Object.fromEntries(
    Object.entries({ ...houseTexts, ...texts }).map(([key, pair]) => [key, pair[index] as string]),
  );
  const i18n = new I18n({ locale: language, messages: { [language]: messages } });
  i18n.setMessagesCompiler(compileMessage);
  const text: Wording['text'] = (key, values = {}) => i18n._(key, { ...values });
  const long = new Intl.DateTimeFormat(locale, { day: 'numeric', month: 'long', year: 'numeric', timeZone: 'UTC' });
  const short = new Intl.DateTimeFormat(locale, { day: '2-digit', month: '2-digit', year: 'numeric', timeZone: 'UTC' });
  const monthly = new Intl.DateTimeFormat(locale, { month: 'long', year: 'numeric', timeZone: 'UTC' });
  const quantities = new Intl.NumberFormat(locale, { maximumFractionDigits: 3 });
  const noon = (date: string) => Temporal.Instant.from(`${date}T12:00:00Z`).epochMilliseconds;
  // The "г." of a Russian year must not begin a line.
  const day = (date: string) => long.format(noon(date)).replace(' г.', '\u00a0г.');
  return {
    language,
    text,
    labels: Object.fromEntries(
      Object.entries(messages).flatMap(([key, said]) => (said.includes('{') ? [] : [[key, said]])),
    ),
    money: (amount, currency) => formatMoney(money(amount, currency), language),
    amount: (amount, currency) => plainAmount(amount, currency, locale),
    quantity: (value) => quantities.format(value),
    rate: (basisPoints) => formatRate(basisPoints, language),
    day,
    figures: (date) => short.format(noon(date)),
    period: ({ from, to }) => {
      const last = Temporal.PlainDate.from(to).subtract({ days: 1 }).toString();
      return text('period', { first: day(from), last: day(last) });
    },
    month: (month) => monthly.format(noon(`${month}-15`)),
    moment: (instant, timeZone) => {
      const at = Temporal.Instant.from(instant).toZonedDateTimeISO(timeZone);
      return `${short.format(noon(at.toPlainDate().toString()))} ${at.toPlainTime().toString({ smallestUnit: 'minute' })}`;
    },
  };
}

/** Digits of an amount without passing through a fraction that binary numbers cannot hold. */
function plainAmount(amount: number, currency: string, locale: string): string {
  const digits = minorDigits(currency);
  const padded = String(Math.abs(amount)).padStart(digits + 1, '0');
  const decimal = `${amount < 0 ? '-' : ''}${padded.slice(0, padded.length - digits)}.${padded.slice(padded.length - digits) || '0'}`;
  return new Intl.NumberFormat(locale, { minimumFractionDigits: digits, maximumFractionDigits: digits }).format(
    decimal as `${number}`,
  );
}
