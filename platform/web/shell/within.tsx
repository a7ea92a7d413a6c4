import { IconLock } from '@tabler/icons-react';
import { type ReactNode, Suspense } from 'react';
import { Awaiting } from '../awaiting.tsx';
import { EmptyState } from '../empty-state.tsx';
import { missingOf, useMe } from '../me.ts';
import type { Screen } from '../screen.ts';
import { shellTexts } from '../shell-texts.ts';
import { useSay, useText } from '../texts.ts';

const loading = { error: null, refetch: () => undefined };

/** Shows a screen to whom the mandate grants it; to anybody else, which clause would be needed. */
export function Within({ screen, children }: { screen: Screen; children: ReactNode }): ReactNode {
  const t = useText(shellTexts);
  const say = useSay();
  const missing = missingOf(useMe(), screen.permit);
  if (missing) {
    const permit = say(`permit.${missing}`);
    return <EmptyState icon={IconLock} title={t('web.not-mine.title')} hint={t('web.not-mine', { permit })} />;
  }
  return (
    <Suspense fallback={<Awaiting read={loading} like={screen.path.includes(':') ? 'card' : 'list'} />}>
      {children}
    </Suspense>
  );
}
