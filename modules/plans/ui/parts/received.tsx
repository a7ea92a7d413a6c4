import type { ReactNode } from 'react';
import { Awaiting } from '#platform/web/awaiting.tsx';
import { EmptyState } from '#platform/web/empty-state.tsx';
import { useRead } from '#platform/web/query.ts';
import { useText } from '#platform/web/texts.ts';
import { receivedRecords } from '../../endpoints-pay.ts';
import { plansScreenTexts } from '../../texts-screens.ts';
import classes from '../plans.module.css';
import { RecordTable } from './records.tsx';

/** The payments that a percentage of money received counts. */
export function Received({ employee, month }: { employee: string; month: string }): ReactNode {
  const t = useText(plansScreenTexts);
  const read = useRead(receivedRecords, { params: { id: employee, month } });
  return (
    <section className={classes.section}>
      <h2 className={classes.heading}>{t('pay.received')}</h2>
      {!read.data ? (
        <Awaiting read={read} like="list" />
      ) : read.data.items.length === 0 ? (
        <EmptyState title={t('plans.no-records')} hint={t('plans.no-records-hint')} />
      ) : (
        <RecordTable items={read.data.items.map((item) => ({ ...item, kind: 'payment' }))} money />
      )}
    </section>
  );
}
