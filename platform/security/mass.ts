import type { MassExport } from './settings.ts';

/** What a person has taken on a day: rows, and different clients. */
export type Taken = { readonly rows: number; readonly clients: number };

/** Whether what was taken since goes beyond the limit for the first time. */
export function goesBeyond(before: Taken, after: Taken, limit: MassExport): boolean {
  const beyond = ({ rows, clients }: Taken) => rows > limit.rows || clients > limit.clients;
  return beyond(after) && !beyond(before);
}
