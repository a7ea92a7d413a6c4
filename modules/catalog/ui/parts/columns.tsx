import { Button, Modal, NumberInput, Stack, Table, Text, TextInput } from '@mantine/core';
import { useForm } from '@mantine/form';
import { useState } from 'react';
import type { EndpointReply } from '#kernel/endpoint.ts';
import { Awaiting } from '#platform/web/awaiting.tsx';
import { FormFrame } from '#platform/web/form/form-frame.tsx';
import { MoneyField } from '#platform/web/form/money-field.tsx';
import { RateField } from '#platform/web/form/rate-field.tsx';
import { useFormat } from '#platform/web/format.ts';
import { useAct, useRead } from '#platform/web/query.ts';
import { useText } from '#platform/web/texts.ts';
import { addColumn, editColumn, readColumns } from '../../endpoints.ts';
import { texts } from '../../texts.ts';

type Column = EndpointReply<typeof readColumns>['items'][number];

/** The price columns: what each costs less, and what a client earns it by. */
export function Columns({ onClose }: { onClose: () => void }) {
  const t = useText(texts);
  const format = useFormat();
  const read = useRead(readColumns, {});
  const [open, setOpen] = useState<Column | 'new' | null>(null);
  if (open && read.data)
    return (
      <ColumnForm
        column={open === 'new' ? null : open}
        next={(read.data.items.at(-1)?.number ?? 0) + 1}
        onClose={() => setOpen(null)}
      />
    );
  return (
    <Modal opened onClose={onClose} title={t('catalog.columns')} size="lg">
      {!read.data ? (
        <Awaiting read={read} like="list" />
      ) : (
        <Stack>
          <Text size="sm" c="dimmed">
            {t('catalog.columns-hint')}
          </Text>
          <Table verticalSpacing={6}>
            <Table.Tbody>
              {read.data.items.map((column) => (
                <Table.Tr key={column.id}>
                  <Table.Th scope="row">
                    {t('catalog.column-numbered', { number: column.number, name: column.name })}
                  </Table.Th>
                  <Table.Td>
                    {column.discountBp === null
                      ? t('catalog.own-prices')
                      : t('catalog.less', { discount: format.rate(column.discountBp) })}
                  </Table.Td>
                  <Table.Td ta="right">
                    {column.minMonthlySales === null ? '' : `≥ ${format.money(column.minMonthlySales)}`}
                  </Table.Td>
                  <Table.Td ta="right">
                    {read.data.can.edit && (
                      <Button
                        size="compact-xs"
                        variant="subtle"
                        onClick={() => setOpen(column)}
                        aria-label={`${t('catalog.edit-column')}: ${column.name}`}
                      >
                        {t('catalog.edit')}
                      </Button>
                    )}
                  </Table.Td>
                </Table.Tr>
              ))}
            </Table.Tbody>
          </Table>
          {read.data.can.edit && (
            <Button variant="light" onClick={() => setOpen('new')}>
              {t('catalog.add-column')}
            </Button>
          )}
        </Stack>
      )}
    </Modal>
  );
}

function ColumnForm({ column, next, onClose }: { column: Column | null; next: number; onClose: () => void }) {
  const t = useText(texts);
  const form = useForm({
    initialValues: {
      number: column?.number ?? next,
      name: column?.name ?? '',
      discountBp: column?.discountBp ?? null,
      minMonthlySales: column?.minMonthlySales ?? null,
    },
  });
  const done = { invalidates: ['catalog'], onDone: onClose };
  const add = useAct(addColumn, done);
  const edit = useAct(editColumn, done);
  const send = ({ number, ...body }: ReturnType<typeof form.getValues>) =>
    column
      ? edit.act({ params: { id: column.id }, body, ifMatch: column.revision })
      : add.act({ body: { number, ...body } });
  return (
    <Modal opened onClose={onClose} title={t(column ? 'catalog.edit-column' : 'catalog.add-column')}>
      <FormFrame form={form} act={column ? edit : add} label={t('catalog.save')} onCancel={onClose} send={send}>
        <NumberInput
          label={t('catalog.column-number')}
          required
          min={1}
          max={1000}
          allowDecimal={false}
          disabled={column !== null}
          {...form.getInputProps('number')}
        />
        <TextInput label={t('catalog.name')} required data-autofocus maxLength={200} {...form.getInputProps('name')} />
        {form.getValues().number !== 1 && (
          <RateField
            label={t('catalog.discount')}
            description={t('catalog.discount-hint')}
            {...form.getInputProps('discountBp')}
          />
        )}
        <MoneyField label={t('catalog.min-sales')} {...form.getInputProps('minMonthlySales')} />
      </FormFrame>
    </Modal>
  );
}
