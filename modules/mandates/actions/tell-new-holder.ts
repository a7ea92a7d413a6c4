import type { Work } from '#platform/work.ts';
import { unsignedFor } from '../data/acknowledgements.ts';
import { notify } from '../data/notify.ts';

/**
 * Tells whoever was put on a position what they have to read and sign for it. The database sent it to them in the
 * transaction of the appointment; the nightly reminder comes on top.
 */
export async function tellNewHolder(w: Work, appointed: { employeeId: string; positionId: string }): Promise<void> {
  for (const { versionId, title, number } of await unsignedFor(w, appointed))
    await notify(
      w,
      appointed.employeeId,
      'mandates.to-sign',
      { title, number },
      `/job-descriptions/versions/${versionId}`,
    );
}
