import { Button, Table } from '@mantine/core';
import type { ReactNode } from 'react';
import { useText } from '#platform/web/texts.ts';
import { plansScreenTexts } from '../../texts-screens.ts';
import classes from '../plans.module.css';
import { monthName } from './months.tsx';
import { SheetCell } from './sheet-cell.tsx';
import { useUnit } from './units.ts';
import type { Cell, Sheet, SheetDraft } from './use-sheet.ts';

type Props = {
  readonly sheet: Sheet;
  readonly draft: SheetDraft;
  /** Breaks the plan of a month down to everyone. */
  readonly onBreakDown: (index: number) => void;
};

/** Employees down, months across; the plan of the department above, the sum of the personal plans below. */
export function SheetGrid({ sheet, draft, onBreakDown }: Props): ReactNode {
  const t = useText(plansScreenTexts);
  const { short } = useUnit(sheet.unit);
  const cell = (bearer: string, name: string, row: number, column: number, of: Cell, lastYear: number | null) => (
    <Table.Td key={of.month}>
      <SheetCell
        label={`${name}, ${monthName(of.month)}`}
        unit={sheet.unit}
        row={row}
        column={column}
        value={draft.amountOf(bearer, of)}
        draft={draft.isTyped(bearer, of) || of.state === 'draft'}
        locked={of.locked || !sheet.can.set}
        hint={hintOf(of, lastYear)}
        onChange={(amount) => draft.type(bearer, of, amount)}
      />
    </Table.Td>
  );
  const hintOf = (of: Cell, lastYear: number | null) => {
    if (of.state === 'draft' && of.approved !== null) return t('plans.approved-is', { value: short(of.approved) });
    return lastYear === null ? '' : t('plans.year-before', { value: short(lastYear) });
  };
  return (
    <div className={classes.table}>
      <Table verticalSpacing={4} withRowBorders>
        <Table.Thead>
          <Table.Tr>
            <Table.Th>{t('team.employee')}</Table.Th>
            {sheet.months.map((month) => (
              <Table.Th key={month} className="number">
                {monthName(month, 'short')}
              </Table.Th>
            ))}
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          <Table.Tr>
            <Table.Th scope="row">{t('plans.of-department', { name: sheet.department.name })}</Table.Th>
            {sheet.plan.map((of, column) => cell('department', sheet.department.name, 0, column, of, null))}
          </Table.Tr>
          {sheet.employees.map((row, index) => (
            <Table.Tr key={row.employee.id}>
              <Table.Th scope="row" fw={400}>
                {row.employee.name}
                <div className={classes.explained}>{row.position}</div>
              </Table.Th>
              {row.cells.map((of, column) =>
                cell(row.employee.id, row.employee.name, index + 1, column, of, row.lastYear[column] ?? null),
              )}
            </Table.Tr>
          ))}
        </Table.Tbody>
        <Table.Tfoot>
          <Table.Tr>
            <Table.Th scope="row">{t('plans.sum')}</Table.Th>
            {sheet.months.map((month, index) => (
              <Sum key={month} sheet={sheet} draft={draft} index={index} onBreakDown={() => onBreakDown(index)} />
            ))}
          </Table.Tr>
        </Table.Tfoot>
      </Table>
    </div>
  );
}

/** The sum of a month, what is missing to the plan of the department, and the way to break it down. */
function Sum({
  sheet,
  draft,
  index,
  onBreakDown,
}: {
  sheet: Sheet;
  draft: SheetDraft;
  index: number;
  onBreakDown: () => void;
}) {
  const t = useText(plansScreenTexts);
  const { print } = useUnit(sheet.unit);
  const { sum, short, plan } = draft.totals(index);
  const open = sheet.can.set && !sheet.plan[index]?.locked && sheet.employees.length > 0;
  return (
    <Table.Td className="number">
      <span className={classes.sum}>{print(sum)}</span>
      {short > 0 && <div className={classes.short}>{t('plans.short-of', { value: print(short) })}</div>}
      {open && plan !== null && short > 0 && (
        <Button size="compact-xs" variant="subtle" onClick={onBreakDown}>
          {t('plans.break-down')}
        </Button>
      )}
    </Table.Td>
  );
}
