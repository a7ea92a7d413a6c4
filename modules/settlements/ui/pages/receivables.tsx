import { Button, Checkbox, Group, Modal, Stack, Table, Text } from '@mantine/core';
import { useState } from 'react';
import type { EndpointReply } from '#kernel/endpoint.ts';
import { useGo, useSearch } from '#platform/web/address.ts';
import { Awaiting } from '#platform/web/awaiting.tsx';
import { EmptyState } from '#platform/web/empty-state.tsx';
import { AgeingBar } from '#platform/web/figures/ageing-bar.tsx';
import { Figure } from '#platform/web/figures/figure.tsx';
import { useFormat } from '#platform/web/format.ts';
import { Go } from '#platform/web/go.tsx';
import { Page } from '#platform/web/page.tsx';
import { useRead } from '#platform/web/query.ts';
import { useText } from '#platform/web/texts.ts';
import { debtByAge } from '../../endpoints.ts';
import { settlementsTexts } from '../../texts.ts';
import { ageParts } from '../parts/ages.ts';
import { PromiseForm } from '../parts/promise-form.tsx';
import { WhoseField } from '../parts/whose.tsx';

type Line = EndpointReply<typeof debtByAge>['items'][number];

/** Who owes what, since when: the question of a manager before calling, and of the head before asking. */
export default function ReceivablesPage() {
  const t = useText(settlementsTexts);
  const format = useFormat();
  const go = useGo();
  const [search, change] = useSearch();
  const { overdue = '', keeper, department } = search;
  const [promising, setPromising] = useState<Line | null>(null);
  const query = {
    ...(overdue && { overdue: true }),
    ...(keeper && { keeper }),
    ...(department && { department }),
    limit: 200,
  };
  const read = useRead(debtByAge, { query }, { keep: true });
  if (!read.data) return <Awaiting read={read} like="list" />;
  const { totals, items, whose, can } = read.data;
  const narrowed = keeper ? `keeper=${keeper}` : department ? `department=${department}` : '';
  return (
    <Page
      title={t('settlements.receivables')}
      actions={
        <>
          <WhoseField choices={whose} value={{ keeper, department }} onChange={change} />
          <Checkbox
            style={{ alignSelf: 'center' }}
            label={t('settlements.only-overdue')}
            checked={overdue !== ''}
            onChange={(event) => change({ overdue: event.currentTarget.checked ? '1' : undefined })}
          />
          {can.post && <Button onClick={() => go('/money/payments/new')}>{t('settlements.new-payment')}</Button>}
        </>
      }
    >
      <Stack gap="md">
        <Group gap="xl">
          <Figure label={t('settlements.owed')} value={format.money(totals.owed)} href={`/money?${narrowed}`} />
          <Figure
            label={t('settlements.overdue')}
            value={format.money(totals.overdue)}
            tone={totals.overdue > 0 ? 'bad' : 'good'}
            href={`/money?overdue=1&${narrowed}`}
          />
        </Group>
        <AgeingBar
          label={t('settlements.by-age')}
          parts={ageParts(totals.ages, (bucket) => t(`settlements.age.${bucket}`))}
          format={format.money}
        />
        {items.length === 0 ? (
          <EmptyState title={t('settlements.nothing-owed')} hint={t('settlements.nothing-owed-hint')} />
        ) : (
          <Table.ScrollContainer minWidth={720}>
            <Table verticalSpacing={6} highlightOnHover stickyHeader>
              <Table.Thead>
                <Table.Tr>
                  <Table.Th>{t('settlements.client')}</Table.Th>
                  <Table.Th>{t('settlements.keeper')}</Table.Th>
                  <Table.Th ta="right">{t('settlements.owed')}</Table.Th>
                  <Table.Th ta="right">{t('settlements.overdue')}</Table.Th>
                  <Table.Th ta="right">{t('settlements.oldest')}</Table.Th>
                  <Table.Th w={160}>{t('settlements.by-age')}</Table.Th>
                  <Table.Th>{t('settlements.promise')}</Table.Th>
                </Table.Tr>
              </Table.Thead>
              <Table.Tbody>
                {items.map((line) => (
                  <Table.Tr key={line.client.id}>
                    <Table.Td>
                      <Go to={`/clients/${line.client.id}?tab=money`}>{line.client.name}</Go>
                    </Table.Td>
                    <Table.Td>{line.keeper?.name}</Table.Td>
                    <Table.Td ta="right">{format.money(line.owed)}</Table.Td>
                    <Table.Td ta="right">
                      <Text span inherit {...(line.overdue > 0 && { c: 'red', fw: 600 })}>
                        {line.overdue > 0 ? format.money(line.overdue) : '–'}
                      </Text>
                    </Table.Td>
                    <Table.Td ta="right">
                      {line.oldestOverdueDays > 0 ? t('settlements.days', { days: line.oldestOverdueDays }) : '–'}
                    </Table.Td>
                    <Table.Td>
                      <AgeingBar
                        bare
                        label={line.client.name}
                        parts={ageParts(line.ages, (bucket) => t(`settlements.age.${bucket}`))}
                        format={format.money}
                      />
                    </Table.Td>
                    <Table.Td>
                      {line.promise ? (
                        t('settlements.promised', {
                          amount: format.money(line.promise.amount),
                          day: format.date(line.promise.promisedFor),
                        })
                      ) : can.promise ? (
                        <Button size="compact-xs" variant="light" onClick={() => setPromising(line)}>
                          {t('settlements.record-promise')}
                        </Button>
                      ) : null}
                    </Table.Td>
                  </Table.Tr>
                ))}
              </Table.Tbody>
            </Table>
          </Table.ScrollContainer>
        )}
      </Stack>
      <Modal
        opened={promising !== null}
        onClose={() => setPromising(null)}
        title={promising ? t('settlements.promise-of', { client: promising.client.name }) : ''}
      >
        {promising && (
          <PromiseForm
            clientId={promising.client.id}
            owed={promising.overdue || promising.owed}
            onDone={() => setPromising(null)}
          />
        )}
      </Modal>
    </Page>
  );
}
