import { Button, Group, SegmentedControl, Text } from '@mantine/core';
import { IconTable, IconTargetArrow } from '@tabler/icons-react';
import { useState } from 'react';
import type { EndpointReply } from '#kernel/endpoint.ts';
import { useSearch } from '#platform/web/address.ts';
import { Awaiting } from '#platform/web/awaiting.tsx';
import { EmptyState } from '#platform/web/empty-state.tsx';
import { type Ref, RefField } from '#platform/web/form/ref-field.tsx';
import { LinkButton } from '#platform/web/link-button.tsx';
import { useMay, useMe } from '#platform/web/me.ts';
import { Page } from '#platform/web/page.tsx';
import { useRead } from '#platform/web/query.ts';
import { useText } from '#platform/web/texts.ts';
import { partSheet } from '../../endpoints.ts';
import { partTotals } from '../../rules/parts.ts';
import { breakDown } from '../../rules/sheet.ts';
import { plansScreenTexts } from '../../texts-screens.ts';
import { MonthSwitch } from '../parts/months.tsx';
import { type GridRow, PlanGrid } from '../parts/plan-grid.tsx';
import { SaveBar } from '../parts/save-bar.tsx';
import { useUnit } from '../parts/units.ts';
import { type Cell, useTyping } from '../parts/use-typing.ts';
import classes from '../plans.module.css';

type PartSheet = EndpointReply<typeof partSheet>;
/** In minor units: parts are proposed in whole hundreds. */
const hundred = 10_000;
const whole = 'whole';

/** How is a sales plan broken down by product group, or by client? */
export default function PlanPartsPage() {
  const t = useText(plansScreenTexts);
  const me = useMe();
  const seesSheet = useMay('plans.approve');
  const [search, change] = useSearch();
  const from = /^\d{4}-(0[1-9]|1[0-2])$/.test(search.from ?? '') ? (search.from ?? '') : me.today.slice(0, 7);
  const by = search.by === 'client' ? 'client' : 'category';
  const { department = '', employee } = search;
  const read = useRead(
    partSheet,
    { params: { id: department }, query: { by, from, months: 3, ...(employee && { employee }) } },
    { keep: true, enabled: department !== '' },
  );
  if (department === '')
    return (
      <Page title={t('plans.parts')}>
        <EmptyState
          title={t('plans.no-bearer')}
          hint={t('plans.no-bearer-hint')}
          action={<LinkButton to="/plan/sheet">{t('plans.sheet')}</LinkButton>}
        />
      </Page>
    );
  if (!read.data) return <Awaiting read={read} like="list" />;
  const shown = read.data;
  return (
    <Page
      wide
      title={t('plans.parts-of', { name: shown.bearer.name })}
      subtitle={t('plans.parts-hint')}
      actions={
        <Group gap="xs">
          <SegmentedControl
            aria-label={t('plans.parts-by')}
            value={by}
            onChange={(next) => change({ by: next === 'category' ? undefined : next })}
            data={(['category', 'client'] as const).map((each) => ({ value: each, label: t(`plans.by.${each}`) }))}
          />
          <LinkButton
            variant="default"
            leftSection={<IconTargetArrow size={16} />}
            to={employee ? `/plan?employee=${employee}&month=${from}` : `/plan/departments/${department}?month=${from}`}
          >
            {t('plans.plan')}
          </LinkButton>
          {seesSheet && (
            <LinkButton
              variant="default"
              leftSection={<IconTable size={16} />}
              to={`/plan/sheet?department=${department}&from=${from}`}
            >
              {t('plans.back-to-sheet')}
            </LinkButton>
          )}
          <MonthSwitch month={from} onChange={(next) => change({ from: next })} />
        </Group>
      }
    >
      <Editor key={`${shown.bearer.id} ${shown.by}`} sheet={shown} />
    </Page>
  );
}

