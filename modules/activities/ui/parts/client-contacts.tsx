import { Alert, Button, Group, Text } from '@mantine/core';
import { IconCalendarPlus, IconPhoneOff, IconPhonePlus } from '@tabler/icons-react';
import { useState } from 'react';
import { useGo } from '#platform/web/address.ts';
import { Awaiting } from '#platform/web/awaiting.tsx';
import { Timeline } from '#platform/web/card/timeline.tsx';
import { EmptyState } from '#platform/web/empty-state.tsx';
import { StatusBadge } from '#platform/web/figures/status-badge.tsx';
import { useFormat } from '#platform/web/format.ts';
import { useMe } from '#platform/web/me.ts';
import { useAct, useRead } from '#platform/web/query.ts';
import { useText } from '#platform/web/texts.ts';
import { clientContacts, liftCallBan } from '../../endpoints.ts';
import { screenTexts } from '../../texts-screens.ts';
import classes from '../activities.module.css';
import { ActivityState, kindIcons } from './kind.tsx';
import { PlanDialog } from './plan-dialog.tsx';
import type { WeekItem } from './week-types.ts';

/** The contacts with a client: how long it waits, what is planned and promised, what was done. A tab of the client's card. */
export default function ClientContacts({ id }: { id: string }) {
  const t = useText(screenTexts);
  const format = useFormat();
  const go = useGo();
  const { today } = useMe();
  const [planning, setPlanning] = useState(false);
  const read = useRead(clientContacts, { params: { id } });
  if (!read.data) return <Awaiting read={read} like="list" />;
  const { planned, openSteps, done, lastOn, cadenceDays, daysOverdue, can, client, callBan } = read.data;
  const nothing = planned.length + done.length === 0;
  return (
    <>
      <Group justify="space-between" mb="md">
        <Group gap="sm">
          <Text size="sm">
            {t('activities.last-contact')}:{' '}
            {lastOn ? `${format.date(lastOn)} (${format.daysFromNow(lastOn)})` : t('activities.never')}
          </Text>
          {cadenceDays !== null && daysOverdue !== null && (
            <StatusBadge
              tone={daysOverdue > 0 ? 'bad' : 'good'}
              label={
                daysOverdue > 0
                  ? t('activities.late-by', { days: daysOverdue })
                  : t('activities.cadence', { days: cadenceDays })
              }
            />
          )}
        </Group>
        <Group gap="xs">
          {can.log && (
            <Button leftSection={<IconPhonePlus size={16} />} onClick={() => go(`/log-contact?client=${id}`)}>
              {t('activities.log')}
            </Button>
          )}
          {can.plan && (
            <Button variant="default" leftSection={<IconCalendarPlus size={16} />} onClick={() => setPlanning(true)}>
              {t('activities.plan')}
            </Button>
          )}
        </Group>
      </Group>
      {callBan && <CallBan clientId={id} ban={callBan} />}
      {nothing && <EmptyState title={t('activities.no-contacts')} hint={t('activities.no-contacts-hint')} />}
      <Lines title={t('activities.planned')} items={planned} onOpen={(item) => go(`/activities/${item.id}`)} />
      <Lines title={t('activities.open-steps')} items={openSteps} onOpen={(item) => go(`/activities/${item.id}`)} />
      {done.length > 0 && (
        <>
          <h2 className={classes.day}>{t('activities.lately')}</h2>
          <Timeline entries={done.map((item) => entryOf(item, t))} />
        </>
      )}
      {planning && (
        <PlanDialog
          client={{ id, label: client.name }}
          at={{ day: today, time: null }}
          offPlan={false}
          onClose={() => setPlanning(false)}
        />
      )}
    </>
  );
}

/** That the client asked not to be called, and the way to take it back. */
function CallBan({ clientId, ban }: { clientId: string; ban: { reason: string; by: string | null; at: string } }) {
  const t = useText(screenTexts);
  const format = useFormat();
  const lift = useAct(liftCallBan, { invalidates: ['activities'] });
  return (
    <Alert color="red" mb="md" icon={<IconPhoneOff size={18} />} title={t('activities.asked-not-to-be-called')}>
      <Text size="sm">{[ban.reason, ban.by, format.dateTime(ban.at)].filter(Boolean).join(' · ')}</Text>
      <Button
        mt="xs"
        size="compact-sm"
        variant="default"
        loading={lift.isPending}
        onClick={() => lift.act({ params: { id: clientId } })}
      >
        {t('activities.lift-ban')}
      </Button>
    </Alert>
  );
}

function Lines({
  title,
  items,
  onOpen,
}: {
  title: string;
  items: readonly WeekItem[];
  onOpen: (item: WeekItem) => void;
}) {
  const format = useFormat();
  if (items.length === 0) return null;
  return (
    <section>
      <h2 className={classes.day}>{title}</h2>
      <ul className={classes.lines}>
        {items.map((item) => {
          const Picture = kindIcons[item.kind];
          const step = item.nextOpen;
          return (
            <li key={item.id}>
              <button type="button" className={classes.line} onClick={() => onOpen(item)}>
                <Picture size={18} stroke={1.6} aria-hidden />
                <Text size="sm" className="numerals">
                  {(step ? '' : item.plannedTime) ?? ''}
                </Text>
                <Text size="sm">
                  {format.date((step ? item.nextOn : item.plannedOn) ?? '')} {step ? item.nextStep : item.purpose}
                </Text>
                {!step && <ActivityState state={item.state} />}
              </button>
            </li>
          );
        })}
      </ul>
    </section>
  );
}

function entryOf(item: WeekItem, t: ReturnType<typeof useText<typeof screenTexts>>) {
  const outcome = t(`activities.outcome.${item.outcome}` as 'activities.outcome.no-contact');
  return {
    key: item.id,
    at: item.doneAt ?? '',
    what: `${t(`activities.kind.${item.kind}`)}: ${outcome}`,
    who: item.actingFor
      ? t('activities.by-for', { name: item.employee.name, absent: item.actingFor.name })
      : item.employee.name,
    detail: item.note || item.nextStep,
    icon: kindIcons[item.kind],
    tone: item.outcome === 'no-contact' ? ('neutral' as const) : ('good' as const),
    href: `/activities/${item.id}`,
  };
}
