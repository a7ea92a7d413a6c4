import { PasswordInput, Text } from '@mantine/core';
import { useForm } from '@mantine/form';
import { FormFrame } from '#platform/web/form/form-frame.tsx';
import { useAct } from '#platform/web/query.ts';
import { useText } from '#platform/web/texts.ts';
import { signAcknowledgement } from '../../endpoints-signatures.ts';
import { mandatesScreenTexts } from '../../texts-screens.ts';
import type { Version } from '../pages/version.tsx';

/** The employee signs that they have read the version: the password is entered again. */
export function SignForm({ version, onDone }: { version: Version; onDone: () => void }) {
  const t = useText(mandatesScreenTexts);
  const form = useForm({ initialValues: { credential: '' } });
  const sign = useAct(signAcknowledgement, { invalidates: ['mandates'], onDone });
  return (
    <FormFrame
      form={form}
      act={sign}
      label={t('mandates.sign')}
      send={({ credential }) =>
        sign.act({
          params: { id: version.mySignature?.id ?? '' },
          body: { credential, textHash: version.textHash ?? '' },
        })
      }
    >
      <Text size="sm">{t('mandates.sign-consequence', { title: version.title, number: version.number })}</Text>
      <PasswordInput
        label={t('mandates.password-again')}
        required
        autoComplete="current-password"
        data-autofocus
        {...form.getInputProps('credential')}
      />
      <Text size="xs" c="dimmed" style={{ overflowWrap: 'anywhere' }}>
        {t('mandates.hash-kept', { hash: version.textHash ?? '' })}
      </Text>
    </FormFrame>
  );
}
