import { UnstyledButton } from '@mantine/core';
import { lazy, type ReactNode, Suspense, useState } from 'react';
import { useMe } from '../me.ts';
import { shellTexts } from '../shell-texts.ts';
import { useText } from '../texts.ts';
import classes from './me-menu.module.css';

const MeMenu = lazy(() => import('./me-menu.tsx'));

/** My initials; the menu behind them comes with the first touch. */
export function MeButton(): ReactNode {
  const t = useText(shellTexts);
  const { employee } = useMe();
  const [touched, setTouched] = useState(false);
  const [open, setOpen] = useState(false);
  const touch = () => setTouched(true);
  const face = (
    <UnstyledButton
      className={classes.face}
      aria-label={`${t('web.me')}: ${employee.name}`}
      aria-haspopup="menu"
      aria-expanded={open}
      onPointerEnter={touch}
      onFocus={touch}
      onClick={() => {
        touch();
        setOpen(!open);
      }}
    >
      {initials(employee.name)}
    </UnstyledButton>
  );
  if (!touched) return face;
  return (
    <Suspense fallback={face}>
      <MeMenu open={open} onOpen={setOpen}>
        {face}
      </MeMenu>
    </Suspense>
  );
}

function initials(name: string): string {
  const words = name.split(/\s+/).filter(Boolean);
  return [words[0], words.length > 1 ? words.at(-1) : ''].map((word) => word?.[0]?.toUpperCase() ?? '').join('');
}
