/** What other modules may use of plans. */
export { approvePlans } from './actions/approve-plans.ts';
export { planHistory } from './actions/plan-history.ts';
export { type CellWish, setPlans } from './actions/set-plans.ts';
export { settlePay } from './actions/settle-pay.ts';
/** What everybody is late with, as the screen of the team shows it; every ten minutes by itself. */
export { gatherLateWork } from './jobs/gather-late-work.ts';
export { type Metric, metrics } from './metrics.ts';
