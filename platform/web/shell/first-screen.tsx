import { IconFileDescription } from '@tabler/icons-react';
import { Navigate } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { EmptyState } from '../empty-state.tsx';
import { useGroups } from '../screens-context.ts';
import { shellTexts } from '../shell-texts.ts';
import { useText } from '../texts.ts';

/** The first screen is the first that the mandate contains: Today, for whoever has work. */
export function FirstScreen(): ReactNode {
  const t = useText(shellTexts);
  const first = useGroups()[0]?.screens[0];
  if (first) return <Navigate to={first.path} replace />;
  return <EmptyState icon={IconFileDescription} title={t('web.no-mandate.title')} hint={t('web.no-mandate')} />;
}
