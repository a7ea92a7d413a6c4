import { Alert, Button, Group, Modal, Stack, Table, Text } from '@mantine/core';
import type { ReactNode } from 'react';
import type { EndpointReply } from '#kernel/endpoint.ts';
import { importReversal, type listImports, revertImport } from '#platform/imports/endpoints.ts';
import { Awaiting } from '../awaiting.tsx';
import { RefusalBanner } from '../form/refusal-banner.tsx';
import { useFormat } from '../format.ts';
import { notify } from '../notify.ts';
import { useAct, useRead } from '../query.ts';
import { shellTexts } from '../shell-texts.ts';
import { useText } from '../texts.ts';
import { importTexts } from './texts.ts';

type Past = EndpointReply<typeof listImports>['items'][number];

/** First shows what would go and what holds it; only what nothing depends on can be taken back, and then all of it. */
export function TakeBackDialog({ past, onClose }: { readonly past: Past; readonly onClose: () => void }): ReactNode {
  const t = useText(importTexts);
  const shell = useText(shellTexts);
  const seen = useRead(importReversal, { params: { id: past.id } }, { staleMs: 0 });
  const revert = useAct(revertImport, {
    invalidates: ['platform', 'clients', 'catalog', 'orders', 'organization', 'plans', 'activities'],
    onDone: () => {
      notify('good', t('web.import.taken-back', { file: past.fileName }));
      onClose();
    },
  });
  return (
    <Modal opened onClose={onClose} title={t('web.import.take-back-of', { file: past.fileName })} size="lg">
      <Stack>
        {seen.data ? <Foreseen reversal={seen.data} /> : <Awaiting read={seen} like="form" />}
        <RefusalBanner problem={revert.problem} />
        <Group justify="flex-end">
          <Button variant="default" onClick={onClose}>
            {shell('web.cancel')}
          </Button>
          {seen.data?.obstacles.length === 0 && (
            <Button
              color="red"
              loading={revert.isPending}
              onClick={() => revert.act({ params: { id: past.id } })}
              data-autofocus
            >
              {t('web.import.take-back')}
            </Button>
          )}
        </Group>
      </Stack>
    </Modal>
  );
}

function Foreseen({ reversal }: { readonly reversal: EndpointReply<typeof importReversal> }): ReactNode {
  const t = useText(importTexts);
  const format = useFormat();
  const { records, obstacles } = reversal;
  const changed = records.reduce((sum, each) => sum + each.changed, 0);
  if (records.length === 0 && obstacles.length === 0) return <Text size="sm">{t('web.import.nothing-made')}</Text>;
  return (
    <Stack gap="xs">
      {obstacles.length > 0 && (
        <Alert color="red" title={t('web.import.held')}>
          <ul style={{ margin: 0, paddingLeft: '1.1rem' }}>
            {obstacles.map(({ detail }) => (
              <li key={detail}>{detail}</li>
            ))}
          </ul>
        </Alert>
      )}
      <Text size="sm">{t(obstacles.length > 0 ? 'web.import.made-held' : 'web.import.made')}</Text>
      <Table verticalSpacing={4} maw={420}>
        <Table.Tbody>
          {records.map((each) => (
            <Table.Tr key={each.table}>
              <Table.Td>{each.name}</Table.Td>
              <Table.Td ta="right">{format.number(each.made)}</Table.Td>
            </Table.Tr>
          ))}
        </Table.Tbody>
      </Table>
      {changed > 0 && <Alert color="yellow">{t('web.import.changed-since', { count: changed })}</Alert>}
    </Stack>
  );
}
