import type { ReactNode } from 'react';
import { BulletChart } from '#platform/web/figures/bullet-chart.tsx';
import { useFormat } from '#platform/web/format.ts';
import { useText } from '#platform/web/texts.ts';
import { plansScreenTexts } from '../../texts-screens.ts';
import classes from '../plans.module.css';
import type { Pay } from './pay-lines.tsx';

/** What the month would pay at the present rate, and with every plan fulfilled by 80, 100 and 120 percent. */
export function WhatIf({ pay }: { pay: Pay }): ReactNode {
  const t = useText(plansScreenTexts);
  const format = useFormat();
  if (pay.whatIf.length === 0 || pay.lines.length === 0) return null;
  const met = pay.whatIf.find(({ rate }) => rate === 10_000)?.total ?? 0;
  return (
    <section className={classes.section}>
      <h2 className={classes.heading}>{t('pay.what-if')}</h2>
      <div className={classes.ifs}>
        {pay.whatIf.map(({ rate, total }) => {
          const label = rate === null ? t('pay.at-rate') : t('pay.at', { rate: format.rate(rate) });
          return (
            <div key={rate ?? 'rate'} className={classes.if}>
              {label}
              <b className="numerals">{format.money(total, pay.currency)}</b>
              <BulletChart bare label={label} plan={met} fact={total} format={format.money} tone="info" />
            </div>
          );
        })}
      </div>
      <p className={classes.explained}>{t('pay.what-if-hint')}</p>
    </section>
  );
}
