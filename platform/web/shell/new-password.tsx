import { Button, PasswordInput, Stack, Text } from '@mantine/core';
import { useLocation } from '@tanstack/react-router';
import { type FormEvent, type ReactNode, useState } from 'react';
import { Go } from '../go.tsx';
import { shellTexts } from '../shell-texts.ts';
import { useText } from '../texts.ts';
import { leastPasswordLength, resetPassword } from './identity.ts';
import { Outside } from './outside.tsx';

/** A new password in the place of the forgotten one, by the link of a letter: its token stands behind the #. */
export default function NewPasswordPage(): ReactNode {
  const t = useText(shellTexts);
  const { hash } = useLocation();
  const [next, setNext] = useState('');
  const [chosen, setChosen] = useState(false);
  const [fault, setFault] = useState<string | null>(null);
  const [busy, setBusy] = useState(false);
  const choose = async (event: FormEvent) => {
    event.preventDefault();
    if (next.length < leastPasswordLength) return setFault(t('web.password.short', { least: leastPasswordLength }));
    setBusy(true);
    const said = await resetPassword(hash, next);
    setBusy(false);
    if (said === 'done') setChosen(true);
    else setFault(t(faults[said]));
  };
  if (chosen)
    return (
      <Outside title={t('web.new-password.done')} hint={t('web.new-password.done-hint')}>
        <Go to="/sign-in">{t('web.sign-in')}</Go>
      </Outside>
    );
  return (
    <Outside title={t('web.new-password.title')} hint={t('web.new-password.hint')}>
      <form onSubmit={(event) => void choose(event)}>
        <Stack gap="md">
          <PasswordInput
            label={t('web.password.new')}
            description={t('web.password.short', { least: leastPasswordLength })}
            name="new-password"
            autoComplete="new-password"
            required
            withAsterisk={false}
            autoFocus
            size="md"
            value={next}
            error={fault}
            onChange={(event) => setNext(event.currentTarget.value)}
          />
          <Button type="submit" size="md" fullWidth loading={busy}>
            {t('web.own-password.choose')}
          </Button>
        </Stack>
      </form>
      <Text size="sm" mt="md">
        <Go to="/forgotten-password">{t('web.new-password.again')}</Go>
      </Text>
    </Outside>
  );
}

const faults = { wrong: 'web.new-password.stale', 'too-many': 'web.sign-in.too-many', offline: 'web.offline' } as const;
