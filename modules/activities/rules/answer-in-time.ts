/**
 * Whether what was laid before someone was answered within hours: `done`, `late`, `missed` when the time is over and there
 * is no answer, `running` while there is still time.
 */
export function judgeAnswer(
  askedAt: string,
  answeredAt: string | null,
  withinHours: number,
  now: Temporal.Instant,
): 'done' | 'late' | 'missed' | 'running' {
  const due = Temporal.Instant.from(askedAt).add({ hours: withinHours });
  const at = answeredAt === null ? now : Temporal.Instant.from(answeredAt);
  const inTime = Temporal.Instant.compare(at, due) <= 0;
  if (answeredAt === null) return inTime ? 'running' : 'missed';
  return inTime ? 'done' : 'late';
}
