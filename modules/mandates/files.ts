import { fileKind } from '#platform/declare/file-kind.ts';
import { acknowledgementById, acknowledgementKind } from './data/acknowledgements.ts';
import { scansClosedFor } from './rules/paper-signature.ts';

/** The scan of a signed acknowledgement sheet: for a signature on paper. */
export const acknowledgementFiles = fileKind({
  key: acknowledgementKind,
  permits: ['mandates.draft'],
  accepts: ['image', 'pdf'],
  find: async (w, id) => {
    const found = await acknowledgementById(w, id);
    return found && { keeperId: null, closedFor: scansClosedFor(found) };
  },
});
