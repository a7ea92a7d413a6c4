/** What was done in time of what was required, in basis points, at most the whole. Nothing required: whole. */
export function shareDone(measured: { required: number; done: number }): number {
  if (measured.required <= 0) return 10_000;
  const share = (measured.done / measured.required) * 10_000;
  return Math.min(10_000, Math.max(0, Math.round(share)));
}
