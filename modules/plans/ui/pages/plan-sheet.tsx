import { Button, Group, SegmentedControl, Select } from '@mantine/core';
import { useSearch } from '#platform/web/address.ts';
import { Awaiting } from '#platform/web/awaiting.tsx';
import { EmptyState } from '#platform/web/empty-state.tsx';
import { RefusalBanner } from '#platform/web/form/refusal-banner.tsx';
import { useKeys } from '#platform/web/keys.ts';
import { useMe } from '#platform/web/me.ts';
import { Page } from '#platform/web/page.tsx';
import { useRead } from '#platform/web/query.ts';
import { useSay, useText } from '#platform/web/texts.ts';
import { planSheet, team } from '../../endpoints.ts';
import { breakDown } from '../../rules/sheet.ts';
import { plansScreenTexts } from '../../texts-screens.ts';
import { ApprovePlans } from '../parts/approve-plans.tsx';
import { MonthSwitch } from '../parts/months.tsx';
import { SheetGrid } from '../parts/sheet-grid.tsx';
import { type Sheet, useSheet } from '../parts/use-sheet.ts';

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
  const own = people.data?.people.find(({ employee }) => employee.id === me.employee.id)?.departmentId;
  const department = search.department ?? own ?? people.data?.departments[0]?.id;
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
  const draft = useSheet(sheet);
  const unsaved = draft.changes > 0;
  useKeys(unsaved ? [{ keys: 'mod+s', label: t('plans.save'), run: draft.save }] : []);
  const breakDownMonth = (index: number) => {
    const open = sheet.employees.flatMap((row) => {
      const cell = row.cells[index];
      return cell && !cell.locked ? [{ id: row.employee.id, cell, sold: row.lastYear[index] ?? null }] : [];
    });
    const parts = breakDown(
      draft.totals(index).plan ?? 0,
      open.map(({ sold }) => sold),
      sheet.unit === 'money' ? hundred : 1,
    );
    for (const [at, { id, cell }] of open.entries()) {
      // Whoever sells nothing keeps an empty cell: no plan is not a plan of nothing.
      draft.type(id, cell, parts[at] || cell.amount);
    }
  };
  return (
    <>
      <RefusalBanner problem={draft.saving.problem} />
      {sheet.employees.length === 0 ? (
        <EmptyState title={t('plans.nobody')} hint={t('plans.nobody-hint')} />
      ) : (
        <SheetGrid sheet={sheet} draft={draft} onBreakDown={breakDownMonth} />
      )}
      {sheet.can.set && (
        <Group mt="md">
          <Button disabled={!unsaved} loading={draft.saving.isPending} onClick={draft.save}>
            {t('plans.save-drafts', { count: draft.changes })}
          </Button>
          {unsaved && (
            <Button variant="subtle" onClick={draft.forget}>
              {t('plans.forget')}
            </Button>
          )}
        </Group>
      )}
      <ApprovePlans sheet={sheet} unsaved={unsaved} />
    </>
  );
}
