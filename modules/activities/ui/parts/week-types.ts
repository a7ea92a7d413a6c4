import type { EndpointReply } from '#kernel/endpoint.ts';
import type { readWeekPlan, weekProposals } from '../../endpoints-week.ts';
import { freeTime } from '../../rules/free-time.ts';
import { usualMinutes } from './kind.tsx';

export type WeekPlan = EndpointReply<typeof readWeekPlan>;
export type WeekItem = WeekPlan['items'][number];
export type Proposal = EndpointReply<typeof weekProposals>['items'][number];
/** A day, and an hour `HH:MM` by the company's clock or none. */
export type Spot = { readonly day: string; readonly time: string | null };

/** Where an activity stands in the week: as planned, or when it was done if it was never planned. */
export function spotOf(item: WeekItem, timeZone: string): Spot {
  if (item.plannedOn) return { day: item.plannedOn, time: item.plannedTime };
  const at = Temporal.Instant.from(item.doneAt ?? '').toZonedDateTimeISO(timeZone);
  return { day: at.toPlainDate().toString(), time: at.toPlainTime().toString().slice(0, 5) };
}

/** A free hour of a day for a proposed contact, beside what is planned and what is about to be. */
export function freeSpot(
  items: readonly WeekItem[],
  day: string,
  kind: 'call' | 'visit',
  besides: readonly { day: string; time: string; minutes: number }[] = [],
): Spot {
  const planned = items.flatMap((item) =>
    item.plannedOn === day && item.state === 'planned' && item.plannedTime
      ? [{ time: item.plannedTime, minutes: item.minutes }]
      : [],
  );
  return { day, time: freeTime([...planned, ...besides.filter((each) => each.day === day)], usualMinutes[kind]) };
}
