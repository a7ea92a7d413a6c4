import { Button } from '@mantine/core';
import { type ReactNode, useEffect, useRef } from 'react';
import { useFormat } from '../format.ts';
import type { Ask, Excess, Problem, ProblemReason } from '../problem.ts';
import { useSentence } from '../problem-view.tsx';
import { shellTexts } from '../shell-texts.ts';
import { useSay, useText } from '../texts.ts';
import { toneIcons } from '../tone.ts';
import classes from './refusal-banner.module.css';

type BannerProps = {
  readonly problem: Problem | null | undefined;
  /** Only these of its reasons; the others stand at their fields. */
  readonly reasons?: readonly ProblemReason[];
  /** Asks whoever may decide. Offered only when the server named someone. */
  readonly onAsk?: (ask: Ask) => void;
  readonly asking?: boolean;
};

/** A refusal as help: what is refused, by how much, who may decide, and the button that asks. */
export function RefusalBanner({ problem, reasons, onAsk, asking }: BannerProps): ReactNode {
  const t = useText(shellTexts);
  const sentence = useSentence();
  const seen = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (problem) seen.current?.scrollIntoView({ block: 'nearest' });
  }, [problem]);
  if (!problem) return null;
  const tone = problem.ask ? 'warning' : 'bad';
  const Icon = toneIcons[tone];
  const told = (reasons ?? problem.reasons).map((reason) => reason.detail).filter((detail) => detail !== '');
  const whom = problem.ask && typeof problem.ask.of === 'object' ? problem.ask.of.name : '';
  return (
    <div ref={seen} className={classes.banner} data-tone={tone} role="alert">
      <span className={classes.icon} aria-hidden>
        <Icon size={17} stroke={2} />
      </span>
      <span className={classes.title}>{problem.document.title || t('web.unexpected.title')}</span>
      <div className={classes.body}>
        <ul className={classes.reasons}>
          {(told.length > 0 ? told : [sentence(problem)]).map((detail) => (
            <li key={detail}>{detail}</li>
          ))}
          {problem.excess.map((excess) => (
            <ExcessLine
              key={excess.dimension}
              excess={excess}
              permit={problem.ask?.permit ?? String(problem.document.permit ?? '')}
            />
          ))}
        </ul>
        {problem.ask && onAsk && (
          <div className={classes.acts}>
            <Button size="compact-sm" loading={asking ?? false} onClick={() => problem.ask && onAsk(problem.ask)}>
              {whom ? t('web.ask-of', { name: whom }) : t('web.ask')}
            </Button>
          </div>
        )}
      </div>
    </div>
  );
}

/** `Discount: 12%, your limit is 10%`. The unit of a dimension is in its name's text, or it is a plain number. */
function ExcessLine({ excess, permit }: { excess: Excess; permit: string }): ReactNode {
  const t = useText(shellTexts);
  const say = useSay();
  const format = useFormat();
  const unit = say(`limit-unit.${excess.dimension}`, undefined, unitOf(excess.dimension));
  const print = (value: number) => {
    if (unit === 'money') return format.money(value);
    if (unit === 'basis-points') return format.rate(value);
    return unit === 'days' ? t('web.days', { count: value }) : format.number(value);
  };
  const name = say(
    `limit.${permit}.${excess.dimension}`,
    undefined,
    say(`limit.${excess.dimension}`, undefined, excess.dimension),
  );
  return (
    <li className="numerals">{t('web.excess', { name, figure: print(excess.figure), limit: print(excess.limit) })}</li>
  );
}

/** What a dimension counts, by how its name ends, as all modules name them: `discountBp`, `delayDays`, `amount`. */
function unitOf(dimension: string): 'money' | 'basis-points' | 'days' | 'count' {
  if (/bp$|rate|share|discount|percent/i.test(dimension)) return 'basis-points';
  if (/days?$/i.test(dimension)) return 'days';
  return /amount|sum|money|debt|credit|value|spend|budget|price|total/i.test(dimension) ? 'money' : 'count';
}
