/** Buckets of debt by days overdue, in the order of the screen. `notDue` is owed but not yet due. */
export const ageBuckets = ['notDue', 'to30', 'to60', 'to90', 'over90'] as const;
export type AgeBucket = (typeof ageBuckets)[number];
export type Ages = Readonly<Record<AgeBucket, number>>;

/** The bucket of a debt that is `days` overdue (0 or less: not yet due). */
export function bucketOf(days: number): AgeBucket {
  if (days <= 0) return 'notDue';
  if (days <= 30) return 'to30';
  if (days <= 60) return 'to60';
  if (days <= 90) return 'to90';
  return 'over90';
}
