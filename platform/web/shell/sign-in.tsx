import { Button, Checkbox, PasswordInput, Stack, Text, TextInput, Title } from '@mantine/core';
import { type FormEvent, type ReactNode, useState } from 'react';
import { useGo, useSearch } from '../address.ts';
import { chooseScreenLanguage, useLanguage } from '../language.ts';
import { readings } from '../query.ts';
import { shellTexts } from '../shell-texts.ts';
import { useText } from '../texts.ts';
import { type SignedIn, signIn, verifyCode } from './identity.ts';
import { Mark } from './mark.tsx';
import classes from './sign-in.module.css';

/** Sign-in: e-mail and password, then a code where the person has one; leads back to the address that was wanted. */
export default function SignInPage(): ReactNode {
  const [step, setStep] = useState<'password' | 'code'>('password');
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
          {step === 'password' ? (
            <PasswordStep onDone={enter} onSecond={() => setStep('code')} />
          ) : (
            <CodeStep onDone={enter} onBack={() => setStep('password')} />
          )}
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

const faults = { wrong: 'web.sign-in.wrong', 'too-many': 'web.sign-in.too-many', offline: 'web.offline' } as const;
type Fault = keyof typeof faults;

function PasswordStep({ onDone, onSecond }: { onDone: () => void; onSecond: () => void }): ReactNode {
  const t = useText(shellTexts);
  const [email, setEmail] = useState('');
  const [password, setPassword] = useState('');
  const [fault, setFault] = useState<Fault | null>(null);
  const { busy, run } = useStep(() => signIn(email.trim(), password), onDone, setFault, onSecond);
  return (
    <form onSubmit={run}>
      <Stack gap="md">
        <div>
          <Title order={1}>{t('web.sign-in.title')}</Title>
          <Text c="dimmed" size="sm" mt={4}>
            {t('web.sign-in.hint')}
          </Text>
        </div>
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
          onChange={(event) => setEmail(event.currentTarget.value)}
        />
        <PasswordInput
          label={t('web.sign-in.password')}
          name="password"
          autoComplete="current-password"
          required
          withAsterisk={false}
          size="md"
          value={password}
          error={fault && t(faults[fault])}
          onChange={(event) => setPassword(event.currentTarget.value)}
        />
        <Button type="submit" size="md" fullWidth loading={busy}>
          {t('web.sign-in')}
        </Button>
        <Text c="dimmed" size="xs">
          {t('web.sign-in.help')}
        </Text>
      </Stack>
    </form>
  );
}

function CodeStep({ onDone, onBack }: { onDone: () => void; onBack: () => void }): ReactNode {
  const t = useText(shellTexts);
  const [code, setCode] = useState('');
  const [trust, setTrust] = useState(false);
  const [fault, setFault] = useState<Fault | null>(null);
  const { busy, run } = useStep(() => verifyCode(code.replace(/\s/g, ''), trust), onDone, setFault);
  return (
    <form onSubmit={run}>
      <Stack gap="md">
        <Title order={1}>{t('web.sign-in.code.title')}</Title>
        <TextInput
          label={t('web.sign-in.code')}
          description={t('web.sign-in.code.hint')}
          inputMode="numeric"
          autoComplete="one-time-code"
          required
          withAsterisk={false}
          autoFocus
          size="md"
          value={code}
          error={fault && t(fault === 'wrong' ? 'web.sign-in.code.wrong' : faults[fault])}
          onChange={(event) => setCode(event.currentTarget.value)}
        />
        <Checkbox
          label={t('web.sign-in.trust')}
          checked={trust}
          onChange={(event) => setTrust(event.currentTarget.checked)}
        />
        <Button type="submit" size="md" fullWidth loading={busy}>
          {t('web.sign-in')}
        </Button>
        <Button variant="subtle" size="compact-sm" color="gray" onClick={onBack}>
          {t('web.sign-in.back')}
        </Button>
      </Stack>
    </form>
  );
}

function useStep(
  attempt: () => Promise<SignedIn>,
  onDone: () => void,
  onFault: (fault: Fault | null) => void,
  onSecond?: () => void,
) {
  const [busy, setBusy] = useState(false);
  const run = async (event: FormEvent) => {
    event.preventDefault();
    setBusy(true);
    const said = await attempt();
    setBusy(false);
    if (said === 'done') onDone();
    else if (said === 'second-step') onSecond?.();
    else onFault(said);
  };
  return { busy, run: (event: FormEvent) => void run(event) };
}
