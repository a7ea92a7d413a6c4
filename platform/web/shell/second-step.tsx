import { Button, Code, Group, PasswordInput, Stack, Text, TextInput } from '@mantine/core';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { QRCodeSVG } from 'qrcode.react';
import { type FormEvent, type ReactNode, useState } from 'react';
import { StatusBadge } from '../figures/status-badge.tsx';
import { notify } from '../notify.ts';
import { Panel } from '../panel.tsx';
import { shellTexts } from '../shell-texts.ts';
import { useText } from '../texts.ts';
import { hasSecondStep, post, verifyCode } from './identity.ts';

type Begun = { readonly uri: string; readonly codes: readonly string[] };

/** The second step of signing in: on and off by password, proven by a first code. */
export function SecondStep(): ReactNode {
  const t = useText(shellTexts);
  const cache = useQueryClient();
  const on = useQuery({ queryKey: ['identity', 'second-step'], queryFn: hasSecondStep });
  const [begun, setBegun] = useState<Begun | null>(null);
  const again = () => void cache.invalidateQueries({ queryKey: ['identity'] });
  const turn = async (password: string): Promise<string | null> => {
    const { status, body } = await post(on.data ? '/two-factor/disable' : '/two-factor/enable', { password });
    if (status === 0) return t('web.offline');
    if (status >= 400) return t('web.password.wrong');
    if (on.data) again();
    else setBegun({ uri: String(body.totpURI), codes: (body.backupCodes as string[] | undefined) ?? [] });
    return null;
  };
  const badge = on.data !== undefined && (
    <StatusBadge tone={on.data ? 'good' : 'neutral'} label={t(on.data ? 'web.second.on' : 'web.second.off')} />
  );
  return (
    <Panel title={t('web.sign-in.code.title')} hint={t('web.second.hint')} actions={badge}>
      {begun ? (
        <Prove
          begun={begun}
          onProven={() => {
            setBegun(null);
            again();
            notify('good', t('web.second.on'));
          }}
        />
      ) : (
        on.data !== undefined && (
          <ByPassword label={t(on.data ? 'web.second.turn-off' : 'web.second.turn-on')} onTurn={turn} />
        )
      )}
    </Panel>
  );
}

function ByPassword({
  label,
  onTurn,
}: {
  label: string;
  onTurn: (password: string) => Promise<string | null>;
}): ReactNode {
  const t = useText(shellTexts);
  const [password, setPassword] = useState('');
  const [fault, setFault] = useState<string | null>(null);
  const submit = async (event: FormEvent) => {
    event.preventDefault();
    setFault(await onTurn(password));
    setPassword('');
  };
  return (
    <form onSubmit={(event) => void submit(event)}>
      <Stack gap="sm" maw={360}>
        <PasswordInput
          label={t('web.password.current')}
          autoComplete="current-password"
          required
          withAsterisk={false}
          value={password}
          error={fault}
          onChange={(event) => setPassword(event.currentTarget.value)}
        />
        <Group>
          <Button type="submit" variant="default">
            {label}
          </Button>
        </Group>
      </Stack>
    </form>
  );
}

function Prove({ begun, onProven }: { begun: Begun; onProven: () => void }): ReactNode {
  const t = useText(shellTexts);
  const [code, setCode] = useState('');
  const [wrong, setWrong] = useState(false);
  const secret = URL.parse(begun.uri)?.searchParams.get('secret') ?? '';
  const submit = async (event: FormEvent) => {
    event.preventDefault();
    if ((await verifyCode(code.replace(/\s/g, ''), false)) === 'done') onProven();
    else setWrong(true);
  };
  return (
    <form onSubmit={(event) => void submit(event)}>
      <Stack gap="sm">
        <Text size="sm">{t('web.second.scan')}</Text>
        {/* Dark on light with a light border in either theme: phones do not read it the other way round. */}
        <QRCodeSVG
          value={begun.uri}
          size={200}
          marginSize={4}
          bgColor="#fff"
          fgColor="#000"
          title={t('web.second.picture')}
        />
        <Text size="sm">{t('web.second.enter-key')}</Text>
        <Group>
          <Code fz="md">{secret.replace(/(.{4})/g, '$1 ').trim()}</Code>
          <Button component="a" href={begun.uri} variant="subtle" size="compact-sm">
            {t('web.second.open-app')}
          </Button>
        </Group>
        <Text size="sm">{t('web.second.backup')}</Text>
        <Code block>{begun.codes.join('\n')}</Code>
        <TextInput
          maw={360}
          label={t('web.sign-in.code')}
          inputMode="numeric"
          autoComplete="one-time-code"
          required
          withAsterisk={false}
          value={code}
          error={wrong && t('web.sign-in.code.wrong')}
          onChange={(event) => setCode(event.currentTarget.value)}
        />
        <Group>
          <Button type="submit">{t('web.second.turn-on')}</Button>
        </Group>
      </Stack>
    </form>
  );
}
