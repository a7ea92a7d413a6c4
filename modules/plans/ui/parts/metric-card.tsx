import type { ReactNode } from 'react';
import type { EndpointReply } from '#kernel/endpoint.ts';
import { BulletChart } from '#platform/web/figures/bullet-chart.tsx';
import { useFormat } from '#platform/web/format.ts';
import { BareLink } from '#platform/web/go.tsx';
import { useSay, useText } from '#platform/web/texts.ts';
import type { Tone } from '#platform/web/tone.ts';
import type { plan } from '../../endpoints.ts';
import { plansScreenTexts } from '../../texts-screens.ts';
import classes from '../plans.module.css';
import { useUnit } from './units.ts';

export type MetricCourse = EndpointReply<typeof plan>['metrics'][number];

/** Good where the forecast reaches the plan, warning from four fifths, else bad; neutral while nothing can be foretold. */
export function toneOf({ plan: target, forecastShare }: Pick<MetricCourse, 'plan' | 'forecastShare'>): Tone {
  if (target === null || forecastShare === null) return 'neutral';
  if (forecastShare >= 10_000) return 'good';
  return forecastShare >= 8000 ? 'warning' : 'bad';
}

/** A plan as a card: fact and share, the bar, what it will come to, what each day left must bring. Opens its records. */
export function MetricCard({ course, open, to }: { course: MetricCourse; open?: boolean; to: string }): ReactNode {
  const t = useText(plansScreenTexts);
  const say = useSay();
  const format = useFormat();
  const { print } = useUnit(course.unit);
  const name = say(`metric.${course.metric}`);
  const pairs: [string, ReactNode][] = [
    [t('plans.plan'), course.plan === null ? t('plans.no-plan') : print(course.plan)],
    ...(course.forecast === null
      ? []
      : [
          [t('plans.forecast'), withShare(print(course.forecast), course.forecastShare, format.rate)] as [
            string,
            ReactNode,
          ],
        ]),
    ...(course.runRate === null ? [] : [[t('plans.run-rate'), print(course.runRate)] as [string, ReactNode]]),
    ...(course.neededRate === null ? [] : [[t('plans.needed-rate'), print(course.neededRate)] as [string, ReactNode]]),
    ...(course.over > 0 ? [[t('plans.over'), print(course.over)] as [string, ReactNode]] : []),
    ...(course.short > 0 ? [[t('plans.short'), print(course.short)] as [string, ReactNode]] : []),
  ];
  return (
    <BareLink to={to} className={classes.metric} data-open={open || undefined}>
      <span className={classes.name}>{name}</span>
      <span className={`${classes.fact} numerals`}>
        {print(course.fact)}
        {course.share !== null && <span className={classes.share}>{format.rate(course.share)}</span>}
      </span>
      <BulletChart bare label={name} plan={course.plan ?? 0} fact={course.fact} format={print} tone={toneOf(course)} />
      <dl className={`${classes.pairs} numerals`}>
        {pairs.map(([label, value]) => (
          <Pair key={label} label={label} value={value} />
        ))}
      </dl>
    </BareLink>
  );
}

function Pair({ label, value }: { label: string; value: ReactNode }) {
  return (
    <>
      <dt>{label}</dt>
      <dd>{value}</dd>
    </>
  );
}

function withShare(value: string, share: number | null, rate: (share: number) => string): string {
  return share === null ? value : `${value} · ${rate(share)}`;
}
