/** What other modules may use of activities. */

/** Records a contact that was not planned, with its cause and outcome; refuses what lacks something. */
export { logContact } from './actions/carry-out.ts';
/** Plans a contact, into the week plan or, with a cause, outside of it. */
export { planActivity } from './actions/plan-activity.ts';
export type { ActivityRow } from './data/activities.ts';
/** What is planned with a client within reach, which steps are open, and what was done, the latest first. */
export { activitiesWith as contactsOf } from './data/activities.ts';
/** What an employee did in a period, as evidence, whoever keeps the clients now. */
export { activitiesLogged, type Logged } from './data/evidence.ts';
/** The last contact with each of the clients that are within reach. */
export { type LastContact, lastContacts } from './data/last-contacts.ts';
/** When the company works. */
export { workingCalendar } from './data/norms.ts';
/** Slots: fill them in your manifest with `fills: [weekProposals.with(…), recordPromise.with(…)]`. */
export { type AgreedPayment, type ProposedContact, recordPromise, weekProposals } from './slots.ts';
