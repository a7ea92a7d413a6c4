import { Anchor, Stack, Table, Text, Title } from '@mantine/core';
import { importRejections, listImports } from '#platform/imports/endpoints.ts';
import { addressOf } from '../call.ts';
import { EmptyState } from '../empty-state.tsx';
import { StatusBadge } from '../figures/status-badge.tsx';
import { useFormat } from '../format.ts';
import { useRead } from '../query.ts';
import { useText } from '../texts.ts';
import { importTexts } from './texts.ts';

const tones = { running: 'info', done: 'good', preview: 'neutral', failed: 'bad', reverted: 'neutral' } as const;
type State = keyof typeof tones;

/** What was imported: every row read is accepted or rejected with its reason. */
export function PastImports() {
  const t = useText(importTexts);
  const format = useFormat();
  const read = useRead(listImports, {}, { everyMs: 3000 });
  const items = read.data?.items ?? [];
  if (read.isSuccess && items.length === 0)
    return <EmptyState title={t('web.import.nothing')} hint={t('web.import.nothing-hint')} />;
  return (
    <Stack gap="xs">
      <Title order={2} size="h4">
        {t('web.import.past')}
      </Title>
      <Table.ScrollContainer minWidth={760}>
        <Table verticalSpacing={4}>
          <Table.Thead>
            <Table.Tr>
              <Table.Th>{t('web.import.when')}</Table.Th>
              <Table.Th>{t('web.import.file')}</Table.Th>
              <Table.Th>{t('web.import.state')}</Table.Th>
              <Table.Th ta="right">{t('web.import.read')}</Table.Th>
              <Table.Th ta="right">{t('web.import.accepted')}</Table.Th>
              <Table.Th ta="right">{t('web.import.rejected')}</Table.Th>
              <Table.Th />
            </Table.Tr>
          </Table.Thead>
          <Table.Tbody>
            {items.map((each) => (
              <Table.Tr key={each.id}>
                <Table.Td>{format.dateTime(each.startedAt)}</Table.Td>
                <Table.Td>
                  {each.fileName} · {each.kind}
                </Table.Td>
                <Table.Td>
                  <StatusBadge tone={tones[each.state as State]} label={t(`web.import.state.${each.state as State}`)} />
                </Table.Td>
                <Table.Td ta="right">{format.number(each.rowsRead)}</Table.Td>
                <Table.Td ta="right">{format.number(each.rowsAccepted)}</Table.Td>
                <Table.Td ta="right">{format.number(each.rowsRejected)}</Table.Td>
                <Table.Td>
                  {each.reasons.map((reason) => (
                    <Text size="sm" key={reason.code}>
                      {format.number(reason.count)} · {reason.detail}
                    </Text>
                  ))}
                  {each.rowsRejected > 0 && (
                    <Anchor size="sm" href={addressOf(importRejections, { params: { id: each.id } })} download>
                      {t('web.import.rejected-rows')}
                    </Anchor>
                  )}
                </Table.Td>
              </Table.Tr>
            ))}
          </Table.Tbody>
        </Table>
      </Table.ScrollContainer>
    </Stack>
  );
}
