import { ActionIcon } from '@mantine/core';
import { IconBell } from '@tabler/icons-react';
import { lazy, type ReactNode } from 'react';
import { notifications } from '#platform/notifications/endpoints.ts';
import { useRead } from '../query.ts';
import { shellTexts } from '../shell-texts.ts';
import { useText } from '../texts.ts';
import classes from './inbox.module.css';
import { LazyPopup } from './lazy-popup.tsx';

const Inbox = lazy(() => import('./inbox.tsx'));

/** The bell with the number of what is unread. */
export function InboxButton(): ReactNode {
  const t = useText(shellTexts);
  const { data } = useRead(notifications, { query: { limit: 50 } }, { everyMs: 60_000 });
  const unread = data?.unread ?? 0;
  return (
    <LazyPopup
      popup={Inbox}
      button={({ open, handlers }) => (
        <ActionIcon
          size={34}
          className={classes.bell ?? ''}
          title={t('web.inbox')}
          aria-label={t('web.inbox.unread', { count: unread })}
          aria-expanded={open}
          {...handlers}
        >
          <IconBell size={19} stroke={1.6} />
          {unread > 0 && <span className={classes.count}>{unread > 99 ? '99+' : unread}</span>}
        </ActionIcon>
      )}
    />
  );
}
