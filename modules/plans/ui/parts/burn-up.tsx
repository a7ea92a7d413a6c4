import type { ReactNode } from 'react';
import { useFormat } from '#platform/web/format.ts';
import { useText } from '#platform/web/texts.ts';
import { plansScreenTexts } from '../../texts-screens.ts';
import classes from '../plans.module.css';
import { monthName } from './months.tsx';

type Props = {
  readonly month: string;
  readonly today: string;
  readonly daily: readonly { readonly day: string; readonly amount: number }[];
  readonly plan: number | null;
};
const [width, height, pad] = [720, 150, 8];

/** How sales add up day by day against the straight way to the plan. The records below are its table. */
export function BurnUp({ month, today, daily, plan }: Props): ReactNode {
  const t = useText(plansScreenTexts);
  const format = useFormat();
  const days = Temporal.PlainYearMonth.from(month).daysInMonth;
  const until = today.slice(0, 7) === month ? Number(today.slice(8, 10)) : today < month ? 0 : days;
  const sums = cumulated(daily, Math.max(until, ...daily.map(({ day }) => Number(day.slice(8, 10)))));
  const most = Math.max(plan ?? 0, ...sums, 1);
  const least = Math.min(0, ...sums);
  const x = (day: number) => pad + (day / days) * (width - 2 * pad);
  const y = (value: number) => height - pad - ((value - least) / (most - least)) * (height - 2 * pad);
  const last = sums.at(-1) ?? 0;
  const words = t('plans.burn-up', {
    month: monthName(month),
    fact: format.money(last),
    plan: plan === null ? '—' : format.money(plan),
  });
  return (
    <figure style={{ margin: 0 }}>
      <svg
        className={classes.picture}
        viewBox={`0 0 ${width} ${height}`}
        preserveAspectRatio="none"
        role="img"
        aria-label={words}
      >
        <title>{words}</title>
        <line x1={x(0)} x2={x(days)} y1={y(0)} y2={y(0)} stroke="var(--line)" vectorEffect="non-scaling-stroke" />
        {plan !== null && (
          <line
            x1={x(0)}
            y1={y(0)}
            x2={x(days)}
            y2={y(plan)}
            stroke="var(--mantine-color-dimmed)"
            strokeDasharray="5 4"
            vectorEffect="non-scaling-stroke"
          />
        )}
        <polyline
          points={[[x(0), y(0)], ...sums.map((sum, index) => [x(index + 1), y(sum)])]
            .map((point) => point.join(','))
            .join(' ')}
          fill="none"
          stroke="var(--mantine-primary-color-filled)"
          strokeWidth={2}
          strokeLinejoin="round"
          vectorEffect="non-scaling-stroke"
        />
      </svg>
      <figcaption className={classes.legend}>
        <span>
          <span className={classes.key} aria-hidden />
          {t('plans.fact')}
        </span>
        {plan !== null && (
          <span>
            <span className={classes.key} data-plan aria-hidden />
            {t('plans.way-to-plan')}
          </span>
        )}
      </figcaption>
    </figure>
  );
}

/** Sums from the first day of the month up to each of its days. */
function cumulated(daily: Props['daily'], until: number): number[] {
  const byDay = new Map(daily.map(({ day, amount }) => [Number(day.slice(8, 10)), amount]));
  let sum = 0;
  return Array.from({ length: Math.max(0, until) }, (_, index) => {
    sum += byDay.get(index + 1) ?? 0;
    return sum;
  });
}
