import { Text } from '@mantine/core';
import { type ReactNode, useEffect, useState } from 'react';
import { useGo, useSearch } from '../address.ts';
import { Go } from '../go.tsx';
import { readings } from '../query.ts';
import { shellTexts } from '../shell-texts.ts';
import { useText } from '../texts.ts';
import { resetsByMail } from './identity.ts';
import { Outside } from './outside.tsx';
import { SignInSteps } from './sign-in-steps.tsx';

/** Sign-in: e-mail and password, then a code where the person has one; leads back to the address that was wanted. */
export default function SignInPage(): ReactNode {
  const t = useText(shellTexts);
  const [search] = useSearch();
  const go = useGo();
  const [byMail, setByMail] = useState(false);
  useEffect(() => {
    void resetsByMail().then(setByMail);
  }, []);
  const enter = () => {
    readings.clear();
    const back = search.back?.startsWith('/') && !search.back.startsWith('//') ? search.back : '/';
    go(back, { replace: true });
  };
  return (
    <Outside title={t('web.sign-in.title')} hint={t('web.sign-in.hint')}>
      <SignInSteps onDone={enter} />
      {byMail && (
        <Text size="sm" mt="md">
          <Go to="/forgotten-password">{t('web.forgotten')}</Go>
        </Text>
      )}
      <Text c="dimmed" size="xs" mt="md">
        {t(byMail ? 'web.sign-in.help-account' : 'web.sign-in.help')}
      </Text>
    </Outside>
  );
}
