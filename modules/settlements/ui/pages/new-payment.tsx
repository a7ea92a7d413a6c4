import { SegmentedControl, Stack, Table, Text, TextInput } from '@mantine/core';
import { useForm } from '@mantine/form';
import { useGo } from '#platform/web/address.ts';
import { DateField } from '#platform/web/form/date-field.tsx';
import { FormFrame } from '#platform/web/form/form-frame.tsx';
import { MoneyField } from '#platform/web/form/money-field.tsx';
import { type Ref, RefField } from '#platform/web/form/ref-field.tsx';
import { useFormat } from '#platform/web/format.ts';
import { useMe } from '#platform/web/me.ts';
import { notify } from '#platform/web/notify.ts';
import { Page } from '#platform/web/page.tsx';
import { useAct, useRead } from '#platform/web/query.ts';
import { useText } from '#platform/web/texts.ts';
import { listInvoices, postPayment } from '../../endpoints.ts';
import { allocateOldestFirst } from '../../rules/allocate-payment.ts';
import { settlementsTexts } from '../../texts.ts';

/** Posts a payment and shows, before it is sent, which invoices it will settle. */
export default function NewPaymentPage() {
  const t = useText(settlementsTexts);
  const format = useFormat();
  const go = useGo();
  const { today } = useMe();
  const form = useForm({
    initialValues: {
      client: null as Ref | null,
      amount: null as number | null,
      receivedOn: today as string | null,
      number: '',
      purpose: '',
      allocate: 'oldest-first' as 'oldest-first' | 'none',
    },
  });
  const { client, amount, allocate } = form.values;
  const open = useRead(
    listInvoices,
    { query: { client: client?.id ?? '', open: true, limit: 200 } },
    { enabled: client !== null },
  );
  const post = useAct(postPayment, {
    invalidates: ['settlements', 'clients', 'mandates'],
    onDone: (posted) => {
      notify('good', t('settlements.payment-posted', { allocated: format.money(posted.allocated) }));
      go('/money/payments');
    },
  });
  const invoices = client ? (open.data?.items ?? []) : [];
  const settled = new Map(
    allocate === 'none' ? [] : allocateOldestFirst(amount ?? 0, invoices).map((each) => [each.invoiceId, each.amount]),
  );
  return (
    <Page title={t('settlements.new-payment')}>
      <Stack maw={720}>
        <FormFrame
          form={form}
          act={post}
          label={t('settlements.post')}
          onCancel={() => go('/money/payments')}
          send={({ client: chosen, amount: sum, receivedOn, ...rest }) =>
            post.act({ body: { ...rest, clientId: chosen?.id ?? '', amount: sum ?? 0, receivedOn: receivedOn ?? '' } })
          }
        >
          <RefField
            kind="client"
            label={t('settlements.client')}
            required
            data-autofocus
            {...form.getInputProps('client')}
          />
          <MoneyField label={t('settlements.amount')} required {...form.getInputProps('amount')} />
          <DateField label={t('settlements.received-on')} required {...form.getInputProps('receivedOn')} />
          <TextInput label={t('settlements.number')} {...form.getInputProps('number')} />
          <TextInput label={t('settlements.purpose')} {...form.getInputProps('purpose')} />
          <SegmentedControl
            aria-label={t('settlements.allocate')}
            data={(['oldest-first', 'none'] as const).map((each) => ({
              value: each,
              label: t(`settlements.allocate.${each}`),
            }))}
            {...form.getInputProps('allocate')}
          />
        </FormFrame>
        {client && invoices.length === 0 && open.isSuccess && (
          <Text c="dimmed">{t('settlements.no-open-invoices')}</Text>
        )}
        {invoices.length > 0 && (
          <Table verticalSpacing={4}>
            <Table.Thead>
              <Table.Tr>
                <Table.Th>{t('settlements.invoice')}</Table.Th>
                <Table.Th>{t('settlements.due-on')}</Table.Th>
                <Table.Th ta="right">{t('settlements.open')}</Table.Th>
                <Table.Th ta="right">{t('settlements.settles')}</Table.Th>
              </Table.Tr>
            </Table.Thead>
            <Table.Tbody>
              {invoices.map((invoice) => (
                <Table.Tr key={invoice.id}>
                  <Table.Td>{invoice.number}</Table.Td>
                  <Table.Td>{format.date(invoice.dueOn)}</Table.Td>
                  <Table.Td ta="right">{format.money(invoice.open)}</Table.Td>
                  <Table.Td ta="right">
                    {settled.has(invoice.id) ? format.money(settled.get(invoice.id) ?? 0) : '–'}
                  </Table.Td>
                </Table.Tr>
              ))}
            </Table.Tbody>
          </Table>
        )}
      </Stack>
    </Page>
  );
}
