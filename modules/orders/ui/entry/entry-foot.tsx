import { Button, Stack, Text } from '@mantine/core';
import { type ReactNode, useState } from 'react';
import { askOnce } from '#platform/web/ask-once.tsx';
import { RefusalBanner } from '#platform/web/form/refusal-banner.tsx';
import { useFormat } from '#platform/web/format.ts';
import { useKeys } from '#platform/web/keys.ts';
import type { Problem } from '#platform/web/problem.ts';
import { useText } from '#platform/web/texts.ts';
import { texts } from '../../texts.ts';
import { ReasonBox } from '../parts/reason-box.tsx';
import { type Entry, isUnsaved, totalOfEntry, wholeLines } from './entry.ts';
import classes from './order-entry.module.css';

type FootProps = {
  readonly entry: Entry;
  readonly saving: { readonly problem: Problem | null; readonly busy: boolean };
  readonly refused: Problem | null;
  readonly busy: boolean;
  readonly onConfirm: (reason?: string) => void;
  readonly onDiscard: () => void;
  /** Hands the note and the files to sales support; the problem is why it was not taken. */
  readonly handing: { readonly problem: Problem | null; readonly busy: boolean; readonly run: () => void };
};

/** The total, whether everything is kept, and the act; beyond one's right, whom to ask and why. */
export function EntryFoot({ entry, saving, refused, busy, onConfirm, onDiscard, handing }: FootProps): ReactNode {
  const t = useText(texts);
  const format = useFormat();
  const [asking, setAsking] = useState(false);
  const none = wholeLines(entry).length === 0;
  const offline = saving.problem?.code === 'web.offline';
  useKeys([{ keys: 'mod+Enter', label: t('orders.confirm'), run: () => !none && !busy && onConfirm() }]);
  const state = offline ? 'offline' : saving.busy ? 'saving' : isUnsaved(entry) ? 'unsaved' : 'saved';
  const beyond = refused !== null && refused.ask !== undefined;
  const releases = refused?.code === 'orders.reason-needed';
  return (
    <Stack gap="sm">
      {saving.problem && !offline && saving.problem.status !== 412 && <RefusalBanner problem={saving.problem} />}
      <RefusalBanner problem={handing.problem} />
      <RefusalBanner problem={refused} asking={busy} onAsk={() => setAsking(true)} />
      {beyond && asking && (
        <ReasonBox
          label={t('orders.entry.why-ask')}
          act={t('orders.entry.ask-and-wait')}
          busy={busy}
          onSend={(reason) => onConfirm(reason)}
        />
      )}
      {releases && (
        <ReasonBox
          label={t('orders.entry.why-release')}
          act={t('orders.entry.release')}
          busy={busy}
          onSend={(reason) => onConfirm(reason)}
        />
      )}
      <div className={classes.foot}>
        <Text size="sm" c="dimmed" role="status">
          {(entry.changes > 0 || entry.revision > 0) && t(`orders.entry.${state}`)}
        </Text>
        <span className={classes.total}>
          <Text span size="sm" c="dimmed" mr={8}>
            {t('orders.lines-count', { count: wholeLines(entry).length })}
          </Text>
          {format.money(totalOfEntry(entry))}
        </span>
        <Button
          variant="default"
          onClick={() =>
            askOnce({
              title: t('orders.entry.discard'),
              consequence: t('orders.entry.discard-consequence'),
              label: t('orders.entry.discard'),
              run: onDiscard,
            })
          }
        >
          {t('orders.entry.discard')}
        </Button>
        {none && (
          <Button variant="light" loading={handing.busy} onClick={handing.run}>
            {t('orders.hand-over')}
          </Button>
        )}
        <Button disabled={none} loading={busy} onClick={() => onConfirm()}>
          {t('orders.confirm')}
        </Button>
      </div>
    </Stack>
  );
}
