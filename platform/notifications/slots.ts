import { slot } from '#platform/declare/slot.ts';
import type { Work } from '#platform/work.ts';

/** Something that is due today or late, in the reader's words, and where it is done. */
export type DueLine = { readonly text: string; readonly late: boolean; readonly href: string };

/** Asks what is due for the person who acts; modules that know of duties answer. */
export const workDue = slot<(w: Work) => Promise<readonly DueLine[]>>('notifications.work-due', {
  otherwise: async () => [],
});
