import { definePermits } from '#kernel/permit.ts';
import { defineRefusals } from '#kernel/refusal.ts';

/** Permits of the platform's own mechanisms. */
export const platformPermits = definePermits({
  'platform.operate': {},
  'journal.read': {},
  'imports.run': {},
  'imports.revert': {},
  'exports.run': { everyone: true },
});

export const platformRefusals = defineRefusals({
  codes: {
    'platform.not-signed-in': 401,
    'platform.not-granted': 403,
    'platform.beyond-limit': 403,
    'platform.out-of-reach': 403,
    'platform.foreign-page': 403,
    'platform.not-found': 404,
    'platform.no-such-address': 404,
    'platform.already-there': 409,
    'platform.changed-meanwhile': 412,
    'platform.revision-needed': 412,
    'platform.too-large': 413,
    'platform.wrong-media-type': 415,
    'platform.malformed': 400,
    'platform.invalid-input': 422,
    'platform.invalid-value': 422,
    'platform.unknown-reference': 422,
    'platform.wrong-credential': 422,
    'platform.file-needed': 422,
    'platform.key-reused': 422,
    'platform.unreadable-file': 422,
    'platform.import-missing': 422,
    'platform.import-not-text': 422,
    'platform.import-not-code': 422,
    'platform.import-not-money': 422,
    'platform.import-not-number': 422,
    'platform.import-not-rate': 422,
    'platform.import-not-date': 422,
    'platform.import-not-flag': 422,
    'platform.import-repeated': 422,
    'platform.import-unknown-reference': 422,
    'platform.import-stopped': 422,
    'platform.import-broken-off': 503,
    'platform.import-not-revertible': 409,
    'platform.import-depended-on': 409,
    'platform.too-many': 429,
    'platform.busy': 503,
    'platform.unavailable': 503,
    'platform.defect': 503,
  },
});
