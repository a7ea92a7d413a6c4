import { Button, Group } from '@mantine/core';
import type { ReactNode } from 'react';
import { DateField } from '#platform/web/form/date-field.tsx';
import { companyToday } from '#platform/web/format.ts';
import { useText } from '#platform/web/texts.ts';
import { screenTexts } from '../../texts-screens.ts';

type QuickDaysProps = {
  readonly label: string;
  readonly value?: string | null;
  readonly onChange?: (day: string | null) => void;
  readonly error?: ReactNode;
  readonly required?: boolean;
};

/** A day to come: one press for the usual ones, or picked. */
export function QuickDays({ label, value, onChange, error, required = true }: QuickDaysProps) {
  const t = useText(screenTexts);
  const today = Temporal.PlainDate.from(companyToday());
  const choices = [
    { label: t('activities.tomorrow'), day: today.add({ days: 1 }) },
    { label: t('activities.in-days', { days: 3 }), day: today.add({ days: 3 }) },
    { label: t('activities.in-week'), day: today.add({ weeks: 1 }) },
    { label: t('activities.in-two-weeks'), day: today.add({ weeks: 2 }) },
    { label: t('activities.in-month'), day: today.add({ months: 1 }) },
  ];
  return (
    <div>
      <DateField
        label={label}
        required={required}
        value={value ?? null}
        error={error}
        {...(onChange && { onChange })}
      />
      <Group gap={6} mt={6}>
        {choices.map((choice) => {
          const chosen = value === choice.day.toString();
          return (
            <Button
              key={choice.label}
              size="compact-md"
              variant={chosen ? 'filled' : 'default'}
              aria-pressed={chosen}
              onClick={() => onChange?.(choice.day.toString())}
            >
              {choice.label}
            </Button>
          );
        })}
      </Group>
    </div>
  );
}
