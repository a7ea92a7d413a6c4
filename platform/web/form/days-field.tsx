import { Group, Input, Pill } from '@mantine/core';
import { type ReactNode, useId, useState } from 'react';
import { useFormat } from '../format.ts';
import { shellTexts } from '../shell-texts.ts';
import { useText } from '../texts.ts';
import { DateField } from './date-field.tsx';

type DaysProps = {
  readonly label: string;
  readonly error?: ReactNode;
  readonly value: readonly string[];
  readonly onChange: (days: string[]) => void;
};

/** A list of days, in order: each typed or picked, and taken away again. */
export function DaysField({ label, error, value, onChange }: DaysProps): ReactNode {
  const t = useText(shellTexts);
  const format = useFormat();
  const id = useId();
  const [next, setNext] = useState<string | null>(null);
  const add = (day: string | null) => {
    setNext(null);
    if (day && !value.includes(day)) onChange([...value, day].sort());
  };
  return (
    <Input.Wrapper label={label} error={error} labelElement="div" labelProps={{ id }}>
      <Group gap={6} my={4} role="list" aria-labelledby={id}>
        {value.map((day) => (
          <Pill
            key={day}
            role="listitem"
            withRemoveButton
            onRemove={() => onChange(value.filter((each) => each !== day))}
            removeButtonProps={{
              'aria-label': t('web.take-away', { what: format.date(day) }),
              tabIndex: 0,
              'aria-hidden': false,
            }}
          >
            {format.date(day)}
          </Pill>
        ))}
      </Group>
      <DateField
        aria-label={`${label}: ${t('web.add-day')}`}
        placeholder={t('web.add-day')}
        value={next}
        onChange={add}
      />
    </Input.Wrapper>
  );
}
