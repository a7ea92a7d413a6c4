import { Button, Text, Title } from '@mantine/core';
import { useNavigate } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { readings } from '../query.ts';
import { shellTexts } from '../shell-texts.ts';
import { useText } from '../texts.ts';
import { signOut } from './identity.ts';
import { Mark } from './mark.tsx';
import { PasswordForm } from './password-form.tsx';
import classes from './sign-in.module.css';

/** All that is open to whoever signed in by a password that somebody else gave: choosing an own one. */
export default function OwnPassword({ onChosen }: { onChosen: () => void }): ReactNode {
  const t = useText(shellTexts);
  const navigate = useNavigate();
  const leave = async () => {
    await signOut();
    await navigate({ to: '/sign-in' });
    readings.clear();
  };
  return (
    <main className={classes.page}>
      <div className={classes.column}>
        <div className={classes.box}>
          <Mark className={classes.mark} />
          <Title order={1}>{t('web.own-password')}</Title>
          <Text c="dimmed" size="sm" mt={4} mb="md">
            {t('web.own-password.hint')}
          </Text>
          <PasswordForm
            alone
            current={t('web.own-password.given')}
            submit={t('web.own-password.choose')}
            onChanged={onChosen}
          />
          <Button variant="subtle" color="gray" size="compact-sm" mt="sm" onClick={() => void leave()}>
            {t('web.sign-out')}
          </Button>
        </div>
      </div>
    </main>
  );
}
