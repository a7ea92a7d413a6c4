import { Button, Checkbox, Group, NativeSelect, Popover, Text, TextInput } from '@mantine/core';
import { type KeyboardEvent, type ReactNode, useEffect, useRef, useState } from 'react';
import type { EndpointReply } from '#kernel/endpoint.ts';
import type { CellEdit, Column, List } from '#platform/lists/define.ts';
import { DateField } from '../form/date-field.tsx';
import { MoneyField } from '../form/money-field.tsx';
import { QuantityField } from '../form/quantity-field.tsx';
import { RateField } from '../form/rate-field.tsx';
import { useSentence } from '../problem-view.tsx';
import { outdate, useAct } from '../query.ts';
import { shellTexts } from '../shell-texts.ts';
import { useText } from '../texts.ts';
import { offerUndo } from '../undo.tsx';
import classes from './list.module.css';
import { nameOf, type Row } from './row.ts';
import { columnWord, valueWord } from './words.ts';

type EditorProps = {
  readonly list: List;
  readonly name: string;
  readonly row: Row;
  /** Kept, or as it was: where the keyboard goes on. */
  readonly onClosed: (goOn: 1 | -1 | 0) => void;
};

/** One cell while it is edited: Enter keeps it, Tab keeps it and goes on, Esc leaves it as it was; a refusal stands at it. */
export function CellEditor({ list, name, row, onClosed }: EditorProps): ReactNode {
  const t = useText(shellTexts);
  const sentence = useSentence();
  const column = list.columns[name] as Column;
  const { by, reason: asksReason } = column.editedBy as CellEdit;
  const before = row[name] ?? null;
  const [value, setValue] = useState<unknown>(before);
  const [reason, setReason] = useState('');
  const closing = useRef(false);
  const goOn = useRef<1 | -1 | 0>(0);
  const module = list.id.split('.')[0] ?? list.id;
  const close = (to: 1 | -1 | 0) => {
    closing.current = true;
    onClosed(to);
  };
  const take = useAct(by, { invalidates: [module] });
  const save = useAct(by, {
    invalidates: [module],
    // Whoever lost against another change is shown what stands there now.
    onRefused: ({ code }) => code === 'platform.changed-meanwhile' && void outdate([module]),
    onDone: (reply) => {
      const { revision } = reply as EndpointReply<typeof by> & { revision?: number };
      close(goOn.current);
      offerUndo({
        message: t('web.list.cell.saved', {
          column: columnWord(list, name),
          row: nameOf(row, Object.keys(list.columns)),
        }),
        undo: () => take.act(inputOf(before, asksReason ? t('web.undone') : '', revision)),
      });
    },
  });
  const inputOf = (next: unknown, why: string, revision: unknown) =>
    ({
      params: { id: row.id },
      body: { [name]: next, ...(asksReason && { reason: why }) },
      ifMatch: revision,
    }) as never;
  const keep = (to: 1 | -1 | 0) => {
    if (save.isPending) return;
    if (value === before) return close(to);
    goOn.current = to;
    save.act(inputOf(value, reason, row.revision));
  };
  const answer = (event: KeyboardEvent) => {
    event.stopPropagation();
    if (event.key === 'Escape') close(0);
    else if (event.key === 'Enter') keep(0);
    else if (event.key === 'Tab' && !asksReason) keep(event.shiftKey ? -1 : 1);
    else return;
    event.preventDefault();
  };
  const frame = useRef<HTMLFieldSetElement>(null);
  useEffect(() => frame.current?.querySelector<HTMLElement>('input, select')?.focus(), []);
  const refused = save.problem ? sentence(save.problem) : null;
  return (
    <Popover
      opened={asksReason === true || refused !== null}
      position="bottom-start"
      withinPortal
      width={280}
      withRoles={false}
    >
      <Popover.Target>
        <fieldset
          ref={frame}
          className={classes.editing}
          aria-label={columnWord(list, name)}
          onKeyDown={answer}
          onBlur={(event) => {
            const staysInside = event.relatedTarget instanceof Node && frame.current?.contains(event.relatedTarget);
            // A calendar or a reason belong to the cell, though they stand elsewhere.
            if (staysInside || closing.current || asksReason || column.type === 'date') return;
            if (value === before || save.problem) close(0);
            else keep(0);
          }}
        >
          <ValueField {...{ list, name, column, value }} onChange={setValue} invalid={refused !== null} />
        </fieldset>
      </Popover.Target>
      <Popover.Dropdown onKeyDown={answer}>
        {refused && (
          <Text size="sm" c="red" role="alert">
            {refused}
          </Text>
        )}
        {asksReason && (
          <>
            <TextInput
              size="xs"
              label={t('web.list.cell.reason')}
              value={reason}
              onChange={(event) => setReason(event.currentTarget.value)}
            />
            <Group justify="flex-end" mt="xs" gap="xs">
              <Button size="compact-xs" variant="default" onClick={() => close(0)}>
                {t('web.cancel')}
              </Button>
              <Button size="compact-xs" loading={save.isPending} onClick={() => keep(0)}>
                {t('web.save')}
              </Button>
            </Group>
          </>
        )}
      </Popover.Dropdown>
    </Popover>
  );
}

type FieldProps = {
  readonly list: List;
  readonly name: string;
  readonly column: Column;
  readonly value: unknown;
  readonly onChange: (value: unknown) => void;
  readonly invalid: boolean;
};

/** The field of a column's type. */
function ValueField({ list, name, column, value, onChange, invalid }: FieldProps): ReactNode {
  const label = columnWord(list, name);
  const common = { size: 'xs', 'aria-label': label, 'aria-invalid': invalid } as const;
  const number = typeof value === 'number' ? value : null;
  switch (column.type) {
    case 'enum':
      return (
        <NativeSelect
          {...common}
          value={String(value ?? '')}
          onChange={(event) => onChange(event.currentTarget.value || null)}
          data={[
            ...(column.nullable ? [{ value: '', label: '—' }] : []),
            ...(column.values ?? []).map((each) => ({ value: each, label: valueWord(list, name, each) })),
          ]}
        />
      );
    case 'flag':
      return (
        <Checkbox {...common} checked={value === true} onChange={(event) => onChange(event.currentTarget.checked)} />
      );
    case 'money':
      return <MoneyField {...common} value={number} onChange={onChange} />;
    case 'rate':
      return <RateField {...common} value={number} onChange={onChange} />;
    case 'number':
      return <QuantityField {...common} value={number} onChange={onChange} />;
    case 'date':
      return <DateField {...common} value={typeof value === 'string' ? value : null} onChange={onChange} />;
    default:
      return (
        <TextInput
          {...common}
          value={String(value ?? '')}
          onChange={(event) =>
            onChange(column.nullable ? event.currentTarget.value || null : event.currentTarget.value)
          }
        />
      );
  }
}
