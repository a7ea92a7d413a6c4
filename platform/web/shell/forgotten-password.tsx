import { Button, Stack, Text, TextInput } from '@mantine/core';
import { type FormEvent, type ReactNode, useState } from 'react';
import { Go } from '../go.tsx';
import { shellTexts } from '../shell-texts.ts';
import { useText } from '../texts.ts';
import { askForLink } from './identity.ts';
import { Outside } from './outside.tsx';

/** Asks for a letter with a link to a new password. Nobody learns here whether an address is known. */
export default function ForgottenPasswordPage(): ReactNode {
  const t = useText(shellTexts);
  const [email, setEmail] = useState('');
  const [asked, setAsked] = useState(false);
  const [fault, setFault] = useState<string | null>(null);
  const [busy, setBusy] = useState(false);
  const ask = async (event: FormEvent) => {
    event.preventDefault();
    setBusy(true);
    const said = await askForLink(email.trim());
    setBusy(false);
    if (said === 'done') setAsked(true);
    else setFault(t(faults[said]));
  };
  return (
    <Outside title={t('web.forgotten.title')} hint={t('web.forgotten.hint')}>
      {asked ? (
        <Text role="status">{t('web.forgotten.asked', { email: email.trim() })}</Text>
      ) : (
        <form onSubmit={(event) => void ask(event)}>
          <Stack gap="md">
            <TextInput
              label={t('web.sign-in.email')}
              type="email"
              name="email"
              autoComplete="username"
              required
              withAsterisk={false}
              autoFocus
              size="md"
              value={email}
              error={fault}
              onChange={(event) => setEmail(event.currentTarget.value)}
            />
            <Button type="submit" size="md" fullWidth loading={busy}>
              {t('web.forgotten.ask')}
            </Button>
          </Stack>
        </form>
      )}
      <Text size="sm" mt="md">
        <Go to="/sign-in">{t('web.forgotten.back')}</Go>
      </Text>
    </Outside>
  );
}

const faults = { wrong: 'web.forgotten.wrong', 'too-many': 'web.forgotten.too-many', offline: 'web.offline' } as const;
