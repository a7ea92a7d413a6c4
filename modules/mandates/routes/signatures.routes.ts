import { answer, type Route } from '#platform/http/route.ts';
import { mayI, type Work } from '#platform/work.ts';
import { recordPaperSignature, remindUnsigned, signAcknowledgement } from '../actions/sign-acknowledgement.ts';
import { acknowledgementsBy, acknowledgementsOf, unsigned } from '../data/acknowledgements.ts';
import { version } from '../data/versions.ts';
import * as at from '../endpoints-signatures.ts';
import { refuse } from '../refusals.ts';

const may = (w: Work, permit: string) => mayI(w, permit).kind === 'allowed';
const done = async (work: Promise<unknown>) => {
  await work;
  return {};
};

export const signatureRoutes: readonly Route[] = [
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
