import { Button, Popover } from '@mantine/core';
import { IconBell, IconClockPause } from '@tabler/icons-react';
import { type ReactNode, useRef, useState } from 'react';
import { notifications, readNotifications } from '#platform/notifications/endpoints.ts';
import { LinesSkeleton } from '../awaiting.tsx';
import { EmptyState } from '../empty-state.tsx';
import { Go } from '../go.tsx';
import { useKeys } from '../keys.ts';
import { useAct, useRead } from '../query.ts';
import { shellTexts } from '../shell-texts.ts';
import { useText } from '../texts.ts';
import classes from './inbox.module.css';
import { InboxItem } from './inbox-item.tsx';
import type { PopupProps } from './lazy-popup.tsx';

/** What the bell holds: requests, remarks, things due. Read by being opened, put off until they come back by themselves. */
export default function Inbox({ open, onOpen, anchor }: PopupProps): ReactNode {
  const t = useText(shellTexts);
  const [away, setAway] = useState(false);
  const { data } = useRead(
    notifications,
    { query: { limit: 50, ...(away && { snoozed: true }) } },
    { everyMs: 60_000, keep: true },
  );
  const read = useAct(readNotifications, { invalidates: [notifications] });
  const unread = data?.unread ?? 0;
  const snoozed = data?.snoozed ?? 0;
  const items = useRef<HTMLUListElement>(null);
  useInboxKeys(open, items);
  return (
    <Popover opened={open} onChange={onOpen} position="bottom-end" width={400} withinPortal trapFocus returnFocus>
      <Popover.Target>{anchor}</Popover.Target>
      <Popover.Dropdown aria-label={t('web.inbox')} p={0} maw="calc(100vw - 1rem)">
        <div className={classes.head}>
          {t(away ? 'web.inbox.snoozed' : 'web.inbox')}
          <span>
            {(snoozed > 0 || away) && (
              <Button variant="subtle" size="compact-xs" onClick={() => setAway(!away)}>
                {away ? t('web.inbox.back') : t('web.inbox.snoozed-count', { count: snoozed })}
              </Button>
            )}
            {unread > 0 && !away && (
              <Button
                variant="subtle"
                size="compact-xs"
                loading={read.isPending}
                onClick={() => read.act({ body: {} })}
              >
                {t('web.inbox.read-all')}
              </Button>
            )}
          </span>
        </div>
        {!data ? (
          <div style={{ padding: '0.75rem' }}>
            <LinesSkeleton lines={4} height={16} />
          </div>
        ) : data.items.length > 0 ? (
          <ul className={classes.items} ref={items}>
            {data.items.map((item) => (
              <InboxItem
                key={item.id}
                item={item}
                onOpen={() => {
                  if (item.readAt === null) read.act({ body: { ids: [item.id] } });
                  if (item.href) onOpen(false);
                }}
              />
            ))}
          </ul>
        ) : (
          <EmptyState
            title={t(away ? 'web.inbox.none-snoozed' : 'web.inbox.empty')}
            hint={t(away ? 'web.inbox.none-snoozed.hint' : 'web.inbox.empty.hint')}
            icon={away ? IconClockPause : IconBell}
          />
        )}
        <div className={classes.foot}>
          <Go to="/me#digest" size="xs" onClick={() => onOpen(false)}>
            {t('web.digest')}
          </Go>
        </div>
      </Popover.Dropdown>
    </Popover>
  );
}

/** `j` and `k` move, `s` puts the item off on which the focus stands; Enter opens it, as on any link. */
function useInboxKeys(open: boolean, items: { readonly current: HTMLUListElement | null }): void {
  const t = useText(shellTexts);
  const rows = () => [...(items.current?.children ?? [])];
  const at = () => rows().findIndex((row) => row.contains(document.activeElement));
  const move = (by: number) => {
    const all = rows();
    const next = all[Math.max(0, Math.min(all.length - 1, at() + by))];
    next?.querySelector<HTMLElement>('[data-what]')?.focus();
  };
  const snooze = () => rows()[Math.max(0, at())]?.querySelector<HTMLElement>('[data-snooze]')?.click();
  useKeys(
    open
      ? [
          { keys: 'j', label: t('web.list.keys.next'), run: () => move(1) },
          { keys: 'k', label: t('web.list.keys.previous'), run: () => move(-1) },
          { keys: 'ArrowDown', run: () => move(1) },
          { keys: 'ArrowUp', run: () => move(-1) },
          { keys: 's', label: t('web.inbox.snooze'), run: snooze },
        ]
      : [],
    { inDialog: true },
  );
}
