import { Group, Radio, Text, TextInput } from '@mantine/core';
import { useForm } from '@mantine/form';
import { DateField } from '#platform/web/form/date-field.tsx';
import { FormFrame } from '#platform/web/form/form-frame.tsx';
import { useMe } from '#platform/web/me.ts';
import { useAct } from '#platform/web/query.ts';
import { useText } from '#platform/web/texts.ts';
import { approveVersion } from '../../endpoints-reviews.ts';
import { latestReview } from '../../rules/approval.ts';
import { mandatesScreenTexts } from '../../texts-screens.ts';
import type { Version } from '../pages/version.tsx';

/** Approves by order or by stamp, from a day on. */
export function ApproveForm({ version, onDone }: { version: Version; onDone: () => void }) {
  const t = useText(mandatesScreenTexts);
  const { today } = useMe();
  const form = useForm({
    initialValues: {
      kind: 'order' as 'order' | 'stamp',
      number: '',
      approvedOn: today as string | null,
      effectiveOn: today as string | null,
      reviewDueOn: latestReview(today) as string | null,
    },
  });
  const approve = useAct(approveVersion, { invalidates: ['mandates', 'platform', 'organization'], onDone });
  return (
    <FormFrame
      form={form}
      act={approve}
      label={t('mandates.approve')}
      columns={2}
      send={({ kind, number, approvedOn, effectiveOn, reviewDueOn }) =>
        approve.act({
          params: { id: version.id },
          body: {
            kind,
            ...(kind === 'order' && { number }),
            approvedOn: approvedOn ?? '',
            effectiveOn: effectiveOn ?? '',
            ...(reviewDueOn && { reviewDueOn }),
          },
          ifMatch: version.revision,
        })
      }
    >
      <Radio.Group label={t('mandates.approval-kind')} {...form.getInputProps('kind')}>
        <Group mt={4}>
          <Radio value="order" label={t('mandates.by-order')} />
          <Radio value="stamp" label={t('mandates.by-stamp')} />
        </Group>
      </Radio.Group>
      <TextInput
        label={t('mandates.order-number')}
        disabled={form.values.kind === 'stamp'}
        {...form.getInputProps('number')}
      />
      <DateField label={t('mandates.approved-on')} required {...form.getInputProps('approvedOn')} />
      <DateField label={t('mandates.effective-on')} required {...form.getInputProps('effectiveOn')} />
      <DateField
        label={t('mandates.review-due-on')}
        description={t('mandates.review-hint')}
        {...form.getInputProps('reviewDueOn')}
      />
      <Text size="sm" style={{ alignSelf: 'end' }}>
        {t('mandates.approve-consequence')}
      </Text>
    </FormFrame>
  );
}
