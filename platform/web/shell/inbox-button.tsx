import { ActionIcon } from '@mantine/core';
import { IconBell } from '@tabler/icons-react';
import { lazy, type ReactNode, Suspense, useState } from 'react';
import { notifications } from '#platform/http/endpoints.ts';
import { useRead } from '../query.ts';
import { shellTexts } from '../shell-texts.ts';
import { useText } from '../texts.ts';
import classes from './inbox.module.css';

const Inbox = lazy(() => import('./inbox.tsx'));

/** The bell with the number of what is unread; what it opens comes with the first touch. */
export function InboxButton(): ReactNode {
  const [touched, setTouched] = useState(false);
  const [open, setOpen] = useState(false);
  const bell = <Bell open={open} onTouch={() => setTouched(true)} onClick={() => setOpen(!open)} />;
  if (!touched) return bell;
  return (
    <Suspense fallback={bell}>
      <Inbox open={open} onOpen={setOpen}>
        {bell}
      </Inbox>
    </Suspense>
  );
}

function Bell({ open, onTouch, onClick }: { open: boolean; onTouch: () => void; onClick: () => void }): ReactNode {
  const t = useText(shellTexts);
  const { data } = useRead(notifications, { query: { limit: 50 } }, { everyMs: 60_000 });
  const unread = data?.unread ?? 0;
  return (
    <ActionIcon
      size={34}
      className={classes.bell ?? ''}
      title={t('web.inbox')}
      aria-label={t('web.inbox.unread', { count: unread })}
      aria-expanded={open}
      onPointerEnter={onTouch}
      onFocus={onTouch}
      onClick={() => {
        onTouch();
        onClick();
      }}
    >
      <IconBell size={19} stroke={1.6} />
      {unread > 0 && <span className={classes.count}>{unread > 99 ? '99+' : unread}</span>}
    </ActionIcon>
  );
}
