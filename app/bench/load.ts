/** How often something was done in a second, and how long each took, in milliseconds. */
export type Load = { readonly perSecond: number; readonly p50: number; readonly p99: number; readonly count: number };

/** What one drive took: the times of what was done within its seconds, in milliseconds. */
export type Drive = { readonly taken: readonly number[]; readonly seconds: number };

/** So many do it at once: the connections that rival systems were measured with. */
export const atOnce = 16;

/**
 * Does something over and over with every worker for some seconds: one at a time each, the next when the last has ended.
 * What begins in the first third of a second does not count; what began in time counts with all that it took.
 */
export async function drive<Worker>(
  workers: readonly Worker[],
  seconds: number,
  once: (worker: Worker, n: number) => Promise<void>,
): Promise<Drive> {
  const taken: number[] = [];
  const from = performance.now() + 333;
  const until = from + seconds * 1000;
  let last = until;
  let n = 0;
  await Promise.all(
    workers.map(async (worker) => {
      for (;;) {
        const began = performance.now();
        if (began >= until) return;
        n += 1;
        await once(worker, n);
        last = Math.max(last, performance.now());
        if (began >= from) taken.push(performance.now() - began);
      }
    }),
  );
  return { taken, seconds: (last - from) / 1000 };
}

/** Sums several drives of the same up. */
export function summed(drives: readonly Drive[]): Load {
  const taken = drives.flatMap((each) => each.taken).sort((a, b) => a - b);
  const seconds = drives.reduce((so, each) => so + each.seconds, 0);
  const at = (share: number) => taken[Math.min(taken.length - 1, Math.floor(taken.length * share))] ?? Number.NaN;
  return { perSecond: taken.length / seconds, p50: at(0.5), p99: at(0.99), count: taken.length };
}
