import { answer, type Route } from '#platform/http/route.ts';
import { mayI, type Work } from '#platform/work.ts';
import { approveVersion, revokeVersion } from '../actions/approve-version.ts';
import { describePosition, draftNextVersion } from '../actions/draft-version.ts';
import { judgeBinding } from '../actions/judge-binding.ts';
import * as review from '../actions/review-version.ts';
import { sayBinding } from '../actions/say.ts';
import { recordPaperSignature, remindUnsigned, signAcknowledgement } from '../actions/sign-acknowledgement.ts';
import * as write from '../actions/write-clauses.ts';
import { acknowledgementsBy, acknowledgementsOf, unsigned } from '../data/acknowledgements.ts';
import { description, descriptions } from '../data/descriptions.ts';
import { version, versionsOf } from '../data/versions.ts';
import * as at from '../endpoints.ts';
import { refuse } from '../refusals.ts';
import { kinds, templateLines } from './kinds.ts';
import { comparison, standing, versionCard } from './version-card.ts';

const may = (w: Work, permit: string) => mayI(w, permit).kind === 'allowed';
const done = async (work: Promise<unknown>) => {
  await work;
  return {};
};

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
  answer(at.readVersion, (w, { params }) => versionCard(w, params.id)),
  answer(at.addClause, (w, { params, body }) =>
    write.addClause(w, params.id, { area: '', cadence: '', responsibility: null, legalReference: '', ...body }),
  ),
  answer(at.editClause, (w, { params, body }) => write.editClause(w, params.id, body)),
  answer(at.removeClause, (w, { params }) => done(write.removeClause(w, params.id))),
  answer(at.orderClauses, (w, { params, body }) =>
    done(write.orderClauses(w, params.id, body.section, body.clauseIds)),
  ),
  answer(at.addBinding, (w, { params, body }) => write.addBinding(w, params.id, body)),
  answer(at.setBinding, (w, { params, body }) => write.setBinding(w, params.id, body.settings)),
  answer(at.removeBinding, (w, { params }) => done(write.removeBinding(w, params.id))),
  answer(at.submitVersion, (w, { params, body }) => review.submitVersion(w, params.id, body.reviewerIds)),
  answer(at.recallVersion, (w, { params }) => review.recallVersion(w, params.id)),
  answer(at.reviewVersion, (w, { params, body }) => review.reviewVersion(w, params.id, body)),
  answer(at.resolveRemark, (w, { params, body }) => done(review.resolveRemark(w, params.id, body.text))),
  answer(at.approveVersion, (w, { params, body }) => approveVersion(w, params.id, body)),
  answer(at.revokeVersion, (w, { params, body }) => revokeVersion(w, params.id, body.on)),
  answer(at.compareVersions, (w, { params, query }) => comparison(w, params.id, query.with)),
  answer(at.listKinds, async (w) => ({ items: kinds(w) })),
  answer(at.sayBinding, async (w, { body }) => {
    const { fault, detail } = judgeBinding(w.registry, body);
    return { said: fault ? '' : sayBinding(w, body), fault, detail };
  }),
  answer(at.listTemplates, async (w) => ({ items: templateLines(w) })),
  answer(at.myAcknowledgements, async (w) => ({ items: await acknowledgementsBy(w, w.actor.employeeId ?? '') })),
  answer(at.listUnsigned, async (w) => ({ items: await unsigned(w), can: { remind: may(w, 'mandates.draft') } })),
  answer(at.versionAcknowledgements, async (w, { params }) => {
    const [found, items] = await Promise.all([version(w, params.id), acknowledgementsOf(w, params.id)]);
    if (!found) refuse('mandates.unknown-version');
    return { items };
  }),
  answer(at.signAcknowledgement, (w, { params, body }) => done(signAcknowledgement(w, params.id, body))),
  answer(at.recordPaperSignature, (w, { params, body }) => done(recordPaperSignature(w, params.id, body.scanId))),
  answer(at.remindUnsigned, (w, { params }) => remindUnsigned(w, params.id)),
];
