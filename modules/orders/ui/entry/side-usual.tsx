import { Button, Text, Title, UnstyledButton } from '@mantine/core';
import type { ReactNode } from 'react';
import type { EndpointReply } from '#kernel/endpoint.ts';
import { useFormat } from '#platform/web/format.ts';
import { useSay, useText } from '#platform/web/texts.ts';
import type { orderStanding } from '../../endpoints-client.ts';
import { texts } from '../../texts.ts';
import type { Product } from './entry.ts';
import classes from './order-entry.module.css';

export type Usual = EndpointReply<typeof orderStanding>['proposal'][number];

/** What the client usually takes, what is due first, each with its reason and one key. */
export function SideUsual({
  usual,
  taken,
  onAdd,
}: {
  usual: readonly Usual[];
  taken: ReadonlySet<string>;
  onAdd: (lines: readonly Usual[]) => void;
}): ReactNode {
  const t = useText(texts);
  const say = useSay();
  const format = useFormat();
  const due = usual.filter((line) => line.reason.kind === 'due' && !taken.has(line.productId));
  return (
    <section className={classes.block} aria-label={t('orders.entry.usual')}>
      <Title order={3}>{t('orders.entry.usual')}</Title>
      {usual.length === 0 && (
        <Text size="sm" c="dimmed">
          {t('orders.entry.usual-none')}
        </Text>
      )}
      {due.length > 1 && (
        <Button size="compact-xs" variant="light" onClick={() => onAdd(due)} style={{ alignSelf: 'start' }}>
          {t('orders.entry.add-due')}
        </Button>
      )}
      {usual.slice(0, 20).map((line, index) => (
        <UnstyledButton
          key={line.productId}
          className={classes.usual}
          aria-label={t('orders.entry.add', { product: line.name })}
          disabled={taken.has(line.productId)}
          onClick={() => onAdd([line])}
          {...(taken.has(line.productId) && { style: { opacity: 0.45 } })}
        >
          <Text span size="xs" c="dimmed">
            {index < 9 ? index + 1 : ''}
          </Text>
          <span className="clip">{line.name}</span>
          <span className="number">{format.number(line.quantity)}</span>
          <small>{say(`orders.entry.reason.${line.reason.kind}`, line.reason)}</small>
        </UnstyledButton>
      ))}
    </section>
  );
}

/** A proposed line as a product. */
export function productOf(line: Usual): Product & { quantity: number } {
  const { productId, code, name, unit, quantity, unitPrice } = line;
  return { productId, code, name, unit, quantity, columnPrice: unitPrice };
}
