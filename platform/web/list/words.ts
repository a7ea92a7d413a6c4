import type { Column, List } from '#platform/lists/define.ts';
import type { useFormat } from '../format.ts';
import { shellTexts } from '../shell-texts.ts';
import { say, textOf } from '../texts.ts';
import { labelOf } from './labels.ts';

type Format = ReturnType<typeof useFormat>;

/** The name of the list. */
export function listWord(list: List): string {
  return say(`list.${list.key}`);
}

/** The name of a column. */
export function columnWord(list: List, name: string): string {
  return say(`list.${list.key}.${name}`);
}

/** The word of an enum's value. */
export function valueWord(list: List, name: string, value: string): string {
  return say(`list.${list.key}.${name}.${value}`, undefined, value);
}

/** One value of a filter as a person reads it. */
export function filterValueWord(list: List, name: string, column: Column, text: string, format: Format): string {
  const t = textOf(shellTexts);
  switch (column.type) {
    case 'enum':
      return valueWord(list, name, text);
    case 'flag':
      return text === 'true' ? t('web.yes') : t('web.no');
    case 'money':
      return format.money(Number(text));
    case 'rate':
      return format.rate(Number(text));
    case 'number':
      return format.number(Number(text));
    case 'date':
    case 'instant':
      return dayWord(text, format);
    case 'person':
    case 'ref':
      return text === 'me' ? t('web.list.me') : (labelOf(text) ?? '…');
    case 'text':
      return text;
  }
}

/** What the filters of one column say: `Draft, Confirmed`, `from 100`, `contains “x”`. */
export function filterWords(
  list: List,
  name: string,
  operators: Readonly<Record<string, string>>,
  format: Format,
): string {
  const t = textOf(shellTexts);
  const column = list.columns[name] as Column;
  const words = (text: string) => text.split(',').map((each) => filterValueWord(list, name, column, each, format));
  const { '': any, '.not': none, '.has': has, '.gte': from, '.lte': to, '.is': is } = operators;
  const parts = [
    any && words(any).join(', '),
    none && t('web.list.not', { values: words(none).join(', ') }),
    has && t('web.list.has', { text: has }),
    from && to && `${words(from).join()} – ${words(to).join()}`,
    from && !to && t('web.list.from', { value: words(from).join() }),
    !from && to && t('web.list.to', { value: words(to).join() }),
    is && t(is === 'null' ? 'web.list.is-empty' : 'web.list.is-given'),
  ];
  return parts.filter(Boolean).join(', ');
}

function dayWord(text: string, format: Format): string {
  const t = textOf(shellTexts);
  const relative = /^today(?:([+-])(\d+)d)?$/.exec(text);
  if (!relative) return format.date(text);
  const days = Number(relative[2] ?? 0);
  if (days === 0) return t('web.list.today');
  return t(relative[1] === '-' ? 'web.list.days-ago' : 'web.list.days-ahead', { count: days });
}
