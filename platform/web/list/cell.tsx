import { IconCheck } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import type { Column, List } from '#platform/lists/define.ts';
import { StatusBadge } from '../figures/status-badge.tsx';
import type { useFormat } from '../format.ts';
import { Go } from '../go.tsx';
import { shellTexts } from '../shell-texts.ts';
import { textOf } from '../texts.ts';
import type { Tone } from '../tone.ts';
import { asRef, type Row } from './row.ts';
import { valueWord } from './words.ts';

export type Tones = Readonly<Record<string, Readonly<Record<string, Tone>>>>;
type Format = ReturnType<typeof useFormat>;

/** A value as its column's type wants it. `linked`: a `ref` is a link; not where the cell itself is one. */
export function cellOf(
  list: List,
  name: string,
  row: Row,
  format: Format,
  tones: Tones | undefined,
  linked = true,
): ReactNode {
  const column = list.columns[name] as Column;
  const value = row[name];
  if (value === null || value === undefined || value === '')
    return <span style={{ color: 'var(--mantine-color-dimmed)' }}>—</span>;
  if (column.type === 'enum') {
    const tone = tones?.[name]?.[String(value)];
    const word = valueWord(list, name, String(value));
    return tone ? <StatusBadge tone={tone} label={word} /> : word;
  }
  if (column.type === 'flag')
    return value === true ? <IconCheck size={16} aria-label={textOf(shellTexts)('web.yes')} /> : null;
  if (column.type === 'ref') {
    const ref = asRef(value);
    return ref && column.leadsTo && linked ? (
      <Go to={`${column.leadsTo}${ref.id}`}>{ref.label}</Go>
    ) : (
      (ref?.label ?? String(value))
    );
  }
  const text = plainCell(column, value, format);
  return value === 0 && column.type === 'money' ? (
    <span style={{ color: 'var(--mantine-color-dimmed)' }}>{text}</span>
  ) : (
    text
  );
}

/** A value as text alone, for a phone's line and for what is read aloud. */
export function plainCell(column: Column, value: unknown, format: Format): string {
  if (value === null || value === undefined || value === '') return '—';
  switch (column.type) {
    case 'money':
      return format.money(Number(value));
    case 'rate':
      return format.rate(Number(value));
    case 'number':
      return format.number(Number(value));
    case 'date':
      return format.date(String(value));
    case 'instant':
      return format.dateTime(String(value));
    default:
      return asRef(value)?.label ?? String(value);
  }
}
