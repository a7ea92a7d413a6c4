import { Button, Group, Modal, Stack, Table, Text, Title } from '@mantine/core';
import { useState } from 'react';
import { Awaiting } from '#platform/web/awaiting.tsx';
import { EmptyState } from '#platform/web/empty-state.tsx';
import { useFormat } from '#platform/web/format.ts';
import { Go } from '#platform/web/go.tsx';
import { useRead } from '#platform/web/query.ts';
import { useText } from '#platform/web/texts.ts';
import { clientOrders, orderStanding } from '../../endpoints-client.ts';
import type { OrderState } from '../../rules/order-lifecycle.ts';
import { texts } from '../../texts.ts';
import { SideCredit } from '../entry/side-credit.tsx';
import { useReasonWords } from './column-reasons.ts';
import { OrderStateBadge } from './order-state.tsx';
import { TermsForm } from './terms-form.tsx';

/** The client's tab of orders: terms, credit and the latest orders; trends and prices are a tab of their own. */
export default function ClientOrders({ id }: { id: string }) {
  const t = useText(texts);
  const format = useFormat();
  const why = useReasonWords();
  const [editing, setEditing] = useState(false);
  const read = useRead(orderStanding, { params: { id } });
  const orders = useRead(clientOrders, { params: { id } });
  if (!read.data || !orders.data) return <Awaiting read={read.error ? read : orders} like="list" />;
  const { standing, credit, can } = read.data;
  const { terms, entitled } = standing;
  return (
    <Stack gap="lg">
      <Group align="start" gap="xl">
        <Stack gap={4} maw={420}>
          <Title order={3}>{t('orders.terms')}</Title>
          <Text>{t('orders.entry.entitled', { number: entitled.number, name: entitled.name })}</Text>
          <Text size="sm" c="dimmed">
            {standing.agreed?.id === entitled.id
              ? t('orders.entry.why.agreed')
              : standing.earned.reasons.map(why).join('; ')}
          </Text>
          <Text size="sm">
            {t('orders.terms-limit')}: {format.money(terms.creditLimit)} · {t('orders.payment')}:{' '}
            {t('orders.payment-short', { days: terms.paymentDays })} · {t('orders.terms-tolerance')}:{' '}
            {terms.overdueToleranceDays}
          </Text>
          {terms.revision === null && (
            <Text size="sm" c="dimmed">
              {t('orders.terms-none')}
            </Text>
          )}
          {can.editTerms && (
            <Button size="xs" variant="default" onClick={() => setEditing(true)} style={{ alignSelf: 'start' }}>
              {t('orders.terms-edit')}
            </Button>
          )}
        </Stack>
        <div style={{ flex: '1 1 18rem', maxWidth: '24rem' }}>
          <SideCredit credit={credit} />
        </div>
      </Group>
      <Stack gap="xs">
        <Group justify="space-between">
          <Title order={3}>{t('orders.latest')}</Title>
          <Group gap="md">
            <Go to={`/clients/${id}?tab=history`}>{t('orders.sales-history')}</Go>
            <Go to={`/orders?client=${id}`}>{t('orders.all-of-client')}</Go>
          </Group>
        </Group>
        {orders.data.items.length === 0 ? (
          <EmptyState title={t('orders.none')} hint={t('orders.none-hint')} />
        ) : (
          <Table.ScrollContainer minWidth={480}>
            <Table verticalSpacing={4} highlightOnHover>
              <Table.Tbody>
                {orders.data.items.slice(0, 12).map((order) => (
                  <Table.Tr key={order.id}>
                    <Table.Td>
                      <Go to={`/orders/${order.id}`}>{order.number ?? t('orders.state.draft')}</Go>
                    </Table.Td>
                    <Table.Td>{format.date(order.orderedOn)}</Table.Td>
                    <Table.Td>
                      <OrderStateBadge state={order.state as OrderState} />
                    </Table.Td>
                    <Table.Td className="number">{t('orders.lines-count', { count: order.lines })}</Table.Td>
                    <Table.Td className="number">{format.money(order.total)}</Table.Td>
                  </Table.Tr>
                ))}
              </Table.Tbody>
            </Table>
          </Table.ScrollContainer>
        )}
      </Stack>
      <Modal
        closeButtonProps={{ 'aria-label': t('orders.close') }}
        opened={editing}
        onClose={() => setEditing(false)}
        title={t('orders.terms-edit')}
      >
        <TermsForm clientId={id} standing={standing} onDone={() => setEditing(false)} />
      </Modal>
    </Stack>
  );
}
