/** Where a contract stands: it holds, is to be seen to, is past its last day with nothing decided, or was dealt with. */
export type ContractStanding = 'holds' | 'runs-out' | 'ran-out' | 'renewed' | 'ended';
export type ContractTerm = {
  readonly validUntil: string | null;
  readonly noticeDays: number;
  readonly ending: 'renewed' | 'ended' | null;
};

/** Where a contract stands on a day; its last day still holds. */
export function contractStanding({ validUntil, noticeDays, ending }: ContractTerm, today: string): ContractStanding {
  if (ending !== null) return ending;
  if (validUntil === null) return 'holds';
  if (validUntil < today) return 'ran-out';
  return Temporal.PlainDate.from(today).until(validUntil).total('days') <= noticeDays ? 'runs-out' : 'holds';
}

/** Whether it was decided in time what becomes of a contract: so many days before its last one; open while they are not over. */
export function judgeRenewal(
  { validUntil, endedOn }: { validUntil: string; endedOn: string | null },
  daysBefore: number,
  today: string,
): 'done' | 'late' | 'missed' | 'open' {
  const due = dueOn(validUntil, daysBefore);
  if (endedOn !== null) return endedOn <= due ? 'done' : 'late';
  return due < today ? 'missed' : 'open';
}

/** The day by which it is to be decided. */
export function dueOn(validUntil: string, daysBefore: number): string {
  return Temporal.PlainDate.from(validUntil).subtract({ days: daysBefore }).toString();
}
