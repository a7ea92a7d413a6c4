import type { ReactNode } from 'react';
import type { EndpointReply } from '#kernel/endpoint.ts';
import type { notifications } from '#platform/notifications/endpoints.ts';
import { useFormat } from '../format.ts';
import { BareLink } from '../go.tsx';
import { shellTexts } from '../shell-texts.ts';
import { useSay, useText } from '../texts.ts';
import classes from './inbox.module.css';
import { Snooze } from './snooze.tsx';

type Item = EndpointReply<typeof notifications>['items'][number];

/** One thing that happened, in words; a link to where it is dealt with. */
export function InboxItem({ item, onOpen }: { item: Item; onOpen: () => void }): ReactNode {
  const t = useText(shellTexts);
  const say = useSay();
  const format = useFormat();
  const what = say(`notification.${item.kind}`, item.params, t('web.inbox.other'));
  const away = item.snoozedUntil !== null && Date.parse(item.snoozedUntil) > Date.now();
  return (
    <li className={classes.item} data-unread={(item.readAt === null && !away) || undefined}>
      <span className={classes.dot} />
      <div>
        {item.href ? (
          <BareLink to={item.href} className={classes.what} onClick={onOpen} data-what>
            {what}
          </BareLink>
        ) : (
          <button type="button" className={classes.what} onClick={onOpen} data-what>
            {what}
          </button>
        )}
        <div className={classes.when}>
          {away && item.snoozedUntil
            ? t('web.inbox.until', { when: format.dateTime(item.snoozedUntil) })
            : format.dateTime(item.createdAt)}
        </div>
      </div>
      <Snooze id={item.id} away={away} what={what} />
    </li>
  );
}
