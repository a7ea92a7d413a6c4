import { IconArrowsExchange } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { useFormat } from '../format.ts';
import { useMe } from '../me.ts';
import { shellTexts } from '../shell-texts.ts';
import { useText } from '../texts.ts';
import classes from './frame.module.css';

/** Whoever acts in another's place sees it on every page. */
export function ActingFor(): ReactNode {
  const t = useText(shellTexts);
  const format = useFormat();
  const { substituting } = useMe();
  if (substituting.length === 0) return null;
  const names = substituting
    .map(({ name, until }) => t('web.acting-until', { name, until: format.date(until) }))
    .join(', ');
  return (
    <div className={classes.banner} data-tone="warning" role="status">
      <IconArrowsExchange size={18} aria-hidden style={{ flex: 'none' }} />
      <span>{t('web.acting-for', { names })}</span>
    </div>
  );
}
