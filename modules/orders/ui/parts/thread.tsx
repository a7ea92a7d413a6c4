import { Stack, Text, Title } from '@mantine/core';
import type { EndpointReply } from '#kernel/endpoint.ts';
import { StatusBadge } from '#platform/web/figures/status-badge.tsx';
import { useFormat } from '#platform/web/format.ts';
import { useAct } from '#platform/web/query.ts';
import { useText } from '#platform/web/texts.ts';
import { addNote, type readOrder } from '../../endpoints.ts';
import { texts } from '../../texts.ts';
import { ReasonBox } from './reason-box.tsx';

/** What was written about an order, and a field to write more. */
export function Thread({ order }: { order: EndpointReply<typeof readOrder> }) {
  const t = useText(texts);
  const format = useFormat();
  const note = useAct(addNote, { invalidates: ['orders'] });
  return (
    <Stack gap="sm">
      <Title order={3}>{t('orders.thread')}</Title>
      {order.messages.length === 0 && (
        <Text size="sm" c="dimmed">
          {t('orders.thread-none')}
        </Text>
      )}
      {order.messages.map((message) => (
        <div key={message.id}>
          <Text size="xs" c="dimmed">
            {message.author} · <time dateTime={message.writtenAt}>{format.dateTime(message.writtenAt)}</time>{' '}
            {message.kind !== 'note' && (
              <StatusBadge
                tone={message.kind === 'question' ? 'warning' : 'good'}
                label={t(message.kind === 'question' ? 'orders.question' : 'orders.answer-text')}
              />
            )}
          </Text>
          <Text size="sm" style={{ whiteSpace: 'pre-wrap' }}>
            {message.text}
          </Text>
        </div>
      ))}
      {order.can.note === true && (
        <ReasonBox
          clears
          label={t('orders.add-note')}
          act={t('orders.send')}
          busy={note.isPending}
          onSend={(text) => note.act({ params: { id: order.id }, body: { text } })}
        />
      )}
    </Stack>
  );
}
