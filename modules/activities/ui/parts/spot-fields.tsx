import { Group, NumberInput } from '@mantine/core';
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
    <Group grow align="start" preventGrowOverflow={false}>
      <DateField label={t('activities.day')} required data-autofocus {...form.getInputProps('plannedOn')} />
      <TimeInput label={t('activities.hour')} {...form.getInputProps('plannedTime')} />
      {withMinutes && (
        <NumberInput label={t('activities.minutes')} min={5} max={720} step={15} {...form.getInputProps('minutes')} />
      )}
    </Group>
  );
}
