import { Text, Title } from '@mantine/core';
import type { ReactNode } from 'react';
import type { Static } from 'typebox';
import { useFormat } from '#platform/web/format.ts';
import { useText } from '#platform/web/texts.ts';
import type { Tone } from '#platform/web/tone.ts';
import type { Credit } from '../../shapes.ts';
import { texts } from '../../texts.ts';
import classes from './order-entry.module.css';

/** What the client owes with this order, and what is left of the limit: seen before it is met. */
export function SideCredit({ credit }: { credit: Static<typeof Credit> }): ReactNode {
  const t = useText(texts);
  const format = useFormat();
  const { limit, owed, openOrders, incoming, left, exposure } = credit;
  const whole = Math.max(limit, exposure, 1);
  const parts: [key: 'owed' | 'open-orders' | 'this-order', value: number, tone: Tone][] = [
    ['owed', owed, credit.overdue > 0 ? 'bad' : 'info'],
    ['open-orders', openOrders, 'neutral'],
    ['this-order', incoming, left < 0 ? 'bad' : 'good'],
  ];
  const words = parts.map(([key, value]) => `${t(`orders.entry.${key}`)} ${format.money(value)}`).join('; ');
  return (
    <section className={classes.block} aria-label={t('orders.entry.exposure')}>
      <Title order={3}>{t('orders.entry.exposure')}</Title>
      <div className={classes.bar} role="img" aria-label={words} title={words}>
        {parts.map(([key, value, tone]) => (
          <div key={key} data-tone={tone} style={{ width: `${(value / whole) * 100}%` }} />
        ))}
      </div>
      {parts.map(([key, value]) => (
        <div key={key} className={classes.row}>
          <span>{t(`orders.entry.${key}`)}</span>
          <span>{format.money(value)}</span>
        </div>
      ))}
      <div className={classes.row}>
        <span>{t('orders.entry.limit')}</span>
        <span>{format.money(limit)}</span>
      </div>
      <Text
        component="div"
        className={classes.row}
        fw={620}
        {...(left < 0 && { style: { color: 'var(--tone-bad-fg)' } })}
      >
        <span>{t(left < 0 ? 'orders.entry.over' : 'orders.entry.left')}</span>
        <span>{format.money(Math.abs(left))}</span>
      </Text>
      {credit.overdue > 0 && (
        <Text size="sm" style={{ color: 'var(--tone-bad-fg)' }}>
          {t('orders.entry.overdue', {
            amount: format.money(credit.overdue),
            days: credit.oldestOverdueDays,
            tolerance: credit.toleranceDays,
          })}
        </Text>
      )}
      {credit.brokenPromises > 0 && (
        <Text size="sm" style={{ color: 'var(--tone-bad-fg)' }}>
          {t('orders.entry.broken', { count: credit.brokenPromises })}
        </Text>
      )}
      {credit.averageDelayDays !== null && credit.averageDelayDays > 0 && (
        <Text size="sm" c="dimmed">
          {t('orders.entry.delay', { days: Math.round(credit.averageDelayDays) })}
        </Text>
      )}
    </section>
  );
}
