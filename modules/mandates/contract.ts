export { approveVersion } from './actions/approve-version.ts';
export { type Drafted, describePosition } from './actions/draft-version.ts';
/** The duty clauses that bind an employee on a day, with the kinds of activity that they ask for. */
export { dutyClausesOn } from './actions/duty-clauses.ts';
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
/** Who is bound by a kind of duty or right today; which clause binds an employee on a day. */
export { boundToday, clauseOn } from './data/in-force.ts';
export { notify } from './data/notify.ts';
/**
 * Slots: what superiors assign, filled with `assignedWork.with(…)`; what a clause about pay came to, asked by appraisals and
 * answered by whoever computes pay; what else the reader of a request may know.
 */
export {
  type AskedRequest,
  type AssignedLine,
  assignedWork,
  type ClausePay,
  clausePay,
  readerFacts,
} from './slots.ts';
