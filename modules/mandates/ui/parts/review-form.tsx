import { Button, NativeSelect, Radio, Stack, Text, Textarea } from '@mantine/core';
import { useForm } from '@mantine/form';
import { FormFrame } from '#platform/web/form/form-frame.tsx';
import { useAct } from '#platform/web/query.ts';
import { useText } from '#platform/web/texts.ts';
import { reviewVersion } from '../../endpoints-reviews.ts';
import { mandatesScreenTexts } from '../../texts-screens.ts';
import type { Version } from '../pages/version.tsx';

/** A reviewer accepts, or makes remarks, each about a clause or the whole. */
export function ReviewForm({ version, onDone }: { version: Version; onDone: () => void }) {
  const t = useText(mandatesScreenTexts);
  const form = useForm({
    initialValues: { verdict: 'accepted' as 'accepted' | 'remarks', remarks: [{ clauseIdentity: '', text: '' }] },
  });
  const review = useAct(reviewVersion, { invalidates: ['mandates'], onDone });
  const clauses = [
    { value: '', label: t('mandates.whole-version') },
    ...version.clauses.map(({ identity, number, text }) => ({
      value: identity,
      label: `${number} ${text.slice(0, 60)}`,
    })),
  ];
  return (
    <FormFrame
      form={form}
      act={review}
      label={t('mandates.say-so')}
      send={({ verdict, remarks }) =>
        review.act({
          params: { id: version.id },
          body: {
            verdict,
            remarks:
              verdict === 'accepted'
                ? []
                : remarks
                    .filter(({ text }) => text.trim())
                    .map(({ clauseIdentity, text }) => ({ text, ...(clauseIdentity && { clauseIdentity }) })),
          },
          ifMatch: version.revision,
        })
      }
    >
      <Radio.Group label={t('mandates.verdict')} {...form.getInputProps('verdict')}>
        <Stack gap={6} mt={4}>
          <Radio value="accepted" label={t('mandates.verdict.accepted')} />
          <Radio value="remarks" label={t('mandates.verdict.remarks')} />
        </Stack>
      </Radio.Group>
      {form.values.verdict === 'remarks' && (
        <>
          <Text size="sm">{t('mandates.remarks-consequence')}</Text>
          {form.values.remarks.map((_, index) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: remarks are only added at the end
            <Stack key={index} gap={4}>
              <NativeSelect
                aria-label={t('mandates.about-clause')}
                data={clauses}
                {...form.getInputProps(`remarks.${index}.clauseIdentity`)}
              />
              <Textarea
                aria-label={t('mandates.remark')}
                placeholder={t('mandates.remark')}
                autosize
                minRows={2}
                {...form.getInputProps(`remarks.${index}.text`)}
              />
            </Stack>
          ))}
          <Button
            variant="default"
            size="compact-sm"
            onClick={() => form.insertListItem('remarks', { clauseIdentity: '', text: '' })}
          >
            {t('mandates.one-more-remark')}
          </Button>
        </>
      )}
    </FormFrame>
  );
}
