import { answer, type Route } from '#platform/http/route.ts';
import { mayI, type Work } from '#platform/work.ts';
import { describePosition, draftNextVersion } from '../actions/draft-version.ts';
import { description, descriptions } from '../data/descriptions.ts';
import { versionsOf } from '../data/versions.ts';
import * as at from '../endpoints-descriptions.ts';
import { refuse } from '../refusals.ts';
import { templateLines } from './kinds.ts';
import { standing } from './version-card.ts';

const may = (w: Work, permit: string) => mayI(w, permit).kind === 'allowed';

export const descriptionRoutes: readonly Route[] = [
  answer(at.listDescriptions, async (w, { query }) => {
    const can = { draft: may(w, 'mandates.draft'), approve: may(w, 'mandates.approve') };
    return { items: await descriptions(w, query.q, can.draft || may(w, 'mandates.read')), can };
  }),
  answer(at.describePosition, (w, { body }) => describePosition(w, body)),
  answer(at.readDescription, async (w, { params }) => {
    const [found, versions] = await Promise.all([description(w, params.id), versionsOf(w, params.id)]);
    if (!found) refuse('mandates.unknown-description');
    const underWay = versions.some(({ state }) => state !== 'approved' && state !== 'revoked');
    const draftNext = !may(w, 'mandates.draft') ? [] : underWay ? ['mandates.draft-exists'] : (true as const);
    return {
      ...found,
      versions: versions.map((each) => ({ ...each, standing: standing(w, each) })),
      can: { draftNext },
    };
  }),
  answer(at.draftNextVersion, (w, { params }) => draftNextVersion(w, params.id)),
  answer(at.listTemplates, async (w) => ({ items: templateLines(w) })),
];
