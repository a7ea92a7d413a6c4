import { Button, Group, PasswordInput, Stack } from '@mantine/core';
import { type ReactNode, useState } from 'react';
import { notify } from '../notify.ts';
import { Panel } from '../panel.tsx';
import { shellTexts } from '../shell-texts.ts';
import { useText } from '../texts.ts';
import { post } from './identity.ts';

const leastLength = 10;

/** A new password ends every other session. */
export function ChangePassword(): ReactNode {
  const t = useText(shellTexts);
  const [current, setCurrent] = useState('');
  const [next, setNext] = useState('');
  const [fault, setFault] = useState<{ current?: string; next?: string }>({});
  const [busy, setBusy] = useState(false);
  const change = async () => {
    if (next.length < leastLength) return setFault({ next: t('web.password.short', { least: leastLength }) });
    setBusy(true);
    const { status } = await post('/change-password', {
      currentPassword: current,
      newPassword: next,
      revokeOtherSessions: true,
    });
    setBusy(false);
    if (status === 0) return setFault({ current: t('web.offline') });
    if (status === 429) return setFault({ current: t('web.sign-in.too-many') });
    if (status >= 400) return setFault({ current: t('web.password.wrong') });
    setFault({});
    setCurrent('');
    setNext('');
    notify('good', t('web.password.changed'));
  };
  return (
    <Panel title={t('web.password')} hint={t('web.password.hint')}>
      <form
        onSubmit={(event) => {
          event.preventDefault();
          void change();
        }}
      >
        <Stack gap="sm" maw={360}>
          <PasswordInput
            label={t('web.password.current')}
            autoComplete="current-password"
            required
            withAsterisk={false}
            value={current}
            error={fault.current}
            onChange={(event) => setCurrent(event.currentTarget.value)}
          />
          <PasswordInput
            label={t('web.password.new')}
            autoComplete="new-password"
            required
            withAsterisk={false}
            value={next}
            error={fault.next}
            onChange={(event) => setNext(event.currentTarget.value)}
          />
          <Group>
            <Button type="submit" variant="default" loading={busy}>
              {t('web.password.change')}
            </Button>
          </Group>
        </Stack>
      </form>
    </Panel>
  );
}
