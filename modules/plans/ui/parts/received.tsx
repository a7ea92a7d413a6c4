import type { ReactNode } from 'react';
import type { EndpointReply } from '#kernel/endpoint.ts';
import { useSearch } from '#platform/web/address.ts';
import { Awaiting } from '#platform/web/awaiting.tsx';
import { EmptyState } from '#platform/web/empty-state.tsx';
import { useRead } from '#platform/web/query.ts';
import { useText } from '#platform/web/texts.ts';
import { orderRecords, receivedRecords } from '../../endpoints-pay.ts';
import { plansScreenTexts } from '../../texts-screens.ts';
import classes from '../plans.module.css';
import { RecordTable } from './records.tsx';

type Of = { readonly employee: string; readonly month: string };

/** The payments that a percentage of money received counts. */
export function Received({ employee, month }: Of): ReactNode {
  const t = useText(plansScreenTexts);
  const read = useRead(receivedRecords, { params: { id: employee, month } });
  return (
    <Counted title={t('pay.received')} kind="payment" items={read.data?.items}>
      <Awaiting read={read} like="list" />
    </Counted>
  );
}

/** The orders that a bonus per order counts, as the address of its line names them. */
export function OrdersCounted({ employee, month }: Of): ReactNode {
  const t = useText(plansScreenTexts);
  const [search] = useSearch();
  const read = useRead(orderRecords, {
    params: { id: employee, month },
    query: {
      base: search.base === 'shipped' ? 'shipped' : 'paid',
      least: Number.parseInt(search.least ?? '0', 10) || 0,
      ...(search.only === 'new' && { only: 'new' as const }),
    },
  });
  return (
    <Counted title={t('pay.orders')} kind="order" items={read.data?.items}>
      <Awaiting read={read} like="list" />
    </Counted>
  );
}

function Counted(props: {
  title: string;
  kind: 'payment' | 'order';
  items: EndpointReply<typeof receivedRecords>['items'] | undefined;
  /** Shown until the items are there. */
  children: ReactNode;
}): ReactNode {
  const { title, kind, items, children } = props;
  const t = useText(plansScreenTexts);
  return (
    <section className={classes.section} aria-label={title}>
      <h2 className={classes.heading}>{title}</h2>
      {!items && children}
      {items?.length === 0 && <EmptyState title={t('plans.no-records')} hint={t('plans.no-records-hint')} />}
      {items && items.length > 0 && <RecordTable items={items.map((item) => ({ ...item, kind }))} money />}
    </section>
  );
}
