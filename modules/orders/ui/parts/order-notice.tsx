import { Alert, Text } from '@mantine/core';
import { IconAlertTriangle, IconHourglass, IconMessageQuestion } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import type { EndpointReply } from '#kernel/endpoint.ts';
import { Go } from '#platform/web/go.tsx';
import { useSay, useText } from '#platform/web/texts.ts';
import type { readOrder } from '../../endpoints.ts';
import { texts } from '../../texts.ts';
import { useFigureWords } from './figure-words.ts';

/** What the person must know of an order before acting: a decision awaited or refused, a question, differences. */
export function OrderNotice({ order }: { order: EndpointReply<typeof readOrder> }): ReactNode {
  const t = useText(texts);
  const say = useSay();
  const figures = useFigureWords();
  if (order.state === 'waiting') {
    return (
      <Alert color="yellow" icon={<IconHourglass size={18} />} mb="md">
        {order.authorizations
          .filter((each) => each.state === 'asked')
          .map((each) => (
            <Text key={each.permit} size="sm">
              <Go to={`/requests/${each.requestId}`}>{say(`permit.${each.permit}`)}</Go>: {figures(each.figures)}
            </Text>
          ))}
      </Alert>
    );
  }
  if (order.state === 'draft' && order.sentBack !== '') {
    const words = order.sentBack === 'facts-changed' ? t('orders.facts-changed') : order.sentBack === 'refused' ? '' : order.sentBack;
    return (
      <Alert color="red" icon={<IconAlertTriangle size={18} />} title={t('orders.sent-back-title')} mb="md">
        {words}
      </Alert>
    );
  }
  if (order.state === 'asked-back') {
    const question = order.messages.findLast((message) => message.kind === 'question');
    return (
      <Alert color="yellow" icon={<IconMessageQuestion size={18} />} title={t('orders.question-title')} mb="md">
        {question?.text}
      </Alert>
    );
  }
  if (order.differs && order.checkedAt === null) {
    return <Alert color="yellow" icon={<IconAlertTriangle size={18} />} title={t('orders.differs-title')} mb="md" />;
  }
  return null;
}
