import { Text } from '@mantine/core';
import { useForm } from '@mantine/form';
import { DateField } from '#platform/web/form/date-field.tsx';
import { FormFrame } from '#platform/web/form/form-frame.tsx';
import { useMe } from '#platform/web/me.ts';
import { useAct } from '#platform/web/query.ts';
import { useText } from '#platform/web/texts.ts';
import { revokeVersion } from '../../endpoints-reviews.ts';
import { mandatesScreenTexts } from '../../texts-screens.ts';
import type { Version } from '../pages/version.tsx';

/** Ends a version on a day without another in its place. */
export function RevokeForm({ version, onDone }: { version: Version; onDone: () => void }) {
  const t = useText(mandatesScreenTexts);
  const { today } = useMe();
  const form = useForm({ initialValues: { on: today as string | null } });
  const revoke = useAct(revokeVersion, { invalidates: ['mandates', 'platform'], onDone });
  return (
    <FormFrame
      form={form}
      act={revoke}
      label={t('mandates.revoke')}
      danger
      send={({ on }) => revoke.act({ params: { id: version.id }, body: { on: on ?? '' }, ifMatch: version.revision })}
    >
      <Text size="sm">{t('mandates.revoke-consequence')}</Text>
      <DateField label={t('mandates.ends-on')} required {...form.getInputProps('on')} />
    </FormFrame>
  );
}
