import { Select, Textarea, TextInput } from '@mantine/core';
import type { ReactNode } from 'react';
import type { EndpointReply } from '#kernel/endpoint.ts';
import { DateField } from '#platform/web/form/date-field.tsx';
import { RateField } from '#platform/web/form/rate-field.tsx';
import { useText } from '#platform/web/texts.ts';
import type { orderStanding } from '../../endpoints-client.ts';
import { channels } from '../../shapes.ts';
import { texts } from '../../texts.ts';
import { changed, type Entry, withDiscount } from './entry.ts';
import classes from './order-entry.module.css';

type HeadProps = {
  readonly entry: Entry;
  readonly standing: EndpointReply<typeof orderStanding>['standing'];
  readonly change: (change: (before: Entry) => Entry) => void;
};

/** What is said once of an order: how it came, when it is wanted, on which column, with which discount. */
export function EntryHead({ entry, standing, change }: HeadProps): ReactNode {
  const t = useText(texts);
  const set = (field: Parameters<typeof changed>[1]) => change((before) => changed(before, field));
  const discounts = new Set(entry.lines.map((line) => line.discountBp ?? 0));
  const common = discounts.size === 1 ? ([...discounts][0] ?? null) : null;
  return (
    <div className={classes.fields}>
      <Select
        label={t('orders.entry.channel')}
        data={channels.map((value) => ({ value, label: t(`orders.channel.${value}`) }))}
        allowDeselect={false}
        value={entry.channel}
        onChange={(channel) => channel && set({ channel })}
      />
      <DateField label={t('orders.entry.wanted')} value={entry.wantedOn} onChange={(wantedOn) => set({ wantedOn })} />
      <Select
        label={t('orders.entry.column')}
        data={standing.columns.map(({ id, number, name }) => ({
          value: id,
          label: t('orders.column-of', { number, name }),
        }))}
        allowDeselect={false}
        value={entry.priceColumnId ?? standing.entitled.id}
        onChange={(priceColumnId) => set({ priceColumnId })}
      />
      <RateField
        label={t('orders.entry.all-discount')}
        value={common === 0 ? null : common}
        onChange={(discountBp) => change((before) => withDiscount(before, discountBp))}
        disabled={entry.lines.length === 0}
      />
      <TextInput
        label={t('orders.client-reference')}
        maxLength={100}
        value={entry.clientReference}
        onChange={(event) => set({ clientReference: event.currentTarget.value })}
      />
      <Textarea
        label={t('orders.note')}
        autosize
        minRows={1}
        maxRows={6}
        maxLength={4000}
        value={entry.note}
        onChange={(event) => set({ note: event.currentTarget.value })}
      />
    </div>
  );
}
