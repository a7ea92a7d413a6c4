import { Button, Group, SegmentedControl, Select } from '@mantine/core';
import type { EndpointReply } from '#kernel/endpoint.ts';
import { useSearch } from '#platform/web/address.ts';
import { Awaiting } from '#platform/web/awaiting.tsx';
import { EmptyState } from '#platform/web/empty-state.tsx';
import { useMe } from '#platform/web/me.ts';
import { Page } from '#platform/web/page.tsx';
import { useRead } from '#platform/web/query.ts';
import { useSay, useText } from '#platform/web/texts.ts';
import { planSheet, team } from '../../endpoints.ts';
import { monthTotals } from '../../rules/breakdown.ts';
import { breakDown } from '../../rules/sheet.ts';
import { plansScreenTexts } from '../../texts-screens.ts';
import { ApprovePlans } from '../parts/approve-plans.tsx';
import { BearerHead } from '../parts/bearer-head.tsx';
import { MonthSwitch } from '../parts/months.tsx';
import { type GridRow, PlanGrid } from '../parts/plan-grid.tsx';
import { SaveBar } from '../parts/save-bar.tsx';
import { useUnit } from '../parts/units.ts';
import { useTyping } from '../parts/use-typing.ts';
import classes from '../plans.module.css';

type Sheet = EndpointReply<typeof planSheet>;
/** The row of the department itself. */
const own = 'department';

/** In minor units: plans are typed and read in whole hundreds. */
const hundred = 10_000;
const keys = ['sales', 'active-clients', 'new-clients'] as const;

/** How is the plan of the department broken down to its people? */
export default function PlanSheetPage() {
  const t = useText(plansScreenTexts);
  const say = useSay();
  const me = useMe();
  const [search, change] = useSearch();
  const from = /^\d{4}-\d{2}$/.test(search.from ?? '') ? (search.from ?? '') : me.today.slice(0, 7);
  const metric = keys.find((each) => each === search.metric) ?? 'sales';
  const people = useRead(team, { query: {} }, { staleMs: 60_000 });
  const home = people.data?.people.find(({ employee }) => employee.id === me.employee.id)?.departmentId;
  const department = search.department ?? home ?? people.data?.departments[0]?.id;
  const query = { metric, from, months: 3 };
  const read = useRead(
    planSheet,
    { params: { id: department ?? '' }, query },
    { enabled: department !== undefined, keep: true },
  );
  if (people.data && department === undefined) {
    return <EmptyState title={t('team.empty')} hint={t('team.empty-hint')} />;
  }
  return (
    <Page
      wide
      title={t('plans.sheet')}
      actions={
        <Group gap="xs">
          <Select
            aria-label={t('team.department')}
            value={department ?? null}
            allowDeselect={false}
            onChange={(next) => change({ department: next ?? undefined })}
            data={(people.data?.departments ?? []).map(({ id, name }) => ({ value: id, label: name }))}
          />
          <SegmentedControl
            aria-label={t('plans.metric')}
            value={metric}
            onChange={(next) => change({ metric: next === 'sales' ? undefined : next })}
            data={keys.map((each) => ({ value: each, label: say(`metric.${each}`) }))}
          />
          <MonthSwitch month={from} onChange={(next) => change({ from: next })} />
        </Group>
      }
    >
      {read.data ? (
        <Editor key={`${read.data.department.id} ${read.data.metric}`} sheet={read.data} />
      ) : (
        <Awaiting read={read} like="list" />
      )}
    </Page>
  );
}

function Editor({ sheet }: { sheet: Sheet }) {
  const t = useText(plansScreenTexts);
  const { print } = useUnit(sheet.unit);
  const { department, metric, months } = sheet;
  const typing = useTyping(`plan-sheet-${department.id}-${metric}`, {
    departmentId: department.id,
    months,
    planOf: (row) => ({ employeeId: row === own ? null : row, metric }),
  });
  const from = months[0] ?? '';
  const amountAt = (row: GridRow, index: number) => {
    const cell = row.cells[index];
    return cell ? typing.amountOf(row.key, cell) : null;
  };
  const whole: GridRow = {
    key: own,
    name: department.name,
    head: (
      <BearerHead
        name={t('plans.of-department', { name: department.name })}
        to={`/plan/departments/${department.id}?month=${from}`}
        metric={metric}
        departmentId={department.id}
        from={from}
      />
    ),
    cells: sheet.plan,
  };
  const people = sheet.employees.map(
    ({ employee, position, cells, lastYear }): GridRow => ({
      key: employee.id,
      name: employee.name,
      head: (
        <BearerHead
          name={employee.name}
          note={position}
          to={`/plan?employee=${employee.id}&month=${from}&metric=${metric}`}
          metric={metric}
          departmentId={department.id}
          employeeId={employee.id}
          from={from}
        />
      ),
      cells,
      lastYear,
    }),
  );
  const breakDownMonth = (index: number) => {
    const open = people.flatMap((row) => {
      const cell = row.cells[index];
      return cell && !cell.locked ? [{ row, cell, sold: row.lastYear?.[index] ?? null }] : [];
    });
    const parts = breakDown(
      amountAt(whole, index) ?? 0,
      open.map(({ sold }) => sold),
      sheet.unit === 'money' ? hundred : 1,
    );
    // Whoever sells nothing keeps an empty cell: no plan is not a plan of nothing.
    for (const [at, { row, cell }] of open.entries()) typing.type(row.key, cell, parts[at] || cell.amount);
  };
  const foot = (index: number) => {
    const plan = amountAt(whole, index);
    // The server's rule over what is typed: its own sums know nothing of that yet.
    const { sum, short } = monthTotals(
      plan,
      people.map((row) => amountAt(row, index)),
    );
    const open = sheet.can.set && !sheet.plan[index]?.locked && people.length > 0;
    return (
      <>
        <span className={classes.sum}>{print(sum)}</span>
        {short > 0 && <div className={classes.short}>{t('plans.short-of', { value: print(short) })}</div>}
        {open && plan !== null && short > 0 && (
          <Button size="compact-xs" variant="subtle" onClick={() => breakDownMonth(index)}>
            {t('plans.break-down')}
          </Button>
        )}
      </>
    );
  };
  return (
    <>
      {people.length === 0 ? (
        <EmptyState title={t('plans.nobody')} hint={t('plans.nobody-hint')} />
      ) : (
        <PlanGrid
          label={t('team.employee')}
          months={months}
          unit={sheet.unit}
          typing={typing}
          rows={[whole, ...people]}
          isLocked={() => !sheet.can.set}
          footLabel={t('plans.sum')}
          foot={foot}
        />
      )}
      {sheet.can.set && <SaveBar typing={typing} />}
      <ApprovePlans sheet={sheet} unsaved={typing.changes > 0} />
    </>
  );
}
