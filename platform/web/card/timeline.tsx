import { Button } from '@mantine/core';
import { IconPoint } from '@tabler/icons-react';
import { Fragment, type ReactNode } from 'react';
import { useFormat } from '../format.ts';
import { Go } from '../go.tsx';
import type { Icon } from '../screen.ts';
import { shellTexts } from '../shell-texts.ts';
import { useText } from '../texts.ts';
import type { Tone } from '../tone.ts';
import classes from './timeline.module.css';

export type TimelineEntry = {
  readonly key: string;
  /** Instant, ISO 8601. */
  readonly at: string;
  /** Only the day is known: no hour is shown. */
  readonly onDay?: boolean;
  readonly what: ReactNode;
  readonly who?: string | null;
  readonly detail?: ReactNode;
  readonly icon?: Icon;
  readonly tone?: Tone;
  readonly href?: string | null;
};
type TimelineProps = {
  /** Newest first. */
  readonly entries: readonly TimelineEntry[];
  readonly onMore?: (() => void) | undefined;
  readonly loadingMore?: boolean;
};

/** All that happened, newest first, by days. */
export function Timeline({ entries, onMore, loadingMore }: TimelineProps): ReactNode {
  const t = useText(shellTexts);
  const format = useFormat();
  const dayOf = (entry: TimelineEntry | undefined) =>
    entry &&
    format
      .dateTime(entry.at)
      .replace(format.time(entry.at), '')
      .replace(/[,\s]+$/, '');
  return (
    <>
      <ol className={classes.line}>
        {entries.map((entry, index) => {
          const Icon = entry.icon ?? IconPoint;
          const day = dayOf(entry);
          return (
            <Fragment key={entry.key}>
              {day !== dayOf(entries[index - 1]) && (
                <li className={classes.day} aria-hidden>
                  {day}
                </li>
              )}
              <li className={classes.entry} data-tone={entry.tone ?? 'neutral'}>
                <span className={classes.icon} aria-hidden>
                  <Icon size={14} stroke={1.8} />
                </span>
                <div>
                  <div className={classes.what}>{entry.href ? <Go to={entry.href}>{entry.what}</Go> : entry.what}</div>
                  {entry.detail && <div className={classes.what}>{entry.detail}</div>}
                  <div className={classes.when}>
                    {!entry.onDay && (
                      <time dateTime={entry.at} title={format.dateTime(entry.at)}>
                        {format.time(entry.at)}
                      </time>
                    )}
                    {entry.who && (entry.onDay ? entry.who : ` · ${entry.who}`)}
                  </div>
                </div>
              </li>
            </Fragment>
          );
        })}
      </ol>
      {onMore && (
        <Button variant="subtle" size="compact-sm" loading={loadingMore ?? false} onClick={onMore}>
          {t('web.earlier')}
        </Button>
      )}
    </>
  );
}
