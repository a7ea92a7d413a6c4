/** An activity that was assigned, as it stands; `day` is that of the contact, or the planned one. */
export type AssignedActivity = {
  readonly state: 'planned' | 'done' | 'moved' | 'missed';
  readonly day: string;
  readonly plannedOn: string | null;
};

/** How it was carried out by a day; null while its own day has not passed, and for what went on as another. */
export function judgeAssigned(
  { state, day, plannedOn }: AssignedActivity,
  today: string,
): 'done' | 'late' | 'missed' | null {
  if (state === 'moved') return null;
  if (state === 'done') return plannedOn !== null && day > plannedOn ? 'late' : 'done';
  return state === 'missed' || day < today ? 'missed' : null;
}
