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
