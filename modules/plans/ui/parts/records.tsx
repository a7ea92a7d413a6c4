import { Button, SegmentedControl, Table } from '@mantine/core';
import { useInfiniteQuery } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { useAddressState } from '#platform/web/address.ts';
import { Awaiting } from '#platform/web/awaiting.tsx';
import { call } from '#platform/web/call.ts';
import { EmptyState } from '#platform/web/empty-state.tsx';
import { useFormat } from '#platform/web/format.ts';
import { Go } from '#platform/web/go.tsx';
import { useSay, useText } from '#platform/web/texts.ts';
import { planRecords } from '../../endpoints.ts';
import { plansScreenTexts } from '../../texts-screens.ts';
import classes from '../plans.module.css';

type Metric = 'sales' | 'active-clients' | 'new-clients';
const changes = ['active', 'became', 'lapsed'] as const;

/** The orders or clients that a figure of a plan is made of. */
export function Records({ employee, month, metric }: { employee: string; month: string; metric: Metric }): ReactNode {
  const t = useText(plansScreenTexts);
  const say = useSay();
  const [change, setChange] = useAddressState<(typeof changes)[number]>('change', 'active');
  const query = { employee, month, metric, ...(metric === 'active-clients' && { change }) };
  const read = useInfiniteQuery({
    queryKey: [planRecords.id, query, 'pages'],
    queryFn: ({ pageParam, signal }) =>
      call(planRecords, { query: { ...query, limit: 100, offset: pageParam }, signal }),
    initialPageParam: 0,
    getNextPageParam: (page) => page.nextOffset ?? undefined,
  });
  const items = read.data?.pages.flatMap((page) => page.items) ?? [];
  return (
    <section className={classes.section} aria-label={say(`metric.${metric}`)}>
      <h2 className={classes.heading}>
        {t('plans.records-of', { metric: say(`metric.${metric}`) })}
        {metric === 'active-clients' && (
          <SegmentedControl
            size="xs"
            aria-label={t('plans.change')}
            value={change}
            onChange={(next) => setChange(next as typeof change)}
            data={changes.map((each) => ({ value: each, label: t(`plans.change.${each}`) }))}
          />
        )}
      </h2>
      {!read.data ? (
        <Awaiting read={read} like="list" />
      ) : items.length === 0 ? (
        <EmptyState title={t('plans.no-records')} hint={t('plans.no-records-hint')} />
      ) : (
        <RecordTable items={items} money={metric === 'sales'} />
      )}
      {read.hasNextPage && (
        <Button variant="default" mt="sm" loading={read.isFetchingNextPage} onClick={() => read.fetchNextPage()}>
          {t('plans.more')}
        </Button>
      )}
    </section>
  );
}

export type ShownRecord = {
  readonly id: string;
  readonly kind: string;
  readonly label: string;
  readonly client: string | null;
  readonly on: string | null;
  readonly amount: number | null;
  readonly href: string;
};

/** Records as a table, each with its way to the record itself. */
export function RecordTable({ items, money }: { items: readonly ShownRecord[]; money: boolean }): ReactNode {
  const t = useText(plansScreenTexts);
  const say = useSay();
  const format = useFormat();
  return (
    <div className={classes.table}>
      <Table verticalSpacing={6}>
        <Table.Thead>
          <Table.Tr>
            <Table.Th>{t('plans.on')}</Table.Th>
            <Table.Th>{t('plans.record')}</Table.Th>
            <Table.Th>{t('plans.client')}</Table.Th>
            {money && <Table.Th className="number">{t('plans.amount')}</Table.Th>}
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {items.map((item) => (
            <Table.Tr key={`${item.kind}${item.id}`}>
              <Table.Td className="numerals">{item.on ? format.date(item.on) : '—'}</Table.Td>
              <Table.Td>
                <Go to={item.href}>{nameOf(item, say)}</Go>
              </Table.Td>
              <Table.Td>{item.client ?? '—'}</Table.Td>
              {money && (
                <Table.Td className="number">{item.amount === null ? '—' : format.money(item.amount)}</Table.Td>
              )}
            </Table.Tr>
          ))}
        </Table.Tbody>
      </Table>
    </div>
  );
}

/** Work is named by its own words, everything else by its kind and number. */
function nameOf({ kind, label }: ShownRecord, say: ReturnType<typeof useSay>): string {
  return kind === 'work' ? label : [say(`plans.record.${kind}`), label].filter(Boolean).join(' ');
}
