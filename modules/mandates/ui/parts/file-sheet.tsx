import { Button, Group, Modal, Radio, Stack, Text } from '@mantine/core';
import { useState } from 'react';
import { listFiles } from '#platform/files/endpoints.ts';
import { Attachments } from '#platform/web/files/attachments.tsx';
import { RefusalBanner } from '#platform/web/form/refusal-banner.tsx';
import { notify } from '#platform/web/notify.ts';
import { useAct, useRead } from '#platform/web/query.ts';
import { useText } from '#platform/web/texts.ts';
import { recordPaperSignature } from '../../endpoints-signatures.ts';
import { mandatesScreenTexts } from '../../texts-screens.ts';
import type { Acknowledgement } from './signatures.tsx';

const kind = 'mandates.acknowledgements';

/** Files the sheet that an employee signed on paper: first its scan, then the signature that it proves. */
export function FileSheet({ of: acknowledgement, onClose }: { of: Acknowledgement; onClose: () => void }) {
  const t = useText(mandatesScreenTexts);
  const { id, employee, title, number } = acknowledgement;
  const [chosen, setChosen] = useState<string | null>(null);
  const { items } = useRead(listFiles, { query: { kind, subjectId: id } }).data ?? { items: [] };
  const scan = items.find((file) => file.id === chosen) ?? items.at(-1);
  const record = useAct(recordPaperSignature, {
    invalidates: ['mandates'],
    onDone: () => {
      notify('good', t('mandates.sheet-filed', { name: employee.name }));
      onClose();
    },
  });
  return (
    <Modal opened onClose={onClose} title={t('mandates.file-sheet')}>
      <Stack>
        <Text size="sm">{t('mandates.file-sheet-hint', { name: employee.name, title, number })}</Text>
        <Attachments kind={kind} id={id} />
        {items.length > 1 && (
          <Radio.Group label={t('mandates.which-scan')} value={scan?.id ?? ''} onChange={setChosen}>
            <Stack gap={4} mt={4}>
              {items.map((file) => (
                <Radio key={file.id} value={file.id} label={file.name} />
              ))}
            </Stack>
          </Radio.Group>
        )}
        <RefusalBanner problem={record.problem} />
        <Group justify="flex-end">
          <Button
            disabled={!scan}
            loading={record.isPending}
            onClick={() => scan && record.act({ params: { id }, body: { scanId: scan.id } })}
          >
            {t('mandates.file-as-signed')}
          </Button>
        </Group>
      </Stack>
    </Modal>
  );
}
