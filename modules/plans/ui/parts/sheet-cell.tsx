import { NumberInput, Text } from '@mantine/core';
import type { KeyboardEvent, ReactNode } from 'react';
import { MoneyField } from '#platform/web/form/money-field.tsx';
import classes from '../plans.module.css';
import type { Unit } from './units.ts';
import { useUnit } from './units.ts';

type Props = {
  readonly label: string;
  readonly unit: Unit;
  readonly row: number;
  readonly column: number;
  readonly value: number | null;
  /** Typed or waiting for approval: not in force yet. */
  readonly draft: boolean;
  readonly locked: boolean;
  readonly hint: string;
  readonly onChange: (amount: number | null) => void;
};

/** One plan of the sheet. Enter and the arrows go to the cell below and above. */
export function SheetCell({ label, unit, row, column, value, draft, locked, hint, onChange }: Props): ReactNode {
  const { print } = useUnit(unit);
  const common = {
    'aria-label': label,
    'data-cell': `${row}:${column}`,
    'data-draft': draft || undefined,
    size: 'xs',
    onKeyDown: (event: KeyboardEvent<HTMLInputElement>) => walk(event, row, column),
  } as const;
  return (
    <div className={classes.cell}>
      {locked ? (
        <Text size="sm" ta="right" className="numerals">
          {value === null ? '—' : print(value)}
        </Text>
      ) : unit === 'money' ? (
        <MoneyField {...common} value={value} onChange={onChange} />
      ) : (
        <NumberInput
          {...common}
          hideControls
          min={0}
          allowDecimal={false}
          value={value ?? ''}
          onChange={(next) => onChange(typeof next === 'number' ? next : null)}
          styles={{ input: { textAlign: 'right' } }}
        />
      )}
      {hint && (
        <Text size="xs" c="dimmed" ta="right" className="numerals">
          {hint}
        </Text>
      )}
    </div>
  );
}

function walk(event: KeyboardEvent<HTMLInputElement>, row: number, column: number): void {
  const step = { Enter: 1, ArrowDown: 1, ArrowUp: -1 }[event.key];
  if (step === undefined) return;
  const next = document.querySelector<HTMLInputElement>(`[data-cell="${row + step}:${column}"]`);
  if (!next) return;
  event.preventDefault();
  next.focus();
  next.select();
}
