/** When a person wants the digest; hour and weekday (Monday is 1) in the company's time zone. */
export type DigestTime = {
  readonly frequency: 'off' | 'daily' | 'weekly';
  readonly hour: number;
  readonly weekday: number;
};

/** The latest moment up to now for which a digest is wanted; null when none is. */
export function latestDigest(wanted: DigestTime, now: Temporal.Instant, timeZone: string): Temporal.Instant | null {
  if (wanted.frequency === 'off') return null;
  const today = now.toZonedDateTimeISO(timeZone).toPlainDate();
  const back = wanted.frequency === 'weekly' ? (today.dayOfWeek - wanted.weekday + 7) % 7 : 0;
  const at = (day: Temporal.PlainDate) =>
    day.toZonedDateTime({ timeZone, plainTime: { hour: wanted.hour } }).toInstant();
  const slot = at(today.subtract({ days: back }));
  if (Temporal.Instant.compare(slot, now) <= 0) return slot;
  return at(today.subtract({ days: back + (wanted.frequency === 'weekly' ? 7 : 1) }));
}
