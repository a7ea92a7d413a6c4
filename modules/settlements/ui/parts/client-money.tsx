import { Button, Group, Modal, Stack, Table, Text, Title } from '@mantine/core';
import { useState } from 'react';
import { Awaiting } from '#platform/web/awaiting.tsx';
import { EmptyState } from '#platform/web/empty-state.tsx';
import { AgeingBar } from '#platform/web/figures/ageing-bar.tsx';
import { useFormat } from '#platform/web/format.ts';
import { useRead } from '#platform/web/query.ts';
import { useText } from '#platform/web/texts.ts';
import { clientSettlements, listPromises } from '../../endpoints.ts';
import { settlementsTexts } from '../../texts.ts';
import { ageParts } from './ages.ts';
import { PromiseForm } from './promise-form.tsx';
import { PromiseTable } from './promise-table.tsx';

/** The account with one client, as a tab of the client's card: debt by age, and every document with the balance after it. */
export default function ClientMoney({ id }: { id: string }) {
  const t = useText(settlementsTexts);
  const format = useFormat();
  const [promising, setPromising] = useState(false);
  const read = useRead(clientSettlements, { params: { id } });
  const promised = useRead(listPromises, { query: { client: id } }).data?.items ?? [];
  if (!read.data) return <Awaiting read={read} like="list" />;
  const { owed, overdue, advance, ages, entries, can } = read.data;
  if (entries.length === 0)
    return <EmptyState title={t('settlements.no-documents')} hint={t('settlements.no-documents-hint')} />;
  return (
    <Stack gap="md">
      <Group justify="space-between">
        <Text>
          {t('settlements.owes', { owed: format.money(owed), overdue: format.money(overdue) })}
          {advance > 0 && ` · ${t('settlements.advance', { advance: format.money(advance) })}`}
        </Text>
        {can.promise && owed > 0 && (
          <Button size="xs" variant="light" onClick={() => setPromising(true)}>
            {t('settlements.record-promise')}
          </Button>
        )}
      </Group>
      <AgeingBar
        label={t('settlements.by-age')}
        parts={ageParts(ages, (bucket) => t(`settlements.age.${bucket}`))}
        format={format.money}
      />
      {promised.length > 0 && (
        <Stack component="section" gap={4} aria-label={t('settlements.promises')}>
          <Title order={3}>{t('settlements.promises')}</Title>
          <PromiseTable promises={promised} ofClient />
        </Stack>
      )}
      <Table.ScrollContainer minWidth={560}>
        <Table verticalSpacing={4}>
          <Table.Thead>
            <Table.Tr>
              <Table.Th>{t('settlements.day')}</Table.Th>
              <Table.Th>{t('settlements.document')}</Table.Th>
              <Table.Th>{t('settlements.due-on')}</Table.Th>
              <Table.Th ta="right">{t('settlements.invoiced')}</Table.Th>
              <Table.Th ta="right">{t('settlements.paid')}</Table.Th>
              <Table.Th ta="right">{t('settlements.open')}</Table.Th>
              <Table.Th ta="right">{t('settlements.balance')}</Table.Th>
            </Table.Tr>
          </Table.Thead>
          <Table.Tbody>
            {entries.map((entry) => (
              <Table.Tr key={entry.id}>
                <Table.Td>{format.date(entry.on)}</Table.Td>
                <Table.Td>{t(`settlements.entry.${entry.kind}`, { number: entry.number })}</Table.Td>
                <Table.Td>{entry.dueOn && format.date(entry.dueOn)}</Table.Td>
                <Table.Td ta="right">{entry.kind === 'invoice' && format.money(entry.amount)}</Table.Td>
                <Table.Td ta="right">{entry.kind === 'payment' && format.money(entry.amount)}</Table.Td>
                <Table.Td ta="right">{entry.open > 0 && format.money(entry.open)}</Table.Td>
                <Table.Td ta="right">{format.money(entry.balance)}</Table.Td>
              </Table.Tr>
            ))}
          </Table.Tbody>
        </Table>
      </Table.ScrollContainer>
      <Modal opened={promising} onClose={() => setPromising(false)} title={t('settlements.record-promise')}>
        <PromiseForm clientId={id} owed={overdue || owed} onDone={() => setPromising(false)} />
      </Modal>
    </Stack>
  );
}
