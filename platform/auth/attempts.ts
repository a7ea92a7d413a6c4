/** How many attempts are let through within a window, in seconds. */
export type AttemptLimit = { readonly window: number; readonly max: number };
/** Whether the attempt is let through; if not, in how many seconds the next one may be. */
export type AttemptAnswer = { readonly allowed: boolean; readonly retryAfter: number | null };
export type Attempts = { readonly consume: (key: string, limit: AttemptLimit) => AttemptAnswer };

type Window = { readonly endsAt: number; count: number };
/** So many keys are forgotten only when their windows have ended; beyond it the oldest go first. */
const mostKeys = 100_000;

/**
 * Counts attempts by key, in memory, in windows that begin with the first attempt and end by the clock, however many
 * follow: a whole office behind one address is not refused because somebody signs in every half minute.
 * `now` gives milliseconds.
 */
export function countAttempts(now: () => number = Date.now): Attempts {
  const windows = new Map<string, Window>();
  return {
    consume(key, { window, max }) {
      const at = now();
      const open = windows.get(key);
      if (open && at < open.endsAt) {
        if (open.count >= max) return { allowed: false, retryAfter: Math.ceil((open.endsAt - at) / 1000) };
        open.count += 1;
        return { allowed: true, retryAfter: null };
      }
      windows.delete(key);
      if (windows.size >= mostKeys) forget(windows, at);
      windows.set(key, { endsAt: at + window * 1000, count: 1 });
      return { allowed: true, retryAfter: null };
    },
  };
}

/** Drops ended windows, or, when none has ended, the one that was opened first. */
function forget(windows: Map<string, Window>, at: number): void {
  for (const [key, { endsAt }] of windows) if (endsAt <= at) windows.delete(key);
  const [first] = windows.keys();
  if (windows.size >= mostKeys && first !== undefined) windows.delete(first);
}
