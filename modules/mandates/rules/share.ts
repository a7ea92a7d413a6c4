/** What was done in time of what was required, in basis points, at most the whole. Nothing required: whole. */
export function shareDone(measured: { required: number; done: number }): number {
  if (measured.required <= 0) return 10_000;
  const share = (measured.done / measured.required) * 10_000;
  return Math.min(10_000, Math.max(0, Math.round(share)));
}

/** What is left of each limit; a dimension that nothing uses up has its whole limit left. */
export function limitsLeft(
  limits: Readonly<Record<string, number>>,
  used: Readonly<Record<string, number>>,
): Record<string, number> {
  return Object.fromEntries(
    Object.entries(limits).map(([dimension, limit]) => [dimension, Math.max(0, limit - (used[dimension] ?? 0))]),
  );
}
