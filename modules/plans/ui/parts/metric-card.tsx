import type { ReactNode } from 'react';
import type { EndpointReply } from '#kernel/endpoint.ts';
import { BulletChart } from '#platform/web/figures/bullet-chart.tsx';
import { useFormat } from '#platform/web/format.ts';
import { BareLink } from '#platform/web/go.tsx';
import { type Say, useSay, useText } from '#platform/web/texts.ts';
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

type CardProps = {
  readonly course: MetricCourse;
  readonly open?: boolean;
  readonly to: string;
  /** What the personal plans of a department add up to, beside its own plan. */
  readonly personal?: number | null;
};

/** A plan as a card: fact and share, the bar, what it will come to, what each day left must bring. Opens its records. */
export function MetricCard({ course, open, to, personal = null }: CardProps): ReactNode {
  const t = useText(plansScreenTexts);
  const say = useSay();
  const format = useFormat();
  const { print } = useUnit(course.unit);
  const name = say(`metric.${course.metric}`);
  const pairs = [
    ...pairsOf(course, t, print, format.rate),
    ...(personal === null ? [] : [[t('plans.personal-sum'), print(personal)] as const]),
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

/** What stands below the bar. Rates a day are told of money only: clients do not come in fractions. */
function pairsOf(
  course: MetricCourse,
  t: Say<typeof plansScreenTexts>,
  print: (value: number) => string,
  rate: (share: number) => string,
) {
  const { plan: target, fact, forecast, forecastShare, runRate, neededRate, over, short, unit } = course;
  const foretold = forecastShare === null ? '' : ` · ${rate(forecastShare)}`;
  const pairs: [string, string | null][] = [
    [t('plans.plan'), target === null ? t('plans.no-plan') : print(target)],
    [t('plans.forecast'), forecast === null || forecast === fact ? null : `${print(forecast)}${foretold}`],
    [t('plans.run-rate'), runRate === null || unit === 'count' ? null : print(runRate)],
    [t('plans.needed-rate'), neededRate === null || neededRate === 0 || unit === 'count' ? null : print(neededRate)],
    [t('plans.over'), over > 0 ? print(over) : null],
    [t('plans.short'), short > 0 ? print(short) : null],
  ];
  return pairs.flatMap(([label, value]) => (value === null ? [] : [[label, value] as const]));
}
