import { Button, Checkbox, Stack, Table, Text } from '@mantine/core';
import { useAddressState, useGo } from '#platform/web/address.ts';
import { Awaiting } from '#platform/web/awaiting.tsx';
import { EmptyState } from '#platform/web/empty-state.tsx';
import { useFormat } from '#platform/web/format.ts';
import { Go } from '#platform/web/go.tsx';
import { useKeys } from '#platform/web/keys.ts';
import { notify } from '#platform/web/notify.ts';
import { Page } from '#platform/web/page.tsx';
import { useAct, useRead } from '#platform/web/query.ts';
import { useText } from '#platform/web/texts.ts';
import { allocatePayment, listPayments } from '../../endpoints.ts';
import { settlementsTexts } from '../../texts.ts';

/** Money that came in, and what it settled. */
export default function PaymentsPage() {
  const t = useText(settlementsTexts);
  const format = useFormat();
  const go = useGo();
  const [client] = useAddressState('client', '');
  const [loose, setLoose] = useAddressState('loose', '');
  const read = useRead(
    listPayments,
    { query: { ...(client && { client }), ...(loose && { unallocated: true }), limit: 100 } },
    { keep: true },
  );
  const allocate = useAct(allocatePayment, {
    invalidates: ['settlements', 'clients', 'mandates'],
    onDone: () => notify('good', t('settlements.allocated')),
  });
  const may = read.data?.can.post ?? false;
  useKeys(may ? [{ keys: 'n', label: t('settlements.new-payment'), run: () => go('/money/payments/new') }] : []);
  if (!read.data) return <Awaiting read={read} like="list" />;
  return (
    <Page
      title={t('settlements.payments')}
      actions={
        <>
          <Checkbox
            label={t('settlements.only-loose')}
            checked={loose !== ''}
            onChange={(event) => setLoose(event.currentTarget.checked ? '1' : '')}
          />
          {may && <Button onClick={() => go('/money/payments/new')}>{t('settlements.new-payment')}</Button>}
        </>
      }
    >
      {read.data.items.length === 0 ? (
        <EmptyState title={t('settlements.no-payments')} hint={t('settlements.no-payments-hint')} />
      ) : (
        <Table.ScrollContainer minWidth={680}>
          <Table verticalSpacing={6} highlightOnHover>
            <Table.Thead>
              <Table.Tr>
                <Table.Th>{t('settlements.received-on')}</Table.Th>
                <Table.Th>{t('settlements.client')}</Table.Th>
                <Table.Th ta="right">{t('settlements.amount')}</Table.Th>
                <Table.Th>{t('settlements.settles')}</Table.Th>
                <Table.Th ta="right">{t('settlements.left')}</Table.Th>
              </Table.Tr>
            </Table.Thead>
            <Table.Tbody>
              {read.data.items.map((payment) => (
                <Table.Tr key={payment.id}>
                  <Table.Td>{format.date(payment.receivedOn)}</Table.Td>
                  <Table.Td>
                    <Go to={`/clients/${payment.client.id}?tab=money`}>{payment.client.name}</Go>
                  </Table.Td>
                  <Table.Td ta="right">{format.money(payment.amount)}</Table.Td>
                  <Table.Td>
                    <Text size="sm" c="dimmed">
                      {payment.allocations.map((each) => `${each.invoice} ${format.money(each.amount)}`).join(', ')}
                    </Text>
                  </Table.Td>
                  <Table.Td ta="right">
                    {payment.unallocated > 0 && (
                      <Stack gap={2} align="end">
                        <Text size="sm">{format.money(payment.unallocated)}</Text>
                        {may && (
                          <Button
                            size="compact-xs"
                            variant="light"
                            loading={allocate.isPending}
                            onClick={() =>
                              allocate.act({ params: { id: payment.id }, body: { allocate: 'oldest-first' } })
                            }
                          >
                            {t('settlements.allocate')}
                          </Button>
                        )}
                      </Stack>
                    )}
                  </Table.Td>
                </Table.Tr>
              ))}
            </Table.Tbody>
          </Table>
        </Table.ScrollContainer>
      )}
    </Page>
  );
}
