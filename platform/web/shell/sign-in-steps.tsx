import { Button, Checkbox, PasswordInput, Stack, TextInput, Title } from '@mantine/core';
import { type FormEvent, type ReactNode, useState } from 'react';
import { shellTexts } from '../shell-texts.ts';
import { useText } from '../texts.ts';
import { type SignedIn, signIn, verifyCode } from './identity.ts';

type StepsProps = {
  /** Only as this person, by e-mail. */
  readonly as?: string;
  readonly onDone: () => void;
};

/** E-mail and password, then a code where the person has a second step. */
export function SignInSteps({ as, onDone }: StepsProps): ReactNode {
  const [step, setStep] = useState<'password' | 'code'>('password');
  if (step === 'code') return <CodeStep onDone={onDone} onBack={() => setStep('password')} />;
  return <PasswordStep as={as} onDone={onDone} onSecond={() => setStep('code')} />;
}

const faults = { wrong: 'web.sign-in.wrong', 'too-many': 'web.sign-in.too-many', offline: 'web.offline' } as const;
type Fault = keyof typeof faults;

function PasswordStep({
  as,
  onDone,
  onSecond,
}: {
  as: string | undefined;
  onDone: () => void;
  onSecond: () => void;
}): ReactNode {
  const t = useText(shellTexts);
  const [email, setEmail] = useState(as ?? '');
  const [password, setPassword] = useState('');
  const [fault, setFault] = useState<Fault | null>(null);
  const { busy, run } = useStep(() => signIn(email.trim(), password), onDone, setFault, onSecond);
  return (
    <form onSubmit={run}>
      <Stack gap="md">
        <TextInput
          label={t('web.sign-in.email')}
          type="email"
          name="email"
          autoComplete="username"
          required
          withAsterisk={false}
          autoFocus={!as}
          readOnly={as !== undefined}
          size="md"
          value={email}
          onChange={(event) => setEmail(event.currentTarget.value)}
        />
        <PasswordInput
          label={t('web.sign-in.password')}
          name="password"
          autoComplete="current-password"
          autoFocus={as !== undefined}
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
        <Title order={2}>{t('web.sign-in.code.title')}</Title>
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
