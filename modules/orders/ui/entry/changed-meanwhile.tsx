import { Button, Group } from '@mantine/core';
import type { ReactNode } from 'react';
import { useGo } from '#platform/web/address.ts';
import { call } from '#platform/web/call.ts';
import type { Problem } from '#platform/web/problem.ts';
import { useText } from '#platform/web/texts.ts';
import { readOrder } from '../../endpoints.ts';
import { texts } from '../../texts.ts';
import { Notice } from '../parts/notice.tsx';
import { type Entry, entryOf } from './entry.ts';

type ChangedProps = {
  readonly problem: Problem | null;
  readonly orderId: string;
  readonly change: (change: (before: Entry) => Entry) => void;
  readonly forget: () => void;
};

/** Two people took one order: shows the other's, or keeps mine over it; nothing typed is lost before the choice. */
export function ChangedMeanwhile({ problem, orderId, change, forget }: ChangedProps): ReactNode {
  const t = useText(texts);
  const go = useGo();
  if (problem?.code === 'orders.untimely' || problem?.code === 'orders.content-frozen') {
    return (
      <Notice tone="warning" title={t('orders.entry.no-draft')}>
        <Button
          size="compact-sm"
          onClick={() => {
            forget();
            go(`/orders/${orderId}`);
          }}
        >
          {t('orders.entry.open-card')}
        </Button>
      </Notice>
    );
  }
  if (problem?.status !== 412) return null;
  const standing = () => call(readOrder, { params: { id: orderId } });
  const theirs = async () => {
    const order = await standing();
    change(() => ({ ...entryOf(order), changes: 0, kept: 0 }));
  };
  const mine = async () => {
    const { revision } = await standing();
    change((before) => ({ ...before, revision, changes: before.changes + 1 }));
  };
  return (
    <Notice tone="warning" title={t('orders.entry.changed')}>
      <Group gap="xs">
        <Button size="compact-sm" onClick={() => void mine()}>
          {t('orders.entry.keep-mine')}
        </Button>
        <Button size="compact-sm" variant="default" onClick={() => void theirs()}>
          {t('orders.entry.take-theirs')}
        </Button>
      </Group>
    </Notice>
  );
}
