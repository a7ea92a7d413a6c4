import { alwaysOpen, fileKind } from '#platform/declare/file-kind.ts';
import { activity } from './data/activities.ts';

/** What a visit or call brought: photos of the shelf, signed papers, what was said. */
export const activityFiles = fileKind({
  key: 'activities.activities',
  permits: ['activities.record'],
  accepts: ['image', 'pdf', 'recording', 'office', 'text'],
  find: async (w, id) => {
    const found = await activity(w, id);
    return found && { keeperId: found.keeperId, closedFor: alwaysOpen };
  },
});
