import { Button, Text, Title } from '@mantine/core';
import type { ReactNode } from 'react';
import { useGo, useSearch } from '../address.ts';
import { chooseScreenLanguage, useLanguage } from '../language.ts';
import { readings } from '../query.ts';
import { shellTexts } from '../shell-texts.ts';
import { useText } from '../texts.ts';
import { Mark } from './mark.tsx';
import classes from './sign-in.module.css';
import { SignInSteps } from './sign-in-steps.tsx';

/** Sign-in: e-mail and password, then a code where the person has one; leads back to the address that was wanted. */
export default function SignInPage(): ReactNode {
  const t = useText(shellTexts);
  const [search] = useSearch();
  const go = useGo();
  const language = useLanguage();
  const enter = () => {
    readings.clear();
    const back = search.back?.startsWith('/') && !search.back.startsWith('//') ? search.back : '/';
    go(back, { replace: true });
  };
  return (
    <main className={classes.page}>
      <div className={classes.column}>
        <div className={classes.box}>
          <Mark className={classes.mark} />
          <Title order={1}>{t('web.sign-in.title')}</Title>
          <Text c="dimmed" size="sm" mt={4} mb="md">
            {t('web.sign-in.hint')}
          </Text>
          <SignInSteps onDone={enter} />
          <Text c="dimmed" size="xs" mt="md">
            {t('web.sign-in.help')}
          </Text>
        </div>
        <div className={classes.languages}>
          {(['en', 'ru'] as const).map((each) => (
            <Button
              key={each}
              variant="subtle"
              size="compact-sm"
              color="gray"
              aria-pressed={each === language}
              fw={each === language ? 650 : 400}
              onClick={() => void chooseScreenLanguage(each)}
            >
              {each === 'en' ? 'English' : 'Русский'}
            </Button>
          ))}
        </div>
      </div>
    </main>
  );
}
