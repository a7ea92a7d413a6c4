/** How often, in days, a client of each class is to be contacted. */
export type Cadence = { readonly key: number; readonly A: number; readonly B: number; readonly C: number };
export const cadenceClasses = ['key', 'A', 'B', 'C'] as const;
export type CadenceClass = (typeof cadenceClasses)[number];

/** The last day a client may have waited since and still be within its cadence on `on`. */
export function waitsTooLongBefore(on: Temporal.PlainDate, days: number): string {
  return on.subtract({ days }).toString();
}

/** Days by which a contact is overdue; zero or less: within the cadence. The day the cadence ends still counts. */
export function daysOverdue(waitingSince: string, days: number, on: string): number {
  return Temporal.PlainDate.from(waitingSince).until(on).days - days;
}
