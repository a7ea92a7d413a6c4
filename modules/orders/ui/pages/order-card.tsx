import { Modal, Stack, Text, Title } from '@mantine/core';
import { IconCheck, IconCopy, IconMessageReply, IconPencil, IconPrinter } from '@tabler/icons-react';
import { useState } from 'react';
import { useGo, usePathParam } from '#platform/web/address.ts';
import { Awaiting } from '#platform/web/awaiting.tsx';
import { CardPage } from '#platform/web/card/card-page.tsx';
import { RefusalBanner } from '#platform/web/form/refusal-banner.tsx';
import { useFormat } from '#platform/web/format.ts';
import { Go } from '#platform/web/go.tsx';
import { notify } from '#platform/web/notify.ts';
import { useAct, useRead } from '#platform/web/query.ts';
import { useText } from '#platform/web/texts.ts';
import * as at from '../../endpoints.ts';
import { texts } from '../../texts.ts';
import { AuthorityTable } from '../parts/authority-table.tsx';
import { DifferenceTable } from '../parts/difference-table.tsx';
import { LineTable } from '../parts/line-table.tsx';
import { OrderCourse } from '../parts/order-course.tsx';
import { OrderNotice } from '../parts/order-notice.tsx';
import { OrderStateBadge } from '../parts/order-state.tsx';
import { ReasonBox } from '../parts/reason-box.tsx';
import { TakenFrom } from '../parts/taken-from.tsx';
import { Thread } from '../parts/thread.tsx';

type Asked = 'cancel' | 'answer' | 'reject' | 'release' | 'ask';

