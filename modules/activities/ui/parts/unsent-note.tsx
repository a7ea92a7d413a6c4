import { Alert, Button, Group, Text } from '@mantine/core';
import { IconCloudOff } from '@tabler/icons-react';
import { useEffect } from 'react';
import { askOnce } from '#platform/web/ask-once.tsx';
import { useText } from '#platform/web/texts.ts';
import { screenTexts } from '../../texts-screens.ts';
import { dropUnsent, sendUnsent, useUnsent } from './unsent.ts';

/** Says what waits on this device for the network, and sends it. */
export function UnsentNote() {
  const t = useText(screenTexts);
  const waiting = useUnsent();
  useEffect(() => {
    if (navigator.onLine) void sendUnsent();
  }, []);
  if (waiting.length === 0) return null;
  const drop = (key: string, client: string) =>
    askOnce({
      title: t('activities.drop'),
      consequence: t('activities.drop-consequence', { client }),
      label: t('activities.drop'),
      run: () => dropUnsent(key),
    });
  return (
    <Alert
      icon={<IconCloudOff size={18} />}
      color="yellow"
      mb="md"
      title={t('activities.unsent', { count: waiting.length })}
    >
      {waiting.map(({ key, client }) => (
        <Group key={key} gap="xs">
          <Text size="sm">{client}</Text>
          <Button size="compact-xs" variant="subtle" onClick={() => drop(key, client)}>
            {t('activities.drop')}
          </Button>
        </Group>
      ))}
      <Button mt="xs" size="compact-sm" variant="light" onClick={() => void sendUnsent()}>
        {t('activities.send-now')}
      </Button>
    </Alert>
  );
}
