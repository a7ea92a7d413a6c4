import { Button, Group } from '@mantine/core';
import type { ReactNode } from 'react';
import { DateField } from '../form/date-field.tsx';
import { companyToday } from '../format.ts';
import { shellTexts } from '../shell-texts.ts';
import { useText } from '../texts.ts';
import type { EditorProps } from './filter-editor.tsx';
import classes from './list.module.css';

/** Spans that stay true as days pass, since they are kept as `today-30d` and the like. */
const spans = [
  ['today', 'today', 'today'],
  ['week', 'today-7d', 'today'],
  ['month', 'today-30d', 'today'],
  ['quarter', 'today-91d', 'today'],
  ['next-week', 'today', 'today+7d'],
  ['next-month', 'today', 'today+30d'],
] as const;

/** From a day, to a day, or a span before or after today. */
export default function DayFilter({ operators, onChange }: EditorProps): ReactNode {
  const t = useText(shellTexts);
  const { '.gte': from = '', '.lte': to = '' } = operators;
  return (
    <>
      <div className={classes.presets}>
        {spans.map(([key, first, last]) => (
          <Button
            key={key}
            size="compact-xs"
            variant={from === first && to === last ? 'filled' : 'default'}
            aria-pressed={from === first && to === last}
            onClick={() => onChange({ '.gte': first, '.lte': last })}
          >
            {t(`web.list.span.${key}`)}
          </Button>
        ))}
      </div>
      <Group grow wrap="nowrap" gap="xs">
        <DateField
          label={t('web.list.from-day')}
          value={dayIn(from)}
          popoverProps={{ withinPortal: false }}
          onChange={(day) => onChange({ '.gte': day ?? '', '.lte': to })}
        />
        <DateField
          label={t('web.list.to-day')}
          value={dayIn(to)}
          popoverProps={{ withinPortal: false }}
          onChange={(day) => onChange({ '.gte': from, '.lte': day ?? '' })}
        />
      </Group>
    </>
  );
}

/** The day that a filter's word stands for now; null for what is none. */
function dayIn(text: string): string | null {
  const relative = /^today(?:([+-]\d+)d)?$/.exec(text);
  if (relative)
    return Temporal.PlainDate.from(companyToday())
      .add({ days: Number(relative[1] ?? 0) })
      .toString();
  return /^\d{4}-\d{2}-\d{2}$/.test(text) ? text : null;
}
