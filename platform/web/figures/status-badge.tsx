import type { ReactNode } from 'react';
import type { Icon } from '../screen.ts';
import { type Tone, toneIcons } from '../tone.ts';
import classes from './status-badge.module.css';

/** A state as a word with a colour and an icon; the icon is the tone's own unless another is given. */
export function StatusBadge({ tone, label, icon }: { tone: Tone; label: string; icon?: Icon }): ReactNode {
  const Icon = icon ?? toneIcons[tone];
  return (
    <span className={classes.badge} data-tone={tone}>
      <Icon size={13} stroke={2} />
      <span className="clip">{label}</span>
    </span>
  );
}
