import { Table } from '@mantine/core';
import type { ReactNode } from 'react';
import { ScrollBox } from '#platform/web/scroll-box.tsx';
import { useText } from '#platform/web/texts.ts';
import { plansScreenTexts } from '../../texts-screens.ts';
import { monthName } from './months.tsx';
import { SheetCell } from './sheet-cell.tsx';
import { type Unit, useUnit } from './units.ts';
import type { Cell, Typing } from './use-typing.ts';

export type GridRow = {
  readonly key: string;
  /** What a screen reader calls its cells by. */
  readonly name: string;
  readonly head: ReactNode;
  readonly cells: readonly Cell[];
  /** Of the same months a year before: what a plan can be measured by. */
  readonly lastYear?: readonly (number | null)[];
};

type Props = {
  readonly label: string;
  readonly months: readonly string[];
  readonly unit: Unit;
  readonly typing: Typing;
  /** What is broken down stands first; the rows are what it is broken down to. */
  readonly rows: readonly GridRow[];
  /** Rows that are shown but not typed into here. */
  readonly isLocked: (row: GridRow) => boolean;
  readonly footLabel: string;
  /** What stands below a month. */
  readonly foot: (index: number) => ReactNode;
};

/** Plans down, months across, what they sum to below. */
export function PlanGrid({ label, months, unit, typing, rows, isLocked, footLabel, foot }: Props): ReactNode {
  const t = useText(plansScreenTexts);
  const { short } = useUnit(unit);
  const hintOf = (of: Cell, lastYear: number | null) => {
    if (of.state === 'draft' && of.approved !== null) return t('plans.approved-is', { value: short(of.approved) });
    return lastYear === null ? '' : t('plans.year-before', { value: short(lastYear) });
  };
  return (
    <ScrollBox label={label}>
      <Table verticalSpacing={4} withRowBorders>
        <Table.Thead>
          <Table.Tr>
            <Table.Th>{label}</Table.Th>
            {months.map((month) => (
              <Table.Th key={month} className="number">
                {monthName(month, 'short')}
              </Table.Th>
            ))}
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {rows.map((row, index) => (
            <Table.Tr key={row.key}>
              <Table.Th scope="row" fw={index === 0 ? undefined : 400}>
                {row.head}
              </Table.Th>
              {row.cells.map((of, column) => (
                <Table.Td key={of.month}>
                  <SheetCell
                    label={`${row.name}, ${monthName(of.month)}`}
                    unit={unit}
                    row={index}
                    column={column}
                    value={typing.amountOf(row.key, of)}
                    draft={typing.isTyped(row.key, of) || of.state === 'draft'}
                    locked={of.locked || isLocked(row)}
                    hint={hintOf(of, row.lastYear?.[column] ?? null)}
                    onChange={(amount) => typing.type(row.key, of, amount)}
                  />
                </Table.Td>
              ))}
            </Table.Tr>
          ))}
        </Table.Tbody>
        <Table.Tfoot>
          <Table.Tr>
            <Table.Th scope="row">{footLabel}</Table.Th>
            {months.map((month, index) => (
              <Table.Td key={month} className="number">
                {foot(index)}
              </Table.Td>
            ))}
          </Table.Tr>
        </Table.Tfoot>
      </Table>
    </ScrollBox>
  );
}
