import { ActionIcon, Menu, Tooltip } from '@mantine/core';
import { IconArrowBackUp, IconClockPause } from '@tabler/icons-react';
import { type ReactNode, useState } from 'react';
import { notifications, snoozeNotification } from '#platform/notifications/endpoints.ts';
import { DateField } from '../form/date-field.tsx';
import { useFormat } from '../format.ts';
import { useMe } from '../me.ts';
import { useAct } from '../query.ts';
import { shellTexts } from '../shell-texts.ts';
import { useText } from '../texts.ts';
import { offerUndo } from '../undo.tsx';
import { snoozeChoices } from './snooze-choices.ts';

/** Puts a notification off until tomorrow, next week or a day of choice; what is away can be brought back. */
export function Snooze({ id, away, what }: { id: string; away: boolean; what: string }): ReactNode {
  const t = useText(shellTexts);
  const format = useFormat();
  const { company } = useMe();
  const [open, setOpen] = useState(false);
  const bringBack = useAct(snoozeNotification, { invalidates: [notifications] });
  const snooze = useAct(snoozeNotification, {
    invalidates: [notifications],
    onDone: () =>
      offerUndo({
        message: t('web.inbox.put-off'),
        undo: () => bringBack.act({ params: { id }, body: { until: null } }),
      }),
  });
  const putOff = (day: Temporal.PlainDate) => {
    setOpen(false);
    snooze.act({ params: { id }, body: { until: morningOf(day, company.timeZone) } });
  };
  if (away) {
    return (
      <Tooltip label={t('web.inbox.bring-back')}>
        <ActionIcon
          size={26}
          data-snooze
          aria-label={`${t('web.inbox.bring-back')}: ${what}`}
          loading={bringBack.isPending}
          onClick={() => bringBack.act({ params: { id }, body: { until: null } })}
        >
          <IconArrowBackUp size={16} stroke={1.6} />
        </ActionIcon>
      </Tooltip>
    );
  }
  const today = Temporal.Now.plainDateISO(company.timeZone);
  return (
    <Menu opened={open} onChange={setOpen} position="bottom-end" withinPortal={false} width={250} returnFocus>
      <Menu.Target>
        <ActionIcon
          size={26}
          data-snooze
          title={`${t('web.inbox.snooze')} (S)`}
          aria-label={`${t('web.inbox.snooze')}: ${what}`}
          loading={snooze.isPending}
        >
          <IconClockPause size={16} stroke={1.6} />
        </ActionIcon>
      </Menu.Target>
      <Menu.Dropdown>
        {snoozeChoices(today).map(({ key, day }) => (
          <Menu.Item key={key} onClick={() => putOff(day)} rightSection={format.date(day.toString())}>
            {t(`web.inbox.until.${key}`)}
          </Menu.Item>
        ))}
        <Menu.Divider />
        <div style={{ padding: '0.25rem 0.5rem 0.5rem' }}>
          <DateField
            size="xs"
            label={t('web.inbox.until.day')}
            minDate={today.add({ days: 1 }).toString()}
            popoverProps={{ withinPortal: false }}
            value={null}
            onChange={(day) => day && putOff(Temporal.PlainDate.from(day))}
          />
        </div>
      </Menu.Dropdown>
    </Menu>
  );
}

/** Eight o'clock of a day where the company is. */
function morningOf(day: Temporal.PlainDate, timeZone: string): string {
  return day.toZonedDateTime({ timeZone, plainTime: '08:00' }).toInstant().toString();
}
