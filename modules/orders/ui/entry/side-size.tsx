import { Text, Title } from '@mantine/core';
import type { ReactNode } from 'react';
import { useFormat } from '#platform/web/format.ts';
import { useText } from '#platform/web/texts.ts';
import { texts } from '../../texts.ts';
import { type Entry, totalOfEntry, wholeLines } from './entry.ts';
import classes from './order-entry.module.css';

type SizeProps = {
  readonly entry: Entry;
  readonly usual: { readonly orders: number; readonly total: number; readonly lines: number };
  readonly givenAway: number;
};

/** How large and how wide the order is against what the client usually takes, and what its discounts cost. */
export function SideSize({ entry, usual, givenAway }: SizeProps): ReactNode {
  const t = useText(texts);
  const format = useFormat();
  if (usual.orders === 0 && givenAway === 0) return null;
  return (
    <section className={classes.block} aria-label={t('orders.entry.size')}>
      <Title order={3}>{t('orders.entry.size')}</Title>
      {usual.orders > 0 && (
        <Text size="sm">
          {t('orders.entry.size-of', {
            total: format.money(totalOfEntry(entry)),
            lines: wholeLines(entry).length,
            usualTotal: format.money(usual.total),
            usualLines: usual.lines,
          })}
        </Text>
      )}
      {givenAway > 0 && (
        <Text size="sm" c="dimmed">
          {t('orders.entry.given-away', { amount: format.money(givenAway) })}
        </Text>
      )}
    </section>
  );
}
