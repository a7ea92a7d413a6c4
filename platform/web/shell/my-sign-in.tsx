import type { ReactNode } from 'react';
import { Page } from '../page.tsx';
import { shellTexts } from '../shell-texts.ts';
import { useText } from '../texts.ts';

/** How I sign in: password, second step, API keys. */
export default function MySignInPage(): ReactNode {
  const t = useText(shellTexts);
  return <Page title={t('web.me.settings')}>{null}</Page>;
}
