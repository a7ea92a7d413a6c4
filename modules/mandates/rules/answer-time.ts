/** How a request stands that had to be answered by a moment. */
export function judgeAnswer(
  request: { dueAt: string; decidedAt: string | null },
  now: string,
): 'done' | 'late' | 'missed' | 'waiting' {
  const due = Temporal.Instant.from(request.dueAt);
  const at = Temporal.Instant.from(request.decidedAt ?? now);
  const inTime = Temporal.Instant.compare(at, due) <= 0;
  if (request.decidedAt === null) return inTime ? 'waiting' : 'missed';
  return inTime ? 'done' : 'late';
}
