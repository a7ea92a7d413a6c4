import { Group, Modal, Stack, Text, Title } from '@mantine/core';
import { IconCheck, IconMessageQuestion, IconPencil, IconTruckDelivery } from '@tabler/icons-react';
import { useState } from 'react';
import { Awaiting } from '#platform/web/awaiting.tsx';
import { Acts } from '#platform/web/card/acts.tsx';
import { RefusalBanner } from '#platform/web/form/refusal-banner.tsx';
import { useFormat } from '#platform/web/format.ts';
import { Go } from '#platform/web/go.tsx';
import { notify } from '#platform/web/notify.ts';
import { useAct, useRead } from '#platform/web/query.ts';
import { useText } from '#platform/web/texts.ts';
import { askBack, enterOrder, readOrder, shipOrder, typeOrder } from '../../endpoints.ts';
import { texts } from '../../texts.ts';
import { DifferenceTable } from './difference-table.tsx';
import { EntryForm } from './entry-form.tsx';
import { LineTable } from './line-table.tsx';
import { OrderStateBadge } from './order-state.tsx';
import { ReasonBox } from './reason-box.tsx';
import { TakenFrom } from './taken-from.tsx';
import { Thread } from './thread.tsx';

/** One order of the queue, with what sales support may do with it; `onDone` leads to the next. */
export function QueueOrder({ id, onDone }: { id: string; onDone: () => void }) {
  const t = useText(texts);
  const format = useFormat();
  const [open, setOpen] = useState<'differently' | 'question' | null>(null);
  const read = useRead(readOrder, { params: { id } });
  const invalidates = ['orders', 'mandates'];
  const finished = (tone: 'good' | 'warning', message: string) => {
    setOpen(null);
    notify(tone, message);
    onDone();
  };
  const number = read.data?.number ?? '';
  const entering = useAct(enterOrder, {
    invalidates,
    onDone: (done) =>
      done.differs
        ? finished('warning', t('orders.entered-differs'))
        : finished('good', t('orders.entered-done', { number })),
  });
  const asking = useAct(askBack, { invalidates, onDone: () => finished('good', t('orders.stage.asked-back')) });
  const typing = useAct(typeOrder, { invalidates, onDone: () => finished('good', t('orders.typed-done')) });
  const shipping = useAct(shipOrder, {
    invalidates: [...invalidates, 'clients'],
    onDone: (done) => finished('good', t('orders.shipped-done', { amount: format.money(done.amount) })),
  });
  if (!read.data) return <Awaiting read={read} like="card" />;
  const order = read.data;
  const { can } = order;
  const on = { params: { id }, ifMatch: order.revision };
  return (
    <Stack>
      <Group justify="space-between" align="start">
        <div>
          <Group gap="xs">
            <Title order={2}>
              <Go to={`/orders/${id}`}>{order.number ?? t('orders.captured-of', { client: order.client.name })}</Go>
            </Title>
            <OrderStateBadge state={order.state} />
          </Group>
          <Text c="dimmed" size="sm">
            {order.client.name} · {order.keeper.name}
            {order.clientReference && ` · ${t('orders.client-reference')}: ${order.clientReference}`}
            {order.wantedOn && ` · ${t('orders.by', { when: format.date(order.wantedOn) })}`}
          </Text>
        </div>
        <Group gap="xs">
          <Acts
            acts={[
              {
                key: 'enter',
                label: t('orders.enter'),
                icon: IconCheck,
                can: can.enter === true,
                keys: 'Enter',
                busy: entering.isPending,
                run: () => entering.act({ ...on, body: {} }),
              },
              {
                key: 'ship',
                label: t('orders.ship'),
                icon: IconTruckDelivery,
                can: order.state === 'entered' ? can.ship : false,
                keys: 's',
                busy: shipping.isPending,
                run: () => shipping.act({ ...on, body: {} }),
              },
              {
                key: 'ask',
                label: t('orders.ask-back'),
                icon: IconMessageQuestion,
                can: can.askBack === true,
                keys: 'a',
                run: () => setOpen('question'),
              },
              {
                key: 'differently',
                label: t('orders.enter-otherwise'),
                icon: IconPencil,
                can: can.enter === true,
                keys: 'e',
                run: () => setOpen('differently'),
              },
            ]}
          />
        </Group>
      </Group>
      <RefusalBanner problem={typing.problem ?? entering.problem ?? shipping.problem} />
      {order.note && <Text style={{ whiteSpace: 'pre-wrap' }}>{order.note}</Text>}
      <TakenFrom key={order.state} id={id} />
      {can.type === true ? (
        <EntryForm
          key={order.revision}
          order={order}
          column={order.priceColumn.id}
          label={t('orders.type')}
          busy={typing.isPending}
          onSend={(lines) => typing.act({ ...on, body: { lines } })}
        />
      ) : (
        <LineTable lines={order.lines} total={order.total} shipped={order.shipments.length > 0} />
      )}
      {order.differences.length > 0 && <DifferenceTable order={order} />}
      <Thread order={order} />
      <Modal
        closeButtonProps={{ 'aria-label': t('orders.close') }}
        opened={open === 'differently'}
        onClose={() => setOpen(null)}
        title={t('orders.enter-otherwise')}
        size="xl"
      >
        <EntryForm
          order={order}
          label={t('orders.enter-otherwise')}
          busy={entering.isPending}
          onCancel={() => setOpen(null)}
          onSend={(lines) => entering.act({ ...on, body: { lines } })}
        />
      </Modal>
      <Modal
        closeButtonProps={{ 'aria-label': t('orders.close') }}
        opened={open === 'question'}
        onClose={() => setOpen(null)}
        title={t('orders.ask-back')}
      >
        <RefusalBanner problem={asking.problem} />
        <ReasonBox
          label={t('orders.question')}
          act={t('orders.ask-back')}
          busy={asking.isPending}
          onSend={(text) => asking.act({ ...on, body: { text } })}
        />
      </Modal>
    </Stack>
  );
}
