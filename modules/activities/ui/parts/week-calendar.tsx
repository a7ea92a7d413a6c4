import '@mantine/schedule/styles.css';
import 'dayjs/locale/ru';
import { UnstyledButton } from '@mantine/core';
import { type ScheduleEventData, WeekView } from '@mantine/schedule';
import type { KeyboardEvent } from 'react';
import { currentLanguage, useLanguage } from '#platform/web/language.ts';
import { useMe } from '#platform/web/me.ts';
import { useText } from '#platform/web/texts.ts';
import { shifted } from '../../rules/free-time.ts';
import { screenTexts } from '../../texts-screens.ts';
import classes from '../activities.module.css';
import { kindIcons, useBasis } from './kind.tsx';
import { type Spot, spotOf, type WeekItem, type WeekPlan } from './week-types.ts';

type CalendarProps = {
  readonly plan: WeekPlan;
  readonly onDrop: (item: WeekItem, to: Spot) => void;
  /** A proposal was dropped; its client's id and where. */
  readonly onTake: (clientId: string, to: Spot) => void;
  readonly onOpen: (item: WeekItem) => void;
  readonly onSlot: (at: Spot) => void;
};
const colors = { call: 'blue', visit: 'pine', meeting: 'grape', letter: 'gray' } as const;

/** The week as a calendar: drag to move, Shift with arrows does the same from the keyboard. */
export function WeekCalendar({ plan, onDrop, onTake, onOpen, onSlot }: CalendarProps) {
  const t = useText(screenTexts);
  const language = useLanguage();
  const { timeZone } = useMe().company;
  const basis = useBasis();
  const items = new Map(plan.items.map((item) => [item.id, item]));
  const itemOf = (event: ScheduleEventData) => items.get(String(event.id));
  const weekend = plan.days
    .slice(5)
    .some(({ date, working }) => working || plan.items.some((item) => spotOf(item, timeZone).day === date));
  const nudge = (item: WeekItem, event: KeyboardEvent) => {
    const to = nudged(spotOf(item, timeZone), event);
    if (!to || item.state !== 'planned') return;
    event.preventDefault();
    onDrop(item, to);
  };
  return (
    <WeekView
      date={plan.days[0]?.date ?? ''}
      locale={language}
      firstDayOfWeek={1}
      withHeader={false}
      withWeekNumber={false}
      withWeekendDays={weekend}
      highlightToday
      startTime="07:00:00"
      endTime="20:00:00"
      startScrollTime="08:30:00"
      intervalMinutes={30}
      slotHeight={52}
      allDaySlotHeight={60}
      slotLabelFormat="HH:mm"
      weekdayFormat={weekdayWord}
      getCurrentTime={() => Temporal.Now.plainDateTimeISO(timeZone).toString().slice(0, 19)}
      labels={{
        allDay: t('activities.label.all-day'),
        timeSlot: t('activities.label.slot'),
        noEvents: t('activities.nothing-planned'),
      }}
      events={[...closedDays(plan), ...plan.items.map((item) => eventOf(item, spotOf(item, timeZone), basis(item)))]}
      renderEventBody={(event) => <EventBody item={itemOf(event)} title={event.title} />}
      renderEvent={(event, props) => {
        const item = itemOf(event);
        return (
          <UnstyledButton
            {...props}
            title={event.title}
            {...(item && { onKeyDown: (pressed) => nudge(item, pressed) })}
          />
        );
      }}
      withEventsDragAndDrop
      canDragEvent={(event) => itemOf(event)?.state === 'planned'}
      onEventDrop={({ eventId, newStart }) => {
        const item = items.get(String(eventId));
        if (item) onDrop(item, spotAt(newStart));
      }}
      onExternalEventDrop={(dragged, at) => onTake(dragged.getData('text/plain'), spotAt(at))}
      onEventClick={(event) => {
        const item = itemOf(event);
        if (item) onOpen(item);
      }}
      onTimeSlotClick={({ slotStart }) => onSlot(spotAt(slotStart))}
      onAllDaySlotClick={(day) => onSlot({ day: day.slice(0, 10), time: null })}
    />
  );
}

function EventBody({ item, title }: { item: WeekItem | undefined; title: string }) {
  if (!item) return title;
  const Picture = kindIcons[item.kind];
  return (
    <span className={classes.event} data-closed={item.state === 'moved' || item.state === 'missed' || undefined}>
      <Picture size={13} stroke={1.8} />
      {title}
    </span>
  );
}

function eventOf(item: WeekItem, { day, time }: Spot, basis: string | null): ScheduleEventData {
  const done = item.state === 'done';
  const color = done ? 'green' : item.state === 'planned' ? colors[item.kind] : 'gray';
  const title = [item.client.name, item.purpose, basis].filter(Boolean).join(' · ');
  const bounds = time
    ? { start: `${day} ${time}:00`, end: endOf(day, time, item.minutes) }
    : { start: `${day} 00:00:00`, end: `${dayAfter(day)} 00:00:00` };
  return { id: item.id, title, color, variant: done ? 'filled' : 'light', ...bounds };
}

/** Days off and absences, shaded. */
function closedDays(plan: WeekPlan): ScheduleEventData[] {
  return plan.days
    .filter(({ working, absent }) => absent || !working)
    .map(({ date, absent }) => ({
      id: `closed-${date}`,
      title: '',
      start: `${date} 07:00:00`,
      end: `${date} 20:00:00`,
      color: absent ? 'yellow' : 'gray',
      display: 'background',
    }));
}

function spotAt(moment: string): Spot {
  const time = moment.slice(11, 16);
  return { day: moment.slice(0, 10), time: time === '' || time === '00:00' ? null : time };
}

function nudged({ day, time }: Spot, { shiftKey, key }: { shiftKey: boolean; key: string }): Spot | null {
  if (!shiftKey) return null;
  const days = { ArrowLeft: -1, ArrowRight: 1 }[key];
  if (days) return { day: Temporal.PlainDate.from(day).add({ days }).toString(), time };
  const minutes = { ArrowUp: -30, ArrowDown: 30 }[key];
  return minutes ? { day, time: shifted(time ?? '09:00', time ? minutes : 0) } : null;
}

function endOf(day: string, time: string, minutes: number): string {
  const start = Temporal.PlainDateTime.from(`${day}T${time}`);
  const end = start.add({ minutes: Math.max(30, minutes) });
  const last = `${day} 23:59:00`;
  return end.toPlainDate().toString() === day ? end.toString({ smallestUnit: 'second' }).replace('T', ' ') : last;
}

function dayAfter(day: string): string {
  return Temporal.PlainDate.from(day).add({ days: 1 }).toString();
}

/** `Mon`, `Пн`: as calendars of the language are headed. */
function weekdayWord(day: string): string {
  const word = new Intl.DateTimeFormat(currentLanguage(), { weekday: 'short', timeZone: 'UTC' });
  const said = word.format(new Date(`${day.slice(0, 10)}T00:00:00Z`));
  return said.charAt(0).toUpperCase() + said.slice(1);
}
