import { Timeline as Line } from '@mantine/core';
import { IconCheck, IconCircleDashed } from '@tabler/icons-react';
import type { EndpointReply } from '#kernel/endpoint.ts';
import { useFormat } from '#platform/web/format.ts';
import { useText } from '#platform/web/texts.ts';
import type { readOrder } from '../../endpoints.ts';
import { texts } from '../../texts.ts';

/** The course of an order: what was done when, and what comes. */
export function OrderCourse({ order }: { order: EndpointReply<typeof readOrder> }) {
  const t = useText(texts);
  const format = useFormat();
  const taken = order.actingFor
    ? t('orders.taken-for', {
        day: format.date(order.orderedOn),
        who: order.takenBy?.name ?? '',
        absent: order.actingFor.name,
      })
    : t('orders.taken-by', { day: format.date(order.orderedOn), who: order.takenBy?.name ?? '' });
  const step = {
    taken: { key: 'taken', title: t('orders.taken'), when: taken },
    handed: { key: 'handed', title: t('orders.handed'), when: order.handedAt && format.dateTime(order.handedAt) },
    confirmed: {
      key: 'confirmed',
      title: t('orders.state.confirmed'),
      when: order.confirmedAt && format.dateTime(order.confirmedAt),
    },
    entered: {
      key: 'entered',
      title: t('orders.state.entered'),
      when: order.enteredAt && format.dateTime(order.enteredAt),
    },
    checked: { key: 'checked', title: t('orders.checked'), when: order.checkedAt && format.dateTime(order.checkedAt) },
    shipped: {
      key: 'shipped',
      title: t('orders.state.shipped'),
      when: order.shippedOn && format.date(order.shippedOn),
    },
  };
  // What was handed over is typed first, and confirmed as it was typed.
  const steps = order.handedAt
    ? [step.taken, step.handed, step.entered, step.checked, step.confirmed, step.shipped]
    : [step.taken, step.confirmed, step.entered, step.checked, step.shipped];
  const expected: Record<string, string | null> = {
    entered: order.enterBy && t('orders.by', { when: format.dateTime(order.enterBy) }),
    shipped: order.wantedOn && t('orders.by', { when: format.date(order.wantedOn) }),
  };
  return (
    <Line active={-1} bulletSize={22} lineWidth={2}>
      {steps.map(({ key, title, when }) => (
        <Line.Item
          key={key}
          title={title}
          bullet={when ? <IconCheck size={13} /> : <IconCircleDashed size={13} />}
          {...(!when && { c: 'dimmed' })}
        >
          {when ?? expected[key]}
        </Line.Item>
      ))}
    </Line>
  );
}
