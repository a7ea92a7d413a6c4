/** What other modules may use of clients. */

/** The client within the actor's reach; throws `clients.unknown-client` (404) for any other. */
export { findClient } from './actions/find-client.ts';
export type { ClientRow } from './data/clients.ts';
/** Those of the ids that are within reach. */
export { clientsByIds } from './data/clients.ts';
/** Contracts of a keeper's clients that run out and of which nothing was decided. */
export { type RunningOut, runningOut } from './data/contracts.ts';
/** What modules above tell, so that lists of a million clients can be sorted by it. */
export { activeBase, tellContact, tellDebt, tellOrder, tellSales } from './data/told.ts';
/** Slots: fill them in your manifest with `fills: [clientFigures.with(…)]`. */
export {
  type ClientFigure,
  type ClientTrends,
  clientFigures,
  clientTrends,
  type OpenMatter,
  openMatters,
  type PricePaid,
  pricesPaid,
  type SalesHistory,
  salesHistory,
  type TrendUnit,
} from './slots.ts';
