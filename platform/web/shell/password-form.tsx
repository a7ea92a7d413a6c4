import { Button, Group, PasswordInput, Stack } from '@mantine/core';
import { type FormEvent, type ReactNode, useState } from 'react';
import { shellTexts } from '../shell-texts.ts';
import { useText } from '../texts.ts';
import { changePassword, leastPasswordLength } from './identity.ts';

type Fault = { readonly current?: string; readonly next?: string };
type PasswordFormProps = {
  /** What the password is called that stands now. */
  readonly current: string;
  readonly submit: string;
  /** The form is all that the page is for. */
  readonly alone?: boolean;
  readonly onChanged: () => void;
};

/** A new password in the place of the present one, which must be known. */
export function PasswordForm({ current, submit, alone = false, onChanged }: PasswordFormProps): ReactNode {
  const t = useText(shellTexts);
  const [present, setPresent] = useState('');
  const [next, setNext] = useState('');
  const [fault, setFault] = useState<Fault>({});
  const [busy, setBusy] = useState(false);
  const change = async (event: FormEvent) => {
    event.preventDefault();
    if (next.length < leastPasswordLength)
      return setFault({ next: t('web.password.short', { least: leastPasswordLength }) });
    if (next === present) return setFault({ next: t('web.password.same') });
    setBusy(true);
    const said = await changePassword(present, next);
    setBusy(false);
    if (said !== 'done') return setFault({ current: t(faults[said]) });
    setFault({});
    setPresent('');
    setNext('');
    onChanged();
  };
  const size = alone ? 'md' : 'sm';
  return (
    <form onSubmit={(event) => void change(event)}>
      <Stack gap={alone ? 'md' : 'sm'} maw={alone ? undefined : 360}>
        <PasswordInput
          label={current}
          name="current-password"
          autoComplete="current-password"
          autoFocus={alone}
          required
          withAsterisk={false}
          size={size}
          value={present}
          error={fault.current}
          onChange={(event) => setPresent(event.currentTarget.value)}
        />
        <PasswordInput
          label={t('web.password.new')}
          description={t('web.password.short', { least: leastPasswordLength })}
          name="new-password"
          autoComplete="new-password"
          required
          withAsterisk={false}
          size={size}
          value={next}
          error={fault.next}
          onChange={(event) => setNext(event.currentTarget.value)}
        />
        <Group grow={alone}>
          <Button type="submit" variant={alone ? 'filled' : 'default'} size={size} loading={busy}>
            {submit}
          </Button>
        </Group>
      </Stack>
    </form>
  );
}

const faults = { wrong: 'web.password.wrong', 'too-many': 'web.sign-in.too-many', offline: 'web.offline' } as const;
