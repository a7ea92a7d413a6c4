import { formatMoney, money } from '#kernel/money.ts';
import type { Language } from '#kernel/texts.ts';
import { sentence } from '#platform/sentence.ts';
import type { Work } from '#platform/work.ts';
import type { BindingKind } from '../data/clauses.ts';

const phrase = { duty: 'norm', right: 'limit', pay: 'rate' } as const;

/** The name of a duty, right or pay rule in the reader's language. */
export function nameOfKind(w: Work, kind: BindingKind, key: string, language = w.actor.language): string {
  return sentence(w.registry, language, `${kind}.${key}`);
}

/** The norm, limit or rate in words: texts `duty.<key>.norm`, `right.<key>.limit`, `pay.<key>.rate` filled by the settings. */
export function sayBinding(
  w: Work,
  bound: { kind: BindingKind; key: string; settings: Readonly<Record<string, unknown>> },
  language = w.actor.language,
): string {
  const key = `${bound.kind}.${bound.key}.${phrase[bound.kind]}`;
  if (!w.registry.texts.has(key)) return '';
  const words = { ...wordsOf(w, bound.settings, language), ...rowsSaid(w, key, bound.settings, language) };
  return sentence(w.registry, language, key, words);
}

/** Beside every setting `x` that is a list of rows stands `xSaid`: each row in words (text `<key>.<x>`), one after another. */
function rowsSaid(
  w: Work,
  key: string,
  settings: Readonly<Record<string, unknown>>,
  language: Language,
): Record<string, string> {
  const lists = Object.entries(settings).filter(
    ([name, value]) => Array.isArray(value) && w.registry.texts.has(`${key}.${name}`),
  );
  return Object.fromEntries(
    lists.map(([name, rows]) => [
      `${name}Said`,
      (rows as Record<string, unknown>[])
        .map((row) => sentence(w.registry, language, `${key}.${name}`, wordsOf(w, row, language)))
        .join('; '),
    ]),
  );
}

/** A line of the day in words: text `work.<kind>`. */
export function sayWork(w: Work, line: { kind: string; params: Readonly<Record<string, unknown>> }): string {
  return sentence(w.registry, w.actor.language, `work.${line.kind}`, wordsOf(w, line.params, w.actor.language));
}

/**
 * Values as sentences need them. Beside every whole number `x` stand `xMoney`, that many minor units in the currency
 * (`currency` among the values, or the company's), and `xPercent`, a hundredth of it, for basis points; beside every day
 * `x` (`2026-05-14`) stands `xDay`, as people write it. Booleans become words that `select` can take, and so does what is
 * not there: `none`.
 */
export function wordsOf(
  w: Work,
  values: Readonly<Record<string, unknown>>,
  language = w.actor.language,
): Record<string, unknown> {
  const currency = typeof values.currency === 'string' ? values.currency : w.company.currency;
  const words: Record<string, unknown> = {};
  for (const [key, value] of Object.entries(values)) {
    words[key] = typeof value === 'boolean' ? String(value) : (value ?? 'none');
    if (typeof value === 'string' && /^\d{4}-\d{2}-\d{2}$/.test(value))
      words[`${key}Day`] ??= dayInWords(value, language);
    if (typeof value !== 'number' || !Number.isSafeInteger(value)) continue;
    words[`${key}Money`] ??= formatMoney(money(value, currency), language);
    words[`${key}Percent`] ??= value / 100;
  }
  const asGiven = ([, value]: [string, unknown]) => value !== null && value !== undefined && typeof value !== 'boolean';
  return { ...words, ...Object.fromEntries(Object.entries(values).filter(asGiven)) };
}

// Made once: making one takes longer than all the rest of a sentence.
const days = {
  en: new Intl.DateTimeFormat('en-GB', { dateStyle: 'medium', timeZone: 'UTC' }),
  ru: new Intl.DateTimeFormat('ru', { dateStyle: 'medium', timeZone: 'UTC' }),
};

function dayInWords(day: string, language: Language): string {
  return days[language].format(new Date(`${day}T00:00:00Z`));
}
