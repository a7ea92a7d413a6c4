import { Button, Checkbox, Group, SegmentedControl, Stack, TextInput } from '@mantine/core';
import { useDebouncedCallback } from '@mantine/hooks';
import { lazy, type ReactNode, Suspense, useState } from 'react';
import type { Column, List } from '#platform/lists/define.ts';
import { MoneyField } from '../form/money-field.tsx';
import { QuantityField } from '../form/quantity-field.tsx';
import { RateField } from '../form/rate-field.tsx';
import { shellTexts } from '../shell-texts.ts';
import { useText } from '../texts.ts';
import classes from './list.module.css';
import { RefFilter } from './ref-filter.tsx';
import { columnWord, valueWord } from './words.ts';

export type EditorProps = {
  readonly list: List;
  readonly name: string;
  readonly column: Column;
  /** The column's filters by operator: `{ '.gte': '100' }`. */
  readonly operators: Readonly<Record<string, string>>;
  readonly onChange: (operators: Readonly<Record<string, string>>) => void;
  readonly onDone: () => void;
};

/** The calendar is loaded when a day is first filtered by. */
const DayFilter = lazy(() => import('./day-filter.tsx'));

/** Changes the filter of one column, as its type wants it; what is chosen acts at once. */
export function FilterEditor(props: EditorProps): ReactNode {
  const t = useText(shellTexts);
  const { list, name, column, operators, onChange, onDone } = props;
  const emptiness = operators['.is'] ?? '';
  return (
    <form
      className={classes.editor}
      aria-label={columnWord(list, name)}
      onSubmit={(event) => {
        event.preventDefault();
        onDone();
      }}
    >
      {emptiness === '' && <ByType {...props} />}
      {column.nullable && (
        <SegmentedControl
          size="xs"
          fullWidth
          value={emptiness}
          onChange={(is) => onChange(is === '' ? {} : { '.is': is })}
          data={[
            { value: '', label: t('web.list.by-value') },
            { value: 'null', label: t('web.list.is-empty') },
            { value: 'present', label: t('web.list.is-given') },
          ]}
        />
      )}
      <Group justify="flex-end">
        <Button type="submit" size="compact-sm">
          {t('web.done')}
        </Button>
      </Group>
    </form>
  );
}

function ByType(props: EditorProps): ReactNode {
  switch (props.column.type) {
    case 'enum':
    case 'flag':
      return <OneOf {...props} />;
    case 'text':
      return <HasText {...props} />;
    case 'money':
    case 'number':
    case 'rate':
      return <Between {...props} />;
    case 'date':
    case 'instant':
      return (
        <Suspense fallback={<div style={{ height: 140 }} />}>
          <DayFilter {...props} />
        </Suspense>
      );
    case 'person':
    case 'ref':
      return <RefFilter {...props} />;
  }
}

function OneOf({ list, name, column, operators, onChange }: EditorProps): ReactNode {
  const t = useText(shellTexts);
  const flag = column.type === 'flag';
  const values = flag ? ['true', 'false'] : (column.values ?? []);
  const chosen = operators['']?.split(',') ?? [];
  const word = (value: string) => (flag ? t(value === 'true' ? 'web.yes' : 'web.no') : valueWord(list, name, value));
  return (
    <Checkbox.Group
      aria-label={columnWord(list, name)}
      value={chosen}
      onChange={(next) =>
        onChange({ '': (flag ? next.slice(-1) : values.filter((value) => next.includes(value))).join(',') })
      }
    >
      <Stack gap={8} mah={300} style={{ overflowY: 'auto' }}>
        {values.map((value) => (
          <Checkbox key={value} value={value} label={word(value)} />
        ))}
      </Stack>
    </Checkbox.Group>
  );
}

function HasText({ list, name, operators, onChange }: EditorProps): ReactNode {
  const t = useText(shellTexts);
  const [text, setText] = useState(operators['.has'] ?? operators[''] ?? '');
  const later = useDebouncedCallback((next: string) => onChange({ '.has': next.trim() }), 300);
  return (
    <TextInput
      data-autofocus
      label={t('web.list.contains', { column: columnWord(list, name) })}
      value={text}
      onChange={(event) => {
        setText(event.currentTarget.value);
        later(event.currentTarget.value);
      }}
    />
  );
}

function Between({ column, operators, onChange }: EditorProps): ReactNode {
  const t = useText(shellTexts);
  const [from, setFrom] = useState(numberIn(operators['.gte']));
  const [to, setTo] = useState(numberIn(operators['.lte']));
  const later = useDebouncedCallback(onChange, 300);
  const Field = column.type === 'money' ? MoneyField : column.type === 'rate' ? RateField : QuantityField;
  const say = (low: number | null, high: number | null) =>
    later({ '.gte': low === null ? '' : String(low), '.lte': high === null ? '' : String(high) });
  return (
    <Group grow wrap="nowrap" gap="xs">
      <Field
        data-autofocus
        label={t('web.list.at-least')}
        value={from}
        onChange={(next) => {
          setFrom(next);
          say(next, to);
        }}
      />
      <Field
        label={t('web.list.at-most')}
        value={to}
        onChange={(next) => {
          setTo(next);
          say(from, next);
        }}
      />
    </Group>
  );
}

function numberIn(text: string | undefined): number | null {
  return text === undefined || text === '' || Number.isNaN(Number(text)) ? null : Number(text);
}
