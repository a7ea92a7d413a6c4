import { answer, type Route } from '#platform/http/route.ts';
import { approveVersion, revokeVersion } from '../actions/approve-version.ts';
import * as review from '../actions/review-version.ts';
import * as at from '../endpoints-reviews.ts';

const done = async (work: Promise<unknown>) => {
  await work;
  return {};
};

export const reviewRoutes: readonly Route[] = [
  answer(at.submitVersion, (w, { params, body }) => review.submitVersion(w, params.id, body.reviewerIds)),
  answer(at.recallVersion, (w, { params }) => review.recallVersion(w, params.id)),
  answer(at.reviewVersion, (w, { params, body }) => review.reviewVersion(w, params.id, body)),
  answer(at.resolveRemark, (w, { params, body }) => done(review.resolveRemark(w, params.id, body.text))),
  answer(at.approveVersion, (w, { params, body }) => approveVersion(w, params.id, body)),
  answer(at.revokeVersion, (w, { params, body }) => revokeVersion(w, params.id, body.on)),
];
