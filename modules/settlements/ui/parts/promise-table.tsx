import { Button, Modal, Table, Text } from '@mantine/core';
import { useState } from 'react';
import { StatusBadge } from '#platform/web/figures/status-badge.tsx';
import { useFormat } from '#platform/web/format.ts';
import { Go } from '#platform/web/go.tsx';
import { useText } from '#platform/web/texts.ts';
import { useWhoActed } from '#platform/web/who-acted.ts';
import { settlementsTexts } from '../../texts.ts';
import { type Promised, WithdrawForm } from './withdraw-form.tsx';

const tones = { open: 'info', kept: 'good', broken: 'bad', withdrawn: 'neutral' } as const;
export type PromiseState = keyof typeof tones;

/** Promises to pay, what became of each, and the way to withdraw one. */
export function PromiseTable({ promises, ofClient = false }: { promises: readonly Promised[]; ofClient?: boolean }) {
  const t = useText(settlementsTexts);
  const format = useFormat();
  const whoActed = useWhoActed();
  const [withdrawing, setWithdrawing] = useState<Promised | null>(null);
  return (
    <>
      <Table.ScrollContainer minWidth={640}>
        <Table verticalSpacing={6} highlightOnHover>
          <Table.Thead>
            <Table.Tr>
              {!ofClient && <Table.Th>{t('settlements.client')}</Table.Th>}
              <Table.Th ta="right">{t('settlements.amount')}</Table.Th>
              <Table.Th>{t('settlements.promised-for')}</Table.Th>
              <Table.Th>{t('settlements.state')}</Table.Th>
              <Table.Th>{t('settlements.invoice')}</Table.Th>
              <Table.Th>{t('settlements.contact')}</Table.Th>
              <Table.Th>{t('settlements.recorded')}</Table.Th>
              <Table.Th />
            </Table.Tr>
          </Table.Thead>
          <Table.Tbody>
            {promises.map((promise) => (
              <Table.Tr key={promise.id}>
                {!ofClient && (
                  <Table.Td>
                    <Go to={`/clients/${promise.client.id}?tab=money`}>{promise.client.name}</Go>
                  </Table.Td>
                )}
                <Table.Td ta="right">{format.money(promise.amount)}</Table.Td>
                <Table.Td>{format.date(promise.promisedFor)}</Table.Td>
                <Table.Td>
                  <StatusBadge
                    tone={tones[promise.state as PromiseState]}
                    label={t(`settlements.promise.${promise.state as PromiseState}`)}
                  />
                  {promise.withdrawnReason !== '' && (
                    <Text size="xs" c="dimmed">
                      {t('settlements.withdrawn-by', {
                        who: promise.withdrawnBy ?? '',
                        reason: promise.withdrawnReason,
                      })}
                    </Text>
                  )}
                </Table.Td>
                <Table.Td>{promise.invoice}</Table.Td>
                <Table.Td>{promise.contact}</Table.Td>
                <Table.Td>
                  {format.date(promise.recordedOn)} · {whoActed(promise.recordedBy ?? '', promise.actingFor)}
                </Table.Td>
                <Table.Td ta="right">
                  {promise.can.withdraw && (
                    <Button size="compact-xs" variant="default" onClick={() => setWithdrawing(promise)}>
                      {t('settlements.withdraw')}
                    </Button>
                  )}
                </Table.Td>
              </Table.Tr>
            ))}
          </Table.Tbody>
        </Table>
      </Table.ScrollContainer>
      <Modal
        opened={withdrawing !== null}
        onClose={() => setWithdrawing(null)}
        title={t('settlements.withdraw-promise')}
      >
        {withdrawing && <WithdrawForm promise={withdrawing} onDone={() => setWithdrawing(null)} />}
      </Modal>
    </>
  );
}
