import { Stack } from '@mantine/core';
import type { ReactNode } from 'react';
import { Page } from '../page.tsx';
import { shellTexts } from '../shell-texts.ts';
import { useText } from '../texts.ts';
import { ApiKeys } from './api-keys.tsx';
import { ChangePassword } from './change-password.tsx';
import { DigestChoice } from './digest.tsx';
import { SecondStep } from './second-step.tsx';

/** How I sign in: password, second step, keys for programs; and what I am told by mail. */
export default function MySignInPage(): ReactNode {
  const t = useText(shellTexts);
  return (
    <Page title={t('web.me.settings')}>
      <Stack gap="lg" maw={720}>
        <ChangePassword />
        <SecondStep />
        <DigestChoice />
        <ApiKeys />
      </Stack>
    </Page>
  );
}
