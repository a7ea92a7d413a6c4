import { Button } from '@mantine/core';
import type { ReactNode } from 'react';
import { EmptyState } from '../empty-state.tsx';
import { Problem } from '../problem.ts';
import { ProblemView } from '../problem-view.tsx';
import { shellTexts } from '../shell-texts.ts';
import { useText } from '../texts.ts';

/** A page that broke: what was typed as a draft is kept, the rest of the application goes on. */
export function Crashed({ error }: { error: unknown }): ReactNode {
  const t = useText(shellTexts);
  if (error instanceof Problem) return <ProblemView problem={error} onRetry={() => location.reload()} />;
  return (
    <EmptyState
      title={t('web.crashed.title')}
      hint={t('web.crashed')}
      action={<Button onClick={() => location.reload()}>{t('web.reload')}</Button>}
    />
  );
}
