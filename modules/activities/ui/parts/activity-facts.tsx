import { Button, Group, Stack, Text } from '@mantine/core';
import { IconPhone } from '@tabler/icons-react';
import { useFormat } from '#platform/web/format.ts';
import { Go } from '#platform/web/go.tsx';
import { useText } from '#platform/web/texts.ts';
import { screenTexts } from '../../texts-screens.ts';
import { ActivityState, PlanState } from './kind.tsx';
import type { WeekItem } from './week-types.ts';

/** What is known of an activity: when, by whom, in whose place, how it ended. */
export function ActivityFacts({ item }: { item: WeekItem }) {
  const t = useText(screenTexts);
  const format = useFormat();
  const when = item.doneAt
    ? format.dateTime(item.doneAt)
    : [item.plannedOn && format.date(item.plannedOn, 'long'), item.plannedTime].filter(Boolean).join(', ');
  const { actingFor, employee, promisedAmount, promisedOn, currency } = item;
  return (
    <Stack gap={6} mb="md">
      <Group gap="sm">
        <ActivityState state={item.state} />
        {item.planState ? (
          <PlanState state={item.planState} />
        ) : (
          item.offPlanCause && (
            <Text size="sm">{t(`activities.cause.${item.offPlanCause}` as 'activities.cause.other')}</Text>
          )
        )}
        <Text size="sm">{when}</Text>
      </Group>
      <Text size="sm" c="dimmed">
        {actingFor
          ? t('activities.by-for', { name: employee.name, absent: actingFor.name })
          : t('activities.by', { name: employee.name })}
        {item.startedAt && ` · ${t('activities.started', { time: format.time(item.startedAt) })}`}
      </Text>
      {item.assigned && (
        <Text size="sm">
          {item.assigned.clause ? t('activities.assigned-by', item.assigned.clause) : t('activities.assigned-outside')}
        </Text>
      )}
      {item.state === 'planned' && item.client.phone && (
        <Button
          component="a"
          href={`tel:${item.client.phone}`}
          variant="light"
          leftSection={<IconPhone size={16} />}
          w="fit-content"
        >
          {t('activities.call-them', { phone: item.client.phone })}
        </Button>
      )}
      {item.outcome && (
        <Text fw={600}>{t(`activities.outcome.${item.outcome}` as 'activities.outcome.no-contact')}</Text>
      )}
      {promisedAmount !== null && promisedOn && (
        <Text size="sm">
          {t('activities.promised', {
            amount: format.money(promisedAmount, currency ?? undefined),
            day: format.date(promisedOn),
          })}
        </Text>
      )}
      {item.nextOn && (
        <Text size="sm">{t('activities.step', { step: item.nextStep, day: format.date(item.nextOn) })}</Text>
      )}
      {(item.note || item.missedReason || item.movedReason) && (
        <Text size="sm">{item.note || item.missedReason || item.movedReason}</Text>
      )}
      {item.movedTo && (
        <Go to={`/activities/${item.movedTo.id}`}>
          {t('activities.moved', { day: format.date(item.movedTo.plannedOn) })}
        </Go>
      )}
    </Stack>
  );
}
