import { SegmentedControl, Table } from '@mantine/core';
import { type ReactNode, useMemo } from 'react';
import { useAddressState } from '#platform/web/address.ts';
import { EmptyState } from '#platform/web/empty-state.tsx';
import { useFormat } from '#platform/web/format.ts';
import { Go } from '#platform/web/go.tsx';
import { DataList } from '#platform/web/list/data-list.tsx';
import { useSay, useText } from '#platform/web/texts.ts';
import { planClients, planSales } from '../../endpoints.ts';
import { plansScreenTexts } from '../../texts-screens.ts';
import classes from '../plans.module.css';

type Metric = 'sales' | 'active-clients' | 'new-clients';
const changes = ['active', 'became', 'lapsed'] as const;

/** The sales or clients that a figure of an employee's plan is made of. */
export function Records({ employee, month, metric }: { employee: string; month: string; metric: Metric }): ReactNode {
  const t = useText(plansScreenTexts);
  const say = useSay();
  const [change] = useAddressState<(typeof changes)[number]>('change', 'active');
  const fixed = useMemo(
    () => ({
      employee,
      month,
      // Every row is this employee's: the column would say the same in each.
      creditedTo: employee,
      ...(metric !== 'sales' && { metric }),
      ...(metric === 'active-clients' && { change }),
    }),
    [employee, month, metric, change],
  );
  return (
    <section className={classes.section} aria-label={say(`metric.${metric}`)}>
      <h2 className={classes.heading}>
        {t('plans.records-of', { metric: say(`metric.${metric}`) })}
        {metric === 'active-clients' && <ChangeSwitch />}
      </h2>
      <DataList
        key={metric}
        list={metric === 'sales' ? planSales : planClients}
        fixed={fixed}
        empty={<EmptyState title={t('plans.no-records')} hint={t('plans.no-records-hint')} />}
      />
    </section>
  );
}

/** Those active now, those who became so in the month, or those who lapsed in it. */
export function ChangeSwitch(): ReactNode {
  const t = useText(plansScreenTexts);
  const [change, setChange] = useAddressState<(typeof changes)[number]>('change', 'active');
  return (
    <SegmentedControl
      size="xs"
      aria-label={t('plans.change')}
      value={change}
      onChange={(next) => setChange(next as typeof change)}
      data={changes.map((each) => ({ value: each, label: t(`plans.change.${each}`) }))}
    />
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
