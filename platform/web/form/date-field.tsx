import '@mantine/dates/styles.layer.css';
import 'dayjs/locale/ru';
import { DateInput, type DateInputProps } from '@mantine/dates';
import { IconCalendar } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { companyToday, formatDate } from '../format.ts';
import { useLanguage } from '../language.ts';
import { dayOf } from './parse-day.ts';

type DateFieldProps = Omit<DateInputProps, 'value' | 'onChange' | 'valueFormat' | 'dateParser'> & {
  /** `2026-05-14`, or null. */
  readonly value?: string | null;
  readonly onChange?: (value: string | null) => void;
};

/** A business day, typed (`14.5`, `14.05.2026`, `+7`) or picked. Optional when it may be cleared. */
export function DateField(props: DateFieldProps): ReactNode {
  const language = useLanguage();
  return (
    <DateInput
      clearable={!props.required}
      firstDayOfWeek={1}
      leftSection={<IconCalendar size={16} stroke={1.6} />}
      autoComplete="off"
      {...props}
      locale={language}
      valueFormat={(day) => formatDate(day)}
      dateParser={(text) => dayOf(text, companyToday())}
    />
  );
}
