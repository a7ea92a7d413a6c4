import { Alert, Button, Group, Text } from '@mantine/core';
import { IconChartPie, IconCoins, IconHistory, IconPencil, IconUsersGroup } from '@tabler/icons-react';
import { useState } from 'react';
import { useSearch } from '#platform/web/address.ts';
import { Awaiting } from '#platform/web/awaiting.tsx';
import { useFormat } from '#platform/web/format.ts';
import { useKeys } from '#platform/web/keys.ts';
import { LinkButton } from '#platform/web/link-button.tsx';
import { useMe } from '#platform/web/me.ts';
import { Page } from '#platform/web/page.tsx';
import { useRead } from '#platform/web/query.ts';
import { useText } from '#platform/web/texts.ts';
import { plan } from '../../endpoints.ts';
import { historyHref } from '../../rules/figure-address.ts';
import { plansScreenTexts } from '../../texts-screens.ts';
import { Breakdown } from '../parts/breakdown.tsx';
import { BurnUp } from '../parts/burn-up.tsx';
import { MetricCard } from '../parts/metric-card.tsx';
import { MonthSwitch, monthName, useMonth } from '../parts/months.tsx';
import { ProposePlan } from '../parts/propose-plan.tsx';
import { Records } from '../parts/records.tsx';
import classes from '../plans.module.css';

/** Shall I fulfil my plan, and what is it made of? */
export default function PlanPage() {
  const t = useText(plansScreenTexts);
  const format = useFormat();
  const me = useMe();
  const [search, change] = useSearch();
  const [month, goMonth] = useMonth();
  const [proposing, setProposing] = useState(false);
  const employee = search.employee ?? me.employee.id;
  const read = useRead(plan, { query: { month, employee } }, { keep: true });
  const shown = read.data;
  const open = shown?.metrics.find(({ metric }) => metric === search.metric)?.metric ?? 'sales';
  const own = employee === me.employee.id;
  const maySet = shown?.can.set === true && shown.departmentId !== null && month >= me.today.slice(0, 7);
  useKeys(maySet ? [{ keys: 'e', label: t('plans.propose'), run: () => setProposing(true) }] : []);
  if (!shown) return <Awaiting read={read} />;
  const draft = shown.standing.some(({ state }) => state === 'draft');
  return (
    <Page
      title={own ? t('plans.title') : t('plans.of', { name: shown.employee.name })}
      subtitle={t('plans.subtitle', {
        month: monthName(month),
        elapsed: shown.days.elapsed,
        all: shown.days.all,
        progress: format.rate(shown.progress),
      })}
      actions={
        <Group gap="xs">
          {maySet && (
            <Button variant="default" leftSection={<IconPencil size={16} />} onClick={() => setProposing(true)}>
              {t('plans.propose')}
            </Button>
          )}
          {shown.can.seePay && (
            <LinkButton
              variant="default"
              leftSection={<IconCoins size={16} />}
              to={own ? `/pay/${month}` : `/pay/employees/${employee}/${month}`}
            >
              {t('plans.pay')}
            </LinkButton>
          )}
          {shown.can.set && shown.departmentId !== null && (
            <LinkButton
              variant="default"
              leftSection={<IconChartPie size={16} />}
              to={`/plan/sheet/parts?department=${shown.departmentId}&employee=${employee}&from=${month}`}
            >
              {t('plans.parts')}
            </LinkButton>
          )}
          <LinkButton
            variant="default"
            leftSection={<IconHistory size={16} />}
            to={historyHref({ employee }, open, month)}
          >
            {t('plans.history')}
          </LinkButton>
          <MonthSwitch month={month} onChange={goMonth} />
        </Group>
      }
    >
      {draft && (
        <Alert color="yellow" variant="light" mb="md">
          {t('plans.draft-waits')}
        </Alert>
      )}
      <div className={classes.metrics}>
        {shown.metrics.map((course) => (
          <MetricCard key={course.metric} course={course} open={course.metric === open} to={course.href} />
        ))}
      </div>
      {open === 'sales' && (
        <section className={classes.section}>
          <h2 className={classes.heading}>{t('plans.day-by-day')}</h2>
          <BurnUp month={month} today={shown.today} daily={shown.daily} plan={shown.metrics[0]?.plan ?? null} />
        </section>
      )}
      {open === 'active-clients' && (
        <Text size="sm" c="dimmed" mb="md">
          {t('plans.base', { days: shown.base.windowDays, became: shown.base.became, lapsed: shown.base.lapsed })}
        </Text>
      )}
      {open === 'sales' && <Breakdown parts={shown.breakdown} />}
      <Records employee={employee} month={month} metric={open} />
      {shown.line && (
        <section className={classes.section}>
          <h2 className={classes.heading}>
            {t('plans.line')}
            <LinkButton
              size="compact-sm"
              variant="default"
              leftSection={<IconUsersGroup size={14} />}
              to={`/team?month=${month}`}
            >
              {t('team.title')}
            </LinkButton>
          </h2>
          <div className={classes.metrics}>
            {shown.line.map((course) => (
              <MetricCard key={course.metric} course={course} to={course.href} />
            ))}
          </div>
        </section>
      )}
      {search.employee && search.employee !== me.employee.id && (
        <Button variant="subtle" size="compact-sm" onClick={() => change({ employee: undefined })}>
          {t('plans.mine')}
        </Button>
      )}
      {proposing && <ProposePlan plan={shown} onClose={() => setProposing(false)} />}
    </Page>
  );
}
