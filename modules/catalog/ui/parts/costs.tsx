import { Button, Group, Modal, Stack, Table, Text } from '@mantine/core';
import { useForm } from '@mantine/form';
import { useState } from 'react';
import { Awaiting } from '#platform/web/awaiting.tsx';
import { EmptyState } from '#platform/web/empty-state.tsx';
import { DateField } from '#platform/web/form/date-field.tsx';
import { FormFrame } from '#platform/web/form/form-frame.tsx';
import { MoneyField } from '#platform/web/form/money-field.tsx';
import { useFormat } from '#platform/web/format.ts';
import { useMe } from '#platform/web/me.ts';
import { notify } from '#platform/web/notify.ts';
import { useAct, useRead } from '#platform/web/query.ts';
import { useText } from '#platform/web/texts.ts';
import { readCosts, readProduct, setCost } from '../../endpoints.ts';
import { texts } from '../../texts.ts';
import type { Product } from './product-form.tsx';

/** What a product costs the company: today, before and later. Only for whoever may see it. */
export default function Costs({ id }: { id: string }) {
  const t = useText(texts);
  const format = useFormat();
  const [setting, setSetting] = useState(false);
  const read = useRead(readCosts, { params: { id } });
  const product = useRead(readProduct, { params: { id } }).data;
  if (!read.data || !product) return <Awaiting read={read} like="list" />;
  const { items, can } = read.data;
  return (
    <Stack gap="sm">
      <Group justify="space-between">
        <Text size="sm" c="dimmed">
          {t('catalog.costs-hint')}
        </Text>
        {can.edit && (
          <Button size="xs" variant="light" onClick={() => setSetting(true)}>
            {t('catalog.set-cost')}
          </Button>
        )}
      </Group>
      {items.length === 0 ? (
        <EmptyState title={t('catalog.no-costs')} hint={t('catalog.no-costs-hint')} />
      ) : (
        <Table verticalSpacing={4} maw={520}>
          <Table.Thead>
            <Table.Tr>
              <Table.Th>{t('catalog.from')}</Table.Th>
              <Table.Th>{t('catalog.to')}</Table.Th>
              <Table.Th ta="right">{t('catalog.cost')}</Table.Th>
            </Table.Tr>
          </Table.Thead>
          <Table.Tbody>
            {items.map((cost) => (
              <Table.Tr key={cost.id} className="numerals">
                <Table.Td>{cost.from ? format.date(cost.from) : '—'}</Table.Td>
                <Table.Td>
                  {cost.to ? format.date(Temporal.PlainDate.from(cost.to).subtract({ days: 1 }).toString()) : '—'}
                </Table.Td>
                <Table.Td ta="right">{format.money(cost.amount)}</Table.Td>
              </Table.Tr>
            ))}
          </Table.Tbody>
        </Table>
      )}
      <Modal opened={setting} onClose={() => setSetting(false)} title={t('catalog.set-cost')}>
        <CostForm product={product} onDone={() => setSetting(false)} />
      </Modal>
    </Stack>
  );
}

function CostForm({ product, onDone }: { product: Product; onDone: () => void }) {
  const t = useText(texts);
  const { today } = useMe();
  const form = useForm({ initialValues: { amount: null as number | null, from: today as string | null } });
  const set = useAct(setCost, {
    invalidates: ['catalog', 'mandates'],
    onDone: () => {
      notify('good', t('catalog.saved'));
      onDone();
    },
  });
  return (
    <FormFrame
      form={form}
      act={set}
      label={t('catalog.set-cost')}
      onCancel={onDone}
      send={({ amount, from }) =>
        set.act({
          params: { id: product.id },
          body: { amount: amount ?? 0, from: from ?? today },
          ifMatch: product.revision,
        })
      }
    >
      <MoneyField label={t('catalog.cost')} required data-autofocus {...form.getInputProps('amount')} />
      <DateField label={t('catalog.from')} required {...form.getInputProps('from')} />
      <Text size="sm" c="dimmed">
        {t('catalog.set-cost-hint')}
      </Text>
    </FormFrame>
  );
}
