import { NumberInput, SimpleGrid } from '@mantine/core';
import { TimeInput } from '@mantine/dates';
import type { UseFormReturnType } from '@mantine/form';
import { DateField } from '#platform/web/form/date-field.tsx';
import { useText } from '#platform/web/texts.ts';
import { screenTexts } from '../../texts-screens.ts';

export type SpotValues = { plannedOn: string | null; plannedTime: string; minutes: number };

/** Day, hour and length of a contact. */
export function SpotFields<V extends SpotValues>({
  form,
  withMinutes = true,
}: {
  form: UseFormReturnType<V>;
  withMinutes?: boolean;
}) {
  const t = useText(screenTexts);
  return (
    <SimpleGrid cols={{ base: 1, xs: withMinutes ? 3 : 2 }}>
      <DateField label={t('activities.day')} required {...form.getInputProps('plannedOn')} />
      <TimeInput label={t('activities.hour')} data-autofocus {...form.getInputProps('plannedTime')} />
      {withMinutes && (
        <NumberInput label={t('activities.minutes')} min={5} max={720} step={15} {...form.getInputProps('minutes')} />
      )}
    </SimpleGrid>
  );
}
