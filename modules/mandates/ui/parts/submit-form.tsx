import { Text } from '@mantine/core';
import { useForm } from '@mantine/form';
import { FormFrame } from '#platform/web/form/form-frame.tsx';
import { type Ref, RefField } from '#platform/web/form/ref-field.tsx';
import { useAct } from '#platform/web/query.ts';
import { useText } from '#platform/web/texts.ts';
import { submitVersion } from '../../endpoints-reviews.ts';
import { mandatesScreenTexts } from '../../texts-screens.ts';
import type { Version } from '../pages/version.tsx';

const places = ['first', 'second', 'third'] as const;

/** Sends a draft to its reviewers: the heads of its holders by themselves, up to three others by name. */
export function SubmitForm({ version, onDone }: { version: Version; onDone: () => void }) {
  const t = useText(mandatesScreenTexts);
  const former = version.reviews
    .slice(0, places.length)
    .map(({ reviewer }): Ref => ({ id: reviewer.id, label: reviewer.name }));
  const form = useForm({
    initialValues: { first: former[0] ?? null, second: former[1] ?? null, third: former[2] ?? null } as Record<
      (typeof places)[number],
      Ref | null
    >,
  });
  const submit = useAct(submitVersion, { invalidates: ['mandates'], onDone });
  return (
    <FormFrame
      form={form}
      act={submit}
      label={t('mandates.submit')}
      send={(values) => {
        const reviewerIds = places.flatMap((place) => values[place]?.id ?? []);
        submit.act({ params: { id: version.id }, body: { reviewerIds }, ifMatch: version.revision });
      }}
    >
      <Text size="sm">{t('mandates.submit-consequence')}</Text>
      {places.map((place, index) => (
        <RefField
          key={place}
          kind="person"
          label={t('mandates.also-reviewer', { number: index + 1 })}
          {...form.getInputProps(place)}
        />
      ))}
    </FormFrame>
  );
}
