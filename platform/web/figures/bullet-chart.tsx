import type { ReactNode } from 'react';
import { formatNumber, formatRate } from '../format.ts';
import { useLanguage } from '../language.ts';
import { shellTexts } from '../shell-texts.ts';
import { useText } from '../texts.ts';
import type { Tone } from '../tone.ts';
import classes from './bullet-chart.module.css';

type BulletProps = {
  readonly label: string;
  readonly plan: number;
  readonly fact: number;
  readonly format?: (value: number) => string;
  /** Without one: good from the whole plan on, warning from four fifths, else bad. */
  readonly tone?: Tone;
  /** Only the bar, for a cell of a list. */
  readonly bare?: boolean;
};

/** Plan against fact: the bar is the fact, the mark the plan. A plan of zero is neither met nor missed. */
export function BulletChart({ label, plan, fact, format = formatNumber, tone, bare }: BulletProps): ReactNode {
  const t = useText(shellTexts);
  useLanguage();
  const most = Math.max(plan * 1.15, fact, 1);
  const share = plan > 0 ? fact / plan : null;
  const shown = tone ?? (share === null ? 'neutral' : share >= 1 ? 'good' : share >= 0.8 ? 'warning' : 'bad');
  const rate =
    share === null ? t('web.no-plan') : formatRate(Math.round(share * 10_000) - (Math.round(share * 10_000) % 10));
  const words = t('web.bullet', { label, fact: format(fact), plan: format(plan), rate });
  return (
    <div className={classes.bullet} role="img" aria-label={words} title={words} data-tone={shown}>
      {!bare && (
        <div className={classes.words} aria-hidden>
          <span>
            {label} <b className="numerals">{format(fact)}</b>
          </span>
          <span className="numerals">
            {format(plan)} · {rate}
          </span>
        </div>
      )}
      <div className={classes.bar}>
        <div className={classes.fact} style={{ width: `${(Math.max(0, fact) / most) * 100}%` }} />
        {plan > 0 && <div className={classes.plan} style={{ left: `${(plan / most) * 100}%` }} />}
      </div>
    </div>
  );
}