function Editor({ sheet }: { sheet: PartSheet }) {
  const t = useText(plansScreenTexts);
  const { print } = useUnit('money');
  const { months, by, bearer, department } = sheet;
  const [added, setAdded] = useState<readonly Ref[]>([]);
  const typing = useTyping(`plan-parts-${bearer.id}-${by}`, {
    departmentId: department.id,
    months,
    planOf: (row) => ({
      employeeId: sheet.employee ? bearer.id : null,
      metric: 'sales',
      ...(by === 'category' ? { categoryId: row } : { clientId: row }),
    }),
  });
  const known = new Set(sheet.parts.map(({ id }) => id));
  const rows: GridRow[] = [
    ...sheet.parts.map(({ id, label, cells, lastYear }) => ({ key: id, name: label, head: label, cells, lastYear })),
    ...added
      .filter(({ id }) => !known.has(id))
      .map(({ id, label }) => ({ key: id, name: label, head: label, cells: sheet.whole.map(emptyCell) })),
  ];
  const amountAt = (row: GridRow, index: number) => {
    const cell = row.cells[index];
    return cell ? typing.amountOf(row.key, cell) : null;
  };
  const breakDownMonth = (index: number, amount: number) => {
    const open = rows.flatMap((row) => {
      const cell = row.cells[index];
      return cell && !cell.locked ? [{ row, cell, sold: row.lastYear?.[index] ?? null }] : [];
    });
    const parts = breakDown(
      amount,
      open.map(({ sold }) => sold),
      hundred,
    );
    // What sold nothing keeps an empty cell: no plan is not a plan of nothing.
    for (const [at, { row, cell }] of open.entries()) typing.type(row.key, cell, parts[at] || null);
  };
  const foot = (index: number) => {
    const cell = sheet.whole[index];
    const amount = cell?.amount ?? null;
    const { sum, open, above } = partTotals(
      amount,
      rows.map((row) => amountAt(row, index)),
    );
    return (
      <>
        <span className={classes.sum}>{print(sum)}</span>
        {open > 0 && <div className={classes.explained}>{t('plans.parts-open', { value: print(open) })}</div>}
        {above > 0 && <div className={classes.short}>{t('plans.parts-above', { value: print(above) })}</div>}
        {sheet.can.set && !cell?.locked && amount !== null && sum === 0 && (
          <Button size="compact-xs" variant="subtle" onClick={() => breakDownMonth(index, amount)}>
            {t('plans.parts-break-down')}
          </Button>
        )}
      </>
    );
  };
  const head: GridRow = {
    key: whole,
    name: t('plans.whole'),
    head: (
      <>
        {t('plans.whole')}
        <div className={classes.explained}>{bearer.name}</div>
      </>
    ),
    cells: sheet.whole,
  };
  return (
    <>
      {by === 'client' && sheet.can.set && (
        <Group mb="sm">
          <RefField
            kind="client"
            label={t('plans.add-client')}
            miw={280}
            value={null}
            onChange={(picked) => picked && setAdded((before) => [...before, picked])}
          />
        </Group>
      )}
      {rows.length === 0 ? (
        <EmptyState
          title={t(by === 'category' ? 'plans.no-groups' : 'plans.no-clients')}
          hint={t(by === 'category' ? 'plans.no-groups-hint' : 'plans.no-clients-hint')}
        />
      ) : (
        <PlanGrid
          label={t(by === 'category' ? 'plans.group' : 'plans.client')}
          months={months}
          unit="money"
          typing={typing}
          rows={[head, ...rows]}
          isLocked={(row) => row.key === whole || !sheet.can.set}
          footLabel={t('plans.parts-sum')}
          foot={foot}
        />
      )}
      {sheet.can.set && rows.length > 0 && <SaveBar typing={typing} />}
      {!sheet.can.set && (
        <Text size="sm" c="dimmed" mt="md">
          {t('plans.parts-read-only')}
        </Text>
      )}
    </>
  );
}

/** A cell in which nothing stands yet, of the same month and as open as the whole. */
function emptyCell({ month, locked }: Cell): Cell {
  return { month, locked, amount: null, id: null, state: null, approved: null };
}
