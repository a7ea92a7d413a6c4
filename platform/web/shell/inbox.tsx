import { ActionIcon, Button, Popover, Tooltip } from '@mantine/core';
import { IconBell, IconClockPause } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { notifications, readNotifications, snoozeNotification } from '#platform/http/endpoints.ts';
import { EmptyState } from '../empty-state.tsx';
import { useFormat } from '../format.ts';
import { BareLink } from '../go.tsx';
import { useMe } from '../me.ts';
import { useAct, useRead } from '../query.ts';
import { shellTexts } from '../shell-texts.ts';
import { useSay, useText } from '../texts.ts';
import classes from './inbox.module.css';
import type { PopupProps } from './lazy-popup.tsx';

/** What the bell holds: requests, remarks, things due. Read by being opened, put off until tomorrow. */
export default function Inbox({ open, onOpen, anchor }: PopupProps): ReactNode {
  const t = useText(shellTexts);
  const { data } = useRead(notifications, { query: { limit: 50 } });
  const read = useAct(readNotifications, { invalidates: [notifications] });
  const unread = data?.unread ?? 0;
  return (
    <Popover opened={open} onChange={onOpen} position="bottom-end" width={400} withinPortal trapFocus returnFocus>
      <Popover.Target>{anchor}</Popover.Target>
      <Popover.Dropdown aria-label={t('web.inbox')} p={0} maw="calc(100vw - 1rem)">
        <div className={classes.head}>
          {t('web.inbox')}
          {unread > 0 && (
            <Button variant="subtle" size="compact-xs" loading={read.isPending} onClick={() => read.act({ body: {} })}>
              {t('web.inbox.read-all')}
            </Button>
          )}
        </div>
        {data && data.items.length > 0 ? (
          <ul className={classes.items}>
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
          <EmptyState title={t('web.inbox.empty')} hint={t('web.inbox.empty.hint')} icon={IconBell} />
        )}
      </Popover.Dropdown>
    </Popover>
  );
}

type Item = {
  readonly id: string;
  readonly kind: string;
  readonly params: Readonly<Record<string, unknown>>;
  readonly href: string | null;
  readonly createdAt: string;
  readonly readAt: string | null;
};

function InboxItem({ item, onOpen }: { item: Item; onOpen: () => void }): ReactNode {
  const t = useText(shellTexts);
  const say = useSay();
  const format = useFormat();
  const { company } = useMe();
  const snooze = useAct(snoozeNotification, { invalidates: [notifications] });
  const what = say(`notification.${item.kind}`, item.params, t('web.inbox.other'));
  return (
    <li className={classes.item} data-unread={item.readAt === null || undefined}>
      <span className={classes.dot} />
      <div>
        {item.href ? (
          <BareLink to={item.href} className={classes.what} onClick={onOpen}>
            {what}
          </BareLink>
        ) : (
          <span className={classes.what}>{what}</span>
        )}
        <div className={classes.when}>{format.dateTime(item.createdAt)}</div>
      </div>
      <Tooltip label={t('web.inbox.snooze')}>
        <ActionIcon
          size={26}
          aria-label={t('web.inbox.snooze')}
          loading={snooze.isPending}
          onClick={() => snooze.act({ params: { id: item.id }, body: { until: tomorrowMorning(company.timeZone) } })}
        >
          <IconClockPause size={16} stroke={1.6} />
        </ActionIcon>
      </Tooltip>
    </li>
  );
}

/** Eight o'clock of the next day where the company is. */
function tomorrowMorning(timeZone: string): string {
  const day = Temporal.Now.plainDateISO(timeZone).add({ days: 1 });
  return day.toZonedDateTime({ timeZone, plainTime: '08:00' }).toInstant().toString();
}
