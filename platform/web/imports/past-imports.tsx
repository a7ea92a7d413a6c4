import { Anchor, Button, Stack, Table, Text, Title } from '@mantine/core';
import { type ReactNode, useState } from 'react';
import type { EndpointReply } from '#kernel/endpoint.ts';
import { importRejections, listImports } from '#platform/imports/endpoints.ts';
import { addressOf } from '../call.ts';
import { EmptyState } from '../empty-state.tsx';
import { StatusBadge } from '../figures/status-badge.tsx';
import { useFormat } from '../format.ts';
import { useMay } from '../me.ts';
import { useRead } from '../query.ts';
import { useSay, useText } from '../texts.ts';
import { TakeBackDialog } from './take-back-dialog.tsx';
import { importTexts } from './texts.ts';

const tones = {
  running: 'info',
  done: 'good',
  preview: 'neutral',
  failed: 'bad',
  'cut-off': 'bad',
  reverted: 'neutral',
} as const;
type State = keyof typeof tones;
type Past = EndpointReply<typeof listImports>['items'][number];

/** What was imported: every row read is accepted or rejected with its reason; what ended can be taken back. */
export function PastImports(): ReactNode {
  const t = useText(importTexts);
  const read = useRead(listImports, {}, { everyMs: 3000 });
  const [takingBack, setTakingBack] = useState<Past | null>(null);
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
              <PastImport key={each.id} past={each} onTakeBack={() => setTakingBack(each)} />
            ))}
          </Table.Tbody>
        </Table>
      </Table.ScrollContainer>
      {takingBack && <TakeBackDialog past={takingBack} onClose={() => setTakingBack(null)} />}
    </Stack>
  );
}

function PastImport({ past, onTakeBack }: { readonly past: Past; readonly onTakeBack: () => void }): ReactNode {
  const t = useText(importTexts);
  const say = useSay();
  const format = useFormat();
  const mayTakeBack = useMay('imports.revert');
  const ended = past.state === 'done' || past.state === 'failed' || past.state === 'cut-off';
  return (
    <Table.Tr>
      <Table.Td>{format.dateTime(past.startedAt)}</Table.Td>
      <Table.Td>
        {past.fileName} · {say(`import.${past.kind}`, undefined, past.kind)}
      </Table.Td>
      <Table.Td>
        <StatusBadge tone={tones[past.state as State]} label={t(`web.import.state.${past.state as State}`)} />
      </Table.Td>
      <Table.Td ta="right">{format.number(past.rowsRead)}</Table.Td>
      <Table.Td ta="right">{format.number(past.rowsAccepted)}</Table.Td>
      <Table.Td ta="right">{format.number(past.rowsRejected)}</Table.Td>
      <Table.Td>
        {past.failure && <Text size="sm">{past.failure}</Text>}
        {past.revertedAt && (
          <Text size="sm">
            {t('web.import.taken-back-by', { name: past.revertedBy ?? '', at: format.dateTime(past.revertedAt) })}
          </Text>
        )}
        {past.reasons.map((reason) => (
          <Text size="sm" key={reason.code}>
            {format.number(reason.count)} · {reason.detail}
          </Text>
        ))}
        {past.rowsRejected > 0 && (
          <Anchor size="sm" href={addressOf(importRejections, { params: { id: past.id } })} download>
            {t('web.import.rejected-rows')}
          </Anchor>
        )}
        {ended && mayTakeBack && (
          <div>
            <Button
              size="compact-sm"
              variant="subtle"
              color="red"
              px={0}
              onClick={onTakeBack}
              aria-label={t('web.import.take-back-of', { file: past.fileName })}
            >
              {t('web.import.take-back')}
            </Button>
          </div>
        )}
      </Table.Td>
    </Table.Tr>
  );
}
