import type { ReactNode } from 'react';
import type { EndpointReply } from '#kernel/endpoint.ts';
import { Go } from '#platform/web/go.tsx';
import { useSay, useText } from '#platform/web/texts.ts';
import type { readOrder } from '../../endpoints.ts';
import { texts } from '../../texts.ts';
import { useFigureWords } from './figure-words.ts';
import { Notice } from './notice.tsx';

/** What the person must know of an order before acting: a decision awaited or refused, a question, differences. */
export function OrderNotice({ order }: { order: EndpointReply<typeof readOrder> }): ReactNode {
  const t = useText(texts);
  const say = useSay();
  const figures = useFigureWords();
  if (order.state === 'waiting') {
    return (
      <Notice tone="warning" title={t('orders.state.waiting')}>
        {order.authorizations
          .filter((each) => each.state === 'asked')
          .map((each) => (
            <div key={each.permit}>
              <Go to={`/requests/${each.requestId}`}>{say(`permit.${each.permit}`)}</Go>: {figures(each.figures)}
            </div>
          ))}
      </Notice>
    );
  }
  if (order.state === 'draft' && order.sentBack !== '') {
    const words = { 'facts-changed': t('orders.facts-changed'), refused: '' }[order.sentBack];
    return (
      <Notice tone="bad" title={t('orders.sent-back-title')}>
        {words ?? order.sentBack}
      </Notice>
    );
  }
  if (order.state === 'captured') {
    return (
      <Notice tone="info" title={t('orders.state.captured')}>
        {t('orders.captured-notice')}
      </Notice>
    );
  }
  if (order.state === 'typed') {
    return (
      <Notice tone="warning" title={t('orders.typed-title')}>
        {t('orders.typed-notice')}
      </Notice>
    );
  }
  if (order.state === 'asked-back') {
    const question = order.messages.findLast((message) => message.kind === 'question');
    return (
      <Notice tone="warning" title={t('orders.question-title')}>
        {question?.text}
      </Notice>
    );
  }
  if (order.differs && order.checkedAt === null) return <Notice tone="warning" title={t('orders.differs-title')} />;
  return null;
}
