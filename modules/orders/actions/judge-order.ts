import { createHash } from 'node:crypto';
import { canonicalJson } from '#kernel/digest.ts';
import { readSetting } from '#modules/organization/contract.ts';
import type { Work } from '#platform/work.ts';
import {
  type ClientFacts,
  type ColumnRow,
  clientFacts,
  lockCredit,
  openOrders,
  type PriceRow,
  priceColumns,
  pricesToday,
} from '../data/facts.ts';
import type { LineRow } from '../data/order-lines.ts';
import { refuse } from '../refusals.ts';
import { type CreditFacts, type CreditVerdict, judgeCredit } from '../rules/judge-credit.ts';
import { type JudgedLine, type Need, needsOf } from '../rules/needs.ts';
import { type ColumnRule, type EarnedColumn, earnedColumn } from '../rules/price-column.ts';
import type { DefaultTerms } from '../settings.ts';
import { creditFacts } from '../slots.ts';

/** What a client may have without anybody's authority. */
export type Standing = {
  readonly client: ClientFacts;
  readonly columns: readonly ColumnRow[];
  readonly earned: EarnedColumn;
  /** The better of the column agreed and the column earned. */
  readonly entitled: ColumnRow;
  readonly terms: DefaultTerms;
};

/** Reads how a client stands. @throws Refused `orders.unknown-client`, `orders.no-columns`. */
export async function standingOf(w: Work, clientId: string): Promise<Standing> {
  const [client, rows, rule, defaults] = await Promise.all([
    clientFacts(w, clientId),
    priceColumns(w),
    readSetting<ColumnRule>(w, 'orders.price-columns'),
    readSetting<DefaultTerms>(w, 'orders.default-terms'),
  ]);
  if (!client) return refuse('orders.unknown-client');
  const columns = rows.map((row) => ({ id: row.id, number: row.number, minMonthlySales: row.min_monthly_sales }));
  const facts = { columns, class: client.class, sales12m: client.sales_12m, paymentDays: client.payment_days };
  const earned = earnedColumn(facts, rule);
  if (!earned) return refuse('orders.no-columns');
  const agreed = rows.find((row) => row.id === client.terms_column);
  const entitled = rows.find((row) => row.number === Math.max(agreed?.number ?? 0, earned.column.number));
  if (!entitled) return refuse('orders.no-columns');
  const terms =
    client.terms_revision === null
      ? defaults
      : {
          paymentDays: client.payment_days ?? 0,
          creditLimit: client.credit_limit ?? 0,
          overdueToleranceDays: client.overdue_tolerance_days ?? 0,
        };
  return { client, columns: rows, earned, entitled, terms };
}

/** An order as it is judged. */
export type Judged = {
  readonly id: string | null;
  readonly clientId: string;
  readonly priceColumnId: string;
  readonly total: number;
  readonly lines: readonly LineRow[];
};

export type Judgement = {
  readonly standing: Standing;
  readonly column: ColumnRow;
  readonly lines: readonly JudgedLine[];
  readonly facts: CreditFacts;
  readonly averageDelayDays: number | null;
  readonly credit: CreditVerdict;
  readonly needs: readonly Need[];
};

/**
 * Judges an order by the facts of this moment. The one way that every door takes: form, API, copy, bulk act, import, and
 * the decision of a request.
 * @param lock whether the client's credit is held until the end of the act, so that no other order takes it meanwhile
 */
export async function judgeOrder(w: Work, order: Judged, options: { lock: boolean }): Promise<Judgement> {
  if (options.lock) lockCredit(w, order.clientId);
  const products = [...new Set(order.lines.map((line) => line.product_id))];
  const [standing, debt, open, chosen] = await Promise.all([
    standingOf(w, order.clientId),
    w.registry.answer(creditFacts)(w, order.clientId),
    openOrders(w, order.clientId, order.id),
    pricesToday(w, products, order.priceColumnId),
  ]);
  const column = standing.columns.find((each) => each.id === order.priceColumnId) ?? refuse('orders.unknown-column');
  const { entitled } = standing;
  const free = entitled.id === column.id ? chosen : await pricesToday(w, products, entitled.id);
  const lines = judgedLines(order.lines, chosen, free);
  const facts: CreditFacts = {
    limit: standing.terms.creditLimit,
    toleranceDays: standing.terms.overdueToleranceDays,
    owed: debt.owed,
    overdue: debt.overdue,
    oldestOverdueDays: debt.oldestOverdueDays,
    brokenPromises: debt.brokenPromises,
    openOrders: open,
    incoming: order.total,
  };
  const credit = judgeCredit(facts);
  const needs = needsOf({ column: column.number, entitledColumn: standing.entitled.number, lines, credit });
  return { standing, column, lines, facts, averageDelayDays: debt.averageDelayDays ?? null, credit, needs };
}

/** Discounts count from today's prices; where a product has none any more, from those that it was priced with. */
function judgedLines(lines: readonly LineRow[], chosen: readonly PriceRow[], free: readonly PriceRow[]): JudgedLine[] {
  const inColumn = new Map(chosen.map((row) => [row.product_id, row.unit_price]));
  const inEntitled = new Map(free.map((row) => [row.product_id, row.unit_price]));
  return lines.map((line) => ({
    position: line.position,
    unitPrice: line.unit_price,
    discountBp: line.discount_bp,
    columnPrice: inColumn.get(line.product_id) ?? line.column_price,
    entitledPrice: inEntitled.get(line.product_id) ?? line.column_price,
  }));
}

/** The hash of what is decided about an order: client, column and every line as it will be charged. */
export function contentHash(order: { clientId: string; priceColumnId: string; lines: readonly LineRow[] }): string {
  const lines = order.lines.map((line) => [line.product_id, line.quantity, line.unit_price, line.discount_bp]);
  const content = { client: order.clientId, column: order.priceColumnId, lines };
  return createHash('sha256').update(canonicalJson(content)).digest('hex');
}
