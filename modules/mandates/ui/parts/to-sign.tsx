import { Alert, Text } from '@mantine/core';
import { IconSignature } from '@tabler/icons-react';
import { Go } from '#platform/web/go.tsx';
import { useRead } from '#platform/web/query.ts';
import { useText } from '#platform/web/texts.ts';
import { myAcknowledgements } from '../../endpoints-signatures.ts';
import { mandatesScreenTexts } from '../../texts-screens.ts';

/** Says that a job description waits for my signature. */
export function ToSign() {
  const t = useText(mandatesScreenTexts);
  const { data } = useRead(myAcknowledgements, {});
  const waiting = (data?.items ?? []).filter(({ signedAt, superseded }) => signedAt === null && !superseded);
  const [first] = waiting;
  if (!first) return null;
  return (
    <Alert
      icon={<IconSignature size={18} />}
      mb="md"
      color="yellow"
      title={t('mandates.to-sign', { count: waiting.length })}
    >
      {waiting.map(({ id, versionId, title, number }) => (
        <Text size="sm" key={id}>
          <Go to={`/job-descriptions/versions/${versionId}`}>{t('mandates.titled-version', { title, number })}</Go>
        </Text>
      ))}
    </Alert>
  );
}
