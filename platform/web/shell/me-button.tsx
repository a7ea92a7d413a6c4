import { UnstyledButton } from '@mantine/core';
import { lazy, type ReactNode } from 'react';
import { useMe } from '../me.ts';
import { shellTexts } from '../shell-texts.ts';
import { useText } from '../texts.ts';
import { LazyPopup } from './lazy-popup.tsx';
import classes from './me-menu.module.css';

const MeMenu = lazy(() => import('./me-menu.tsx'));

/** My initials, and the menu behind them. */
export function MeButton(): ReactNode {
  const t = useText(shellTexts);
  const { employee } = useMe();
  return (
    <LazyPopup
      popup={MeMenu}
      button={({ open, handlers }) => (
        <UnstyledButton
          className={classes.face}
          aria-label={`${t('web.me')}: ${employee.name}`}
          aria-haspopup="menu"
          aria-expanded={open}
          {...handlers}
        >
          {initials(employee.name)}
        </UnstyledButton>
      )}
    />
  );
}

function initials(name: string): string {
  const words = name.split(/\s+/).filter(Boolean);
  return [words[0], words.length > 1 ? words.at(-1) : ''].map((word) => word?.[0]?.toUpperCase() ?? '').join('');
}
