import { ActionIcon, Group, Tooltip } from '@mantine/core';
import { IconChevronLeft, IconChevronRight } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { useSearch } from '#platform/web/address.ts';
import { useKeys } from '#platform/web/keys.ts';
import { currentLanguage, useLanguage } from '#platform/web/language.ts';
import { useMe } from '#platform/web/me.ts';
import { useText } from '#platform/web/texts.ts';
import { plansScreenTexts } from '../../texts-screens.ts';

/** The month in the address, or this one, and the function that goes to another. */
export function useMonth(): [month: string, go: (month: string) => void, today: string] {
  const [search, change] = useSearch();
  const { today } = useMe();
  const asked = search.month ?? '';
  const month = /^\d{4}-(0[1-9]|1[0-2])$/.test(asked) ? asked : today.slice(0, 7);
  return [month, (next) => change({ month: next }, true), today];
}

/** The month so many months after, or before when negative. */
export function monthAfter(month: string, months: number): string {
  return Temporal.PlainYearMonth.from(month).add({ months }).toString();
}

/** `2026-05` as a person reads it: `May 2026`. */
export function monthName(month: string, style: 'long' | 'short' = 'long'): string {
  const format = new Intl.DateTimeFormat(currentLanguage(), { month: style, year: 'numeric', timeZone: 'UTC' });
  return format.format(new Date(`${month}-01T00:00:00Z`));
}

/** Goes to the month before and after; keys [ and ]. */
export function MonthSwitch({ month, onChange }: { month: string; onChange: (month: string) => void }): ReactNode {
  useLanguage();
  const t = useText(plansScreenTexts);
  const steps = [
    { keys: '[', label: t('plans.month-before'), to: monthAfter(month, -1), Icon: IconChevronLeft },
    { keys: ']', label: t('plans.month-after'), to: monthAfter(month, 1), Icon: IconChevronRight },
  ];
  useKeys(steps.map(({ keys, label, to }) => ({ keys, label, run: () => onChange(to) })));
  return (
    <Group gap={4}>
      {steps.map(({ keys, label, to, Icon }) => (
        <Tooltip key={keys} label={`${label} (${keys})`}>
          <ActionIcon variant="default" size={36} aria-label={label} onClick={() => onChange(to)}>
            <Icon size={18} />
          </ActionIcon>
        </Tooltip>
      ))}
    </Group>
  );
}
