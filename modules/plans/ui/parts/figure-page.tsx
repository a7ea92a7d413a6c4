import { type ReactNode, useMemo } from 'react';
import type { List } from '#platform/lists/define.ts';
import { useSearch } from '#platform/web/address.ts';
import { EmptyState } from '#platform/web/empty-state.tsx';
import { labelOf } from '#platform/web/list/labels.ts';
import { ListPage } from '#platform/web/list/list-page.tsx';
import { useRead } from '#platform/web/query.ts';
import { useSay, useText } from '#platform/web/texts.ts';
import { departmentPlan, plan, team } from '../../endpoints.ts';
import { plansScreenTexts } from '../../texts-screens.ts';
import classes from '../plans.module.css';
import { MetricCard, type MetricCourse } from './metric-card.tsx';
import { MonthSwitch, useMonth } from './months.tsx';
import { ChangeSwitch } from './records.tsx';

/** What of the address is asked of the list as a whole. */
const parameters = ['employee', 'department', 'line', 'category', 'rest', 'change'] as const;

/** What is a figure of a plan made of? The figure with its course above, the records that sum to it below. */
export function FigurePage({ list, metric }: { list: List; metric: MetricCourse['metric'] }): ReactNode {
  const t = useText(plansScreenTexts);
  const say = useSay();
  const [search] = useSearch();
  const [month, goMonth] = useMonth();
  const { name, course, part } = useFigure(metric, month);
  const fixed = useMemo(
    () => ({
      month,
      ...Object.fromEntries(parameters.flatMap((key) => (search[key] ? [[key, search[key]]] : []))),
      ...(metric !== 'sales' && { metric }),
    }),
    [search, month, metric],
  );
  const words = { metric: say(`metric.${metric}`), name };
  return (
    <ListPage
      list={list}
      title={part === null ? t('plans.figure-of', words) : t('plans.figure-of-part', { ...words, part })}
      fixed={fixed}
      actions={
        <>
          {metric === 'active-clients' && <ChangeSwitch />}
          <MonthSwitch month={month} onChange={goMonth} />
        </>
      }
      above={
        course && (
          <div className={classes.figure}>
            <MetricCard course={course} to={course.href} />
          </div>
        )
      }
      empty={<EmptyState title={t('plans.no-records')} hint={t('plans.no-records-hint')} />}
    />
  );
}

/** Whose figure the address names, and how it goes; the card leads back to the plan that it is of. */
function useFigure(metric: MetricCourse['metric'], month: string) {
  const t = useText(plansScreenTexts);
  const [search] = useSearch();
  const { employee, department, line } = search;
  const one = employee ?? line;
  const everyone = !one && !department;
  const ofOne = useRead(plan, { query: { month, employee: one ?? '' } }, { enabled: one !== undefined, keep: true });
  const ofDepartment = useRead(
    departmentPlan,
    { params: { id: department ?? '' }, query: { month } },
    { enabled: !one && department !== undefined, keep: true },
  );
  const ofAll = useRead(team, { query: { month } }, { enabled: everyone, keep: true });
  const shown = one ? ofOne.data : everyone ? undefined : ofDepartment.data;
  const courses = everyone ? ofAll.data?.total.metrics : line ? ofOne.data?.line : shown?.metrics;
  const name = line
    ? t('plans.everyone-below', { name: ofOne.data?.employee.name ?? '…' })
    : everyone
      ? t('plans.everyone')
      : ((one ? ofOne.data?.employee.name : ofDepartment.data?.department.name) ?? '…');
  const home = one
    ? `/plan?employee=${one}&month=${month}&metric=${metric}`
    : everyone
      ? `/team?month=${month}`
      : `/plan/departments/${department}?month=${month}`;
  const asked = useAskedPart();
  const whole = courses?.find((course) => course.metric === metric);
  const found = asked && shown?.breakdown.find(({ by, id }) => by === asked.by && id === asked.id);
  const course = asked ? found && { ...found, metric, unit: 'money' as const } : whole;
  return {
    name,
    // Beside a filter of the list the figure would be of other rows than those shown.
    course: course && search.change === undefined ? { ...course, href: home } : null,
    part: asked && (found?.label ?? asked.words),
  };
}

/** The part of a plan that the address asks for: a product group, one client, or what lies in no part. */
function useAskedPart(): { by: 'category' | 'client'; id: string | null; words: string } | null {
  const t = useText(plansScreenTexts);
  const [{ category, client, rest }] = useSearch();
  if (rest === 'category' || rest === 'client') return { by: rest, id: null, words: t('plans.rest') };
  if (category === 'none') return { by: 'category', id: category, words: t('plans.no-group') };
  if (category) return { by: 'category', id: category, words: t('plans.one-group') };
  if (client) return { by: 'client', id: client, words: labelOf(client) ?? t('plans.one-client') };
  return null;
}
