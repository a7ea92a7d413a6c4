export { approveVersion } from './actions/approve-version.ts';
export { type Drafted, describePosition } from './actions/draft-version.ts';
export {
  type Asking,
  decisionFor,
  type Granted,
  openRequest,
  outdateRequests,
  withdrawRequests,
} from './actions/open-request.ts';
export { reviewVersion, submitVersion } from './actions/review-version.ts';
export { wordsOf } from './actions/say.ts';
/** Days that an appraisal covers: what is measured there stands still. */
export { appraisedDays } from './data/appraised-days.ts';
export { notify } from './data/notify.ts';
/** Slots: what a clause about pay came to; what else the reader of a request may know. */
export { type AskedRequest, type ClausePay, clausePay, readerFacts } from './slots.ts';
