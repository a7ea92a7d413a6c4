import { Drawer, Group, Select } from '@mantine/core';
import { IconTable, IconTargetArrow } from '@tabler/icons-react';
import { useSearch } from '#platform/web/address.ts';
import { Awaiting } from '#platform/web/awaiting.tsx';
import { EmptyState } from '#platform/web/empty-state.tsx';
import { useFormat } from '#platform/web/format.ts';
import { LinkButton } from '#platform/web/link-button.tsx';
import { Page } from '#platform/web/page.tsx';
import { useRead } from '#platform/web/query.ts';
import { useText } from '#platform/web/texts.ts';
import { team, teamRecords } from '../../endpoints.ts';
import { plansScreenTexts } from '../../texts-screens.ts';
import { MetricCard } from '../parts/metric-card.tsx';
import { MonthSwitch, monthName, useMonth } from '../parts/months.tsx';
import { RecordTable } from '../parts/records.tsx';
import { TeamTable } from '../parts/team-table.tsx';
import classes from '../plans.module.css';

/** Who of my people fulfils the plan, who needs me, and why? */
export default function TeamPage() {
  const t = useText(plansScreenTexts);
  const format = useFormat();
  const [search, change] = useSearch();
  const [month, goMonth] = useMonth();
  const { department } = search;
  const read = useRead(team, { query: { month, ...(department && { department }) } }, { keep: true });
  if (!read.data) return <Awaiting read={read} />;
  const shown = read.data;
  const figure = (['late', 'waiting', 'overdue'] as const).find((each) => each === search.figure);
  return (
    <Page
      wide
      title={t('team.title')}
      subtitle={t('plans.subtitle', {
        month: monthName(month),
        elapsed: shown.days.elapsed,
        all: shown.days.all,
        progress: format.rate(shown.progress),
      })}
      actions={
        <Group gap="xs">
          {shown.departments.length > 1 && (
            <Select
              aria-label={t('team.department')}
              placeholder={t('team.every-department')}
              clearable
              value={department ?? null}
              onChange={(next) => change({ department: next ?? undefined })}
              data={shown.departments.map(({ id, name }) => ({ value: id, label: name }))}
            />
          )}
          {department && (
            <LinkButton
              variant="default"
              leftSection={<IconTargetArrow size={16} />}
              to={`/plan/departments/${department}?month=${month}`}
            >
              {t('plans.department-plan')}
            </LinkButton>
          )}
          {shown.can.set && (
            <LinkButton
              variant="default"
              leftSection={<IconTable size={16} />}
              to={`/plan/sheet?from=${month}${department ? `&department=${department}` : ''}`}
            >
              {t('plans.sheet')}
            </LinkButton>
          )}
          <MonthSwitch month={month} onChange={goMonth} />
        </Group>
      }
    >
      {shown.people.length === 0 ? (
        <EmptyState title={t('team.empty')} hint={t('team.empty-hint')} />
      ) : (
        <>
          <div className={classes.metrics}>
            {shown.total.metrics.map((course) => (
              <MetricCard key={course.metric} course={course} to={course.href} />
            ))}
          </div>
          <TeamTable shown={shown} />
        </>
      )}
      {figure && search.person && (
        <Standing
          person={search.person}
          figure={figure}
          onClose={() => change({ person: undefined, figure: undefined })}
        />
      )}
    </Page>
  );
}

type StandingProps = {
  readonly person: string;
  readonly figure: 'late' | 'waiting' | 'overdue';
  readonly onClose: () => void;
};

/** The records behind a figure of one employee, beside the table. */
function Standing({ person, figure, onClose }: StandingProps) {
  const t = useText(plansScreenTexts);
  const read = useRead(teamRecords, { params: { employee: person, figure } });
  const title = read.data
    ? t('team.records', { figure: t(`team.${figure}`), name: read.data.employee.name })
    : t(`team.${figure}`);
  return (
    <Drawer opened onClose={onClose} position="right" size="lg" title={title}>
      {!read.data ? (
        <Awaiting read={read} like="list" />
      ) : read.data.items.length === 0 ? (
        <EmptyState title={t('plans.no-records')} />
      ) : (
        <RecordTable items={read.data.items} money={figure === 'overdue'} />
      )}
    </Drawer>
  );
}
