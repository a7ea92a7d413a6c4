import { Stack, Title } from '@mantine/core';
import { Attachments } from '#platform/web/files/attachments.tsx';
import { useText } from '#platform/web/texts.ts';
import { texts } from '../../texts.ts';

/** What an order was taken from: the photo of the client's list, a letter, what was dictated. */
export function TakenFrom({ id, large = false }: { id: string; large?: boolean }) {
  const t = useText(texts);
  return (
    <Stack component="section" gap={6} aria-label={t('orders.taken-from')}>
      <Title order={3}>{t('orders.taken-from')}</Title>
      <Attachments kind="orders.orders" id={id} large={large} touches={['clients']} />
    </Stack>
  );
}