/** An order: what was taken and entered, under which authority, where it stands, and what one may do with it. */
export default function OrderCardPage() {
  const id = usePathParam('id');
  const t = useText(texts);
  const format = useFormat();
  const go = useGo();
  const [asked, setAsked] = useState<Asked | null>(null);
  const read = useRead(at.readOrder, { params: { id } });
  const done = { invalidates: ['orders', 'clients', 'mandates'], onDone: () => setAsked(null) };
  const takeBack = useAct(at.takeBackOrder, { ...done, onDone: () => edit() });
  const cancel = useAct(at.cancelOrder, done);
  const answer = useAct(at.answerQuestion, done);
  const check = useAct(at.checkEntered, {
    ...done,
    onRefused: ({ code }) => {
      if (code === 'orders.reason-needed') setAsked('release');
    },
  });
  const reject = useAct(at.rejectEntered, done);
  const confirm = useAct(at.confirmOrder, {
    ...done,
    onRefused: (problem) => {
      if (problem.code === 'orders.reason-needed') setAsked('release');
    },
  });
  const handOver = useAct(at.handOverOrder, { ...done, onDone: () => notify('good', t('orders.handed-over')) });
  const copy = useAct(at.copyOrder, {
    invalidates: ['orders'],
    onDone: (made) => {
      notify(
        'good',
        made.leftOut.length > 0 ? t('orders.copied-without', { count: made.leftOut.length }) : t('orders.copied'),
      );
      go(`/orders/new?client=${read.data?.client.id}&order=${made.id}`);
    },
  });
  const print = useAct(at.printConfirmation, {
    onDone: (made) => window.open(`/api/documents/${made.id}/pdf`, '_blank'),
  });
  if (!read.data) return <Awaiting read={read} like="card" />;

  const order = read.data;
  const { can } = order;
  const on = { params: { id }, ifMatch: order.revision };
  const edit = () => go(`/orders/new?client=${order.client.id}&order=${id}`);
  const boxes = {
    cancel: {
      label: t('orders.reason'),
      act: t('orders.cancel'),
      sending: cancel,
      send: (reason: string) => cancel.act({ ...on, body: { reason } }),
    },
    answer: {
      label: t('orders.answer-text'),
      act: t('orders.answer'),
      sending: answer,
      send: (text: string) => answer.act({ ...on, body: { text } }),
    },
    reject: {
      label: t('orders.reject-text'),
      act: t('orders.reject'),
      sending: reject,
      send: (text: string) => reject.act({ ...on, body: { text } }),
    },
    release: {
      label: t('orders.entry.why-release'),
      act: t('orders.entry.release'),
      sending: read.data.state === 'typed' ? confirm : check,
      send: (reason: string) => (order.state === 'typed' ? confirm : check).act({ ...on, body: { reason } }),
    },
    ask: {
      label: t('orders.entry.why-ask'),
      act: t('orders.entry.ask-and-wait'),
      sending: confirm,
      send: (reason: string) => confirm.act({ ...on, body: { reason } }),
    },
  };
  const box = asked && boxes[asked];
  const unchecked = can.check === true;
  const typed = order.state === 'typed' && can.confirm === true;
  return (
    <CardPage
      kind={t('orders.order')}
      title={
        order.number ??
        t(order.state === 'draft' ? 'orders.draft-of' : 'orders.order-of', { client: order.client.name })
      }
      subtitle={<Go to={`/clients/${order.client.id}`}>{order.client.name}</Go>}
      state={<OrderStateBadge state={order.state} />}
      notice={
        <>
          <OrderNotice order={order} />
          {!asked && <RefusalBanner problem={confirm.problem} onAsk={() => setAsked('ask')} />}
          <RefusalBanner
            problem={handOver.problem ?? check.problem ?? takeBack.problem ?? copy.problem ?? print.problem}
          />
        </>
      }
      figures={[
        { key: 'total', label: t('orders.total'), value: format.money(order.total) },
        ...(order.differs && order.enteredTotal !== null
          ? [
              {
                key: 'entered',
                label: t('orders.entered-total'),
                value: format.money(order.enteredTotal),
                tone: 'warning' as const,
              },
            ]
          : []),
        {
          key: 'column',
          label: t('orders.entry.column'),
          value: `${order.priceColumn.number} · ${order.priceColumn.name}`,
        },
        { key: 'payment', label: t('orders.payment'), value: t('orders.payment-short', { days: order.paymentDays }) },
      ]}
      acts={[
        { key: 'change', label: t('orders.change'), icon: IconPencil, can: can.change === true, keys: 'e', run: edit },
        ...(typed
          ? [
              {
                key: 'confirm-typed',
                label: t('orders.confirm-typed'),
                icon: IconCheck,
                keys: 'a',
                busy: confirm.isPending,
                run: () => confirm.act({ ...on, body: {} }),
              },
              { key: 'return', label: t('orders.reject'), run: () => setAsked('reject') },
            ]
          : []),
        ...(order.lines.length === 0 && can.handOver === true
          ? [
              {
                key: 'hand-over',
                label: t('orders.hand-over'),
                busy: handOver.isPending,
                run: () => handOver.act(on),
              },
            ]
          : []),
        ...(can.answer === true
          ? [
              {
                key: 'answer',
                label: t('orders.answer'),
                icon: IconMessageReply,
                keys: 'a',
                run: () => setAsked('answer'),
              },
            ]
          : []),
        ...(unchecked
          ? [
              {
                key: 'check',
                label: t(order.differs ? 'orders.accept-differences' : 'orders.check-equal'),
                icon: IconCheck,
                keys: 'a',
                busy: check.isPending,
                run: () => check.act({ ...on, body: {} }),
              },
              { key: 'reject', label: t('orders.reject'), run: () => setAsked('reject') },
            ]
          : []),
        {
          key: 'print',
          label: t('orders.print'),
          icon: IconPrinter,
          can: can.print,
          keys: 'p',
          busy: print.isPending,
          run: () => print.act({ params: { id } }),
        },
        {
          key: 'copy',
          label: t('orders.copy'),
          icon: IconCopy,
          can: can.copy,
          keys: 'd',
          busy: copy.isPending,
          run: () => copy.act({ params: { id } }),
        },
        {
          key: 'take-back',
          label: t('orders.take-back'),
          can: can.takeBack === true,
          confirm: t('orders.take-back-consequence'),
          run: () => takeBack.act(on),
        },
        {
          key: 'cancel',
          label: t('orders.cancel'),
          can: can.cancel === true,
          danger: true,
          run: () => setAsked('cancel'),
        },
      ]}
      tabs={[
        {
          key: 'lines',
          label: t('orders.lines'),
          count: order.lines.length,
          content: () => <LineTable lines={order.lines} total={order.total} shipped={order.shipments.length > 0} />,
        },
        {
          key: 'differences',
          label: t('orders.differences'),
          ...(order.differences.length > 0 && { count: order.differences.length }),
          content: () => <DifferenceTable order={order} />,
        },
        {
          key: 'authority',
          label: t('orders.authority'),
          content: () => <AuthorityTable items={order.authorizations} />,
        },
      ]}
      aside={
        <Stack gap="lg">
          <OrderCourse order={order} />
          {order.note !== '' && (
            <Stack gap={2}>
              <Title order={3}>{t('orders.note')}</Title>
              <Text size="sm" style={{ whiteSpace: 'pre-wrap' }}>
                {order.note}
              </Text>
            </Stack>
          )}
          <TakenFrom key={order.state} id={id} />
          <Thread order={order} />
        </Stack>
      }
    >
      <Modal
        closeButtonProps={{ 'aria-label': t('orders.close') }}
        opened={box !== null}
        onClose={() => setAsked(null)}
        title={box?.act}
      >
        {box && (
          <Stack>
            <RefusalBanner problem={box.sending.problem} />
            {asked === 'cancel' && t('orders.cancel-consequence')}
            <ReasonBox
              label={box.label}
              act={box.act}
              busy={box.sending.isPending}
              danger={asked === 'cancel'}
              onSend={box.send}
            />
          </Stack>
        )}
      </Modal>
    </CardPage>
  );
}
