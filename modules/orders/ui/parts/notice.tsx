import type { ReactNode } from 'react';
import { type Tone, toneIcons } from '#platform/web/tone.ts';
import classes from './order-notice.module.css';

/** What a person must know before acting on an order. */
export function Notice({ tone, title, children }: { tone: Tone; title: string; children?: ReactNode }): ReactNode {
  const Icon = toneIcons[tone];
  return (
    <div className={classes.notice} data-tone={tone} role="status">
      <span className={classes.icon} aria-hidden>
        <Icon size={18} />
      </span>
      <div>
        <div className={classes.title}>{title}</div>
        {children}
      </div>
    </div>
  );
}
