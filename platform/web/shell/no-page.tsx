import { IconMapOff } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { EmptyState } from '../empty-state.tsx';
import { Go } from '../go.tsx';
import { shellTexts } from '../shell-texts.ts';
import { useText } from '../texts.ts';

/** An address that leads nowhere. */
export function NoPage(): ReactNode {
  const t = useText(shellTexts);
  return (
    <EmptyState
      icon={IconMapOff}
      title={t('web.no-page.title')}
      hint={t('web.no-page')}
      action={<Go to="/">{t('web.no-page.go')}</Go>}
    />
  );
}
