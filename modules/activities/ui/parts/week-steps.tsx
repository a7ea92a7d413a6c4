import { ActionIcon, Button, Group, Tooltip } from '@mantine/core';
import { IconChevronLeft, IconChevronRight } from '@tabler/icons-react';
import { useFormat } from '#platform/web/format.ts';
import { useKeys } from '#platform/web/keys.ts';
import { useText } from '#platform/web/texts.ts';
import { screenTexts } from '../../texts-screens.ts';
import { daysOf, useWeek, weekAfter, weekOfDay } from './weeks.ts';

/** The week in the address, from its first to its last day. */
export function useWeekTitle(): string {
  const t = useText(screenTexts);
  const format = useFormat();
  const { week } = useWeek();
  const { from, until } = daysOf(week);
  return t('activities.week-title', { week, from: format.date(from), until: format.date(until) });
}

/** Goes from week to week, by buttons and by keys. */
export function WeekSteps() {
  const t = useText(screenTexts);
  const { week, today, set } = useWeek();
  const now = weekOfDay(today);
  const steps = {
    previous: { key: '[', picture: <IconChevronLeft size={18} />, go: () => set(weekAfter(week, -1)) },
    following: { key: ']', picture: <IconChevronRight size={18} />, go: () => set(weekAfter(week, 1)) },
  };
  useKeys(
    (['previous', 'following'] as const).map((step) => ({
      keys: steps[step].key,
      label: t(`activities.${step}`),
      run: steps[step].go,
    })),
  );
  const button = (step: keyof typeof steps) => (
    <Tooltip label={`${t(`activities.${step}`)} (${steps[step].key})`}>
      <ActionIcon variant="default" size={36} aria-label={t(`activities.${step}`)} onClick={steps[step].go}>
        {steps[step].picture}
      </ActionIcon>
    </Tooltip>
  );
  return (
    <Group gap={4} wrap="nowrap">
      {button('previous')}
      <Button variant="default" onClick={() => set(week === now ? weekAfter(now, 1) : now)}>
        {week === now ? t('activities.next-week') : t('activities.this-week')}
      </Button>
      {button('following')}
    </Group>
  );
}
