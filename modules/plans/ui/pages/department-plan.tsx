import { Group } from '@mantine/core';
import { IconHistory, IconTable, IconUsersGroup } from '@tabler/icons-react';
import { usePathParam } from '#platform/web/address.ts';
import { Awaiting } from '#platform/web/awaiting.tsx';
import { useFormat } from '#platform/web/format.ts';
import { LinkButton } from '#platform/web/link-button.tsx';
import { Page } from '#platform/web/page.tsx';
import { useRead } from '#platform/web/query.ts';
import { useText } from '#platform/web/texts.ts';
import { departmentPlan } from '../../endpoints.ts';
import { historyHref } from '../../rules/figure-address.ts';
import { plansScreenTexts } from '../../texts-screens.ts';
import { Breakdown } from '../parts/breakdown.tsx';
import { BurnUp } from '../parts/burn-up.tsx';
import { MetricCard } from '../parts/metric-card.tsx';
import { MonthSwitch, monthName, useMonth } from '../parts/months.tsx';
import classes from '../plans.module.css';

/** Will the department fulfil its plan, and what is it made of? */
export default function DepartmentPlanPage() {
  const t = useText(plansScreenTexts);
  const format = useFormat();
  const id = usePathParam('id');
  const [month, goMonth] = useMonth();
  const read = useRead(departmentPlan, { params: { id }, query: { month } }, { keep: true });
  if (!read.data) return <Awaiting read={read} />;
  const shown = read.data;
  return (
    <Page
      title={t('plans.of', { name: shown.department.name })}
      subtitle={[
        t('plans.subtitle', {
          month: monthName(month),
          elapsed: shown.days.elapsed,
          all: shown.days.all,
          progress: format.rate(shown.progress),
        }),
        t('plans.people-of', { count: shown.people }),
      ].join(' · ')}
      actions={
        <Group gap="xs">
          <LinkButton
            variant="default"
            leftSection={<IconUsersGroup size={16} />}
            to={`/team?month=${month}&department=${id}`}
          >
            {t('team.title')}
          </LinkButton>
          <LinkButton
            variant="default"
            leftSection={<IconTable size={16} />}
            to={`/plan/sheet?department=${id}&from=${month}`}
          >
            {t('plans.sheet')}
          </LinkButton>
          <LinkButton
            variant="default"
            leftSection={<IconHistory size={16} />}
            to={historyHref({ department: id }, 'sales', month)}
          >
            {t('plans.history')}
          </LinkButton>
          <MonthSwitch month={month} onChange={goMonth} />
        </Group>
      }
    >
      <div className={classes.metrics}>
        {shown.metrics.map((course) => (
          <MetricCard key={course.metric} course={course} personal={course.personal} to={course.href} />
        ))}
      </div>
      <section className={classes.section}>
        <h2 className={classes.heading}>{t('plans.day-by-day')}</h2>
        <BurnUp month={month} today={shown.today} daily={shown.daily} plan={shown.metrics[0]?.plan ?? null} />
      </section>
      <Breakdown parts={shown.breakdown} />
    </Page>
  );
}
