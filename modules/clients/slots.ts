import { type Slot, slot } from '#platform/declare/slot.ts';
import type { Work } from '#platform/work.ts';

/**
 * A figure on the client's card. Its name is the text `figure.<key>`; `amount` is minor units of the company's currency,
 * `count`, `days` and `rate` (basis points) plain numbers, `day` a date. `href` opens the records behind it.
 */
export type ClientFigure = {
  readonly key: string;
  readonly kind: 'amount' | 'count' | 'days' | 'rate' | 'day';
  readonly value: number | string | null;
  readonly tone: 'neutral' | 'good' | 'warning' | 'bad';
  readonly href: string | null;
};

/** Figures that modules above give for a client's card; every filling is asked. */
export const clientFigures: Slot<(w: Work, clientId: string) => Promise<readonly ClientFigure[]>> = slot(
  'clients.figures',
  {
    otherwise: async (_w: Work, _clientId: string): Promise<readonly ClientFigure[]> => [],
  },
);

/**
 * What is open with clients that change hands: open orders, debts, promises, planned contacts. Names: texts `handover.<key>`;
 * amounts in minor units; `href` lists such records of the keeper who is named.
 */
export type OpenMatter = {
  readonly key: string;
  readonly count: number;
  readonly amount: number | null;
  readonly href: string | null;
};
export const openMatters: Slot<
  (w: Work, clientIds: readonly string[], keeperId: string) => Promise<readonly OpenMatter[]>
> = slot('clients.open-matters', {
  otherwise: async (_w: Work, _clientIds: readonly string[], _keeperId: string): Promise<readonly OpenMatter[]> => [],
});

/** The sales history of a client: month by month, and by product; orders fill it. Amounts in minor units. */
export type SalesHistory = {
  readonly months: readonly {
    readonly month: string;
    readonly orders: number;
    readonly shipped: number;
    readonly returned: number;
    readonly discount: number;
  }[];
  readonly products: readonly {
    readonly id: string;
    readonly code: string;
    readonly name: string;
    readonly orders: number;
    readonly quantity: number;
    readonly amount: number;
    readonly lastOn: string;
    readonly lastPrice: number;
    readonly usualDays: number | null;
  }[];
};
export const salesHistory: Slot<(w: Work, clientId: string, from: string) => Promise<SalesHistory>> = slot(
  'clients.sales-history',
  {
    otherwise: async (_w: Work, _clientId: string, _from: string): Promise<SalesHistory> => ({
      months: [],
      products: [],
    }),
  },
);

/** How a history is divided. */
export type TrendUnit = 'quarter' | 'year';

/**
 * Trends of what a client buys, period by period, the earliest first; orders fill it. Amounts in minor units of the
 * company's currency, shares and discounts in basis points. `newProducts` were never bought before the period;
 * `lostProducts` were bought in the period before it and never since, null while the period still runs.
 */
export type ClientTrends = {
  readonly periods: readonly {
    readonly key: string;
    readonly from: string;
    readonly to: string;
    readonly orders: number;
    readonly averageDays: number | null;
    readonly ordered: number;
    readonly discount: number;
    readonly discountBp: number | null;
    readonly shipped: number;
    readonly returned: number;
    readonly products: number;
    readonly newProducts: number;
    readonly lostProducts: number | null;
  }[];
  /** Groups of products, those bought most first; `amounts` as the periods. */
  readonly groups: readonly {
    readonly id: string | null;
    readonly name: string | null;
    readonly amounts: readonly number[];
    readonly amount: number;
    readonly shareBp: number;
  }[];
  readonly products: readonly {
    readonly id: string;
    readonly code: string;
    readonly name: string;
    readonly group: string | null;
    readonly orders: number;
    readonly quantity: number;
    readonly amount: number;
    readonly shareBp: number;
    readonly firstOn: string;
    readonly lastOn: string;
    readonly lastPrice: number;
    readonly lastDiscountBp: number;
    readonly usualDays: number | null;
    readonly state: 'new' | 'kept' | 'lost';
  }[];
};
export const clientTrends: Slot<
  (w: Work, clientId: string, ask: { unit: TrendUnit; years: number }) => Promise<ClientTrends>
> = slot('clients.trends', {
  otherwise: async (_w: Work, _clientId: string, _ask: { unit: TrendUnit; years: number }): Promise<ClientTrends> => ({
    periods: [],
    groups: [],
    products: [],
  }),
});

/** One purchase of a product: prices for one unit in minor units, `paidPrice` after the discount; orders fill it. */
export type PricePaid = {
  readonly orderId: string;
  readonly number: string;
  readonly on: string;
  readonly quantity: number;
  readonly listPrice: number;
  readonly unitPrice: number;
  readonly discountBp: number;
  readonly paidPrice: number;
  readonly amount: number;
};
export const pricesPaid: Slot<
  (w: Work, clientId: string, productId: string, most: number) => Promise<readonly PricePaid[]>
> = slot('clients.prices-paid', {
  otherwise: async (
    _w: Work,
    _clientId: string,
    _productId: string,
    _most: number,
  ): Promise<readonly PricePaid[]> => [],
});
