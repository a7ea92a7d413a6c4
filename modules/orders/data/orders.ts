import { sql } from '#platform/db/sql.ts';
import type { Work } from '#platform/work.ts';
import type { OrderState } from '../rules/order-lifecycle.ts';

export type OrderRow = {
  id: string;
  number: string | null;
  client_id: string;
  keeper_id: string;
  state: OrderState;
  channel: string;
  taken_by: string | null;
  acting_for: string | null;
  ordered_on: string;
  wanted_on: string | null;
  price_column_id: string;
  payment_days: number;
  currency: string;
  total: number;
  line_count: number;
  uninvoiced: number;
  note: string;
  client_reference: string;
  content_hash: string;
  asked_revision: number | null;
  sent_back: string;
  confirmed_at: string | null;
  confirmed_by: string | null;
  handed_at: string | null;
  enter_by: string | null;
  entered_at: string | null;
  entered_by: string | null;
  entered_total: number | null;
  differs: boolean;
  checked_at: string | null;
  checked_by: string | null;
  shipped_on: string | null;
  cancelled_at: string | null;
  cancelled_by: string | null;
  cancel_reason: string;
  copied_from: string | null;
  revision: number;
};

/** What an order has while nobody else has typed it. */
export const notTyped = {
  entered_at: null,
  entered_by: null,
  entered_total: null,
  differs: false,
  checked_at: null,
  checked_by: null,
} as const;

const columns = sql.raw(`id, number, client_id, keeper_id, state, channel, taken_by, acting_for, ordered_on, wanted_on,
  price_column_id, payment_days, currency, total, line_count, uninvoiced, note, client_reference, content_hash,
  asked_revision, sent_back, confirmed_at, confirmed_by, handed_at, enter_by, entered_at, entered_by, entered_total, differs,
  checked_at, checked_by, shipped_on, cancelled_at, cancelled_by, cancel_reason, copied_from, revision`);

/** An order within reach. */
export function findOrder(w: Work, id: string): Promise<OrderRow | undefined> {
  return w.db.first(sql<OrderRow>`select ${columns} from orders.orders where id = ${id}`);
}

/** An order within reach, locked until the end of the act. Undefined also where the actor may read and not act on it. */
export function lockOrder(w: Work, id: string): Promise<OrderRow | undefined> {
  return w.db.first(sql<OrderRow>`select ${columns} from orders.orders where id = ${id} for no key update`);
}

export type NewOrder = {
  id: string;
  clientId: string;
  keeperId: string;
  channel: string;
  takenBy: string | null;
  actingFor: string | null;
  wantedOn: string | null;
  priceColumnId: string;
  paymentDays: number;
  note: string;
  clientReference: string;
  total: number;
  lineCount: number;
  contentHash: string;
  copiedFrom: string | null;
};

/** Keeps a new draft. */
export async function insertOrder(w: Work, order: NewOrder): Promise<void> {
  await w.db.run(sql`insert into orders.orders (id, company_id, client_id, keeper_id, channel, taken_by, acting_for, ordered_on,
      wanted_on, price_column_id, payment_days, currency, note, client_reference, total, line_count, content_hash, copied_from)
    values (${order.id}, ${w.actor.companyId}, ${order.clientId}, ${order.keeperId}, ${order.channel}, ${order.takenBy}, ${order.actingFor},
      ${w.today.toString()}, ${order.wantedOn}, ${order.priceColumnId}, ${order.paymentDays}, ${w.company.currency}, ${order.note},
      ${order.clientReference}, ${order.total}, ${order.lineCount}, ${order.contentHash}, ${order.copiedFrom})`);
}

type Changes = Partial<Omit<OrderRow, 'id' | 'revision' | 'client_id' | 'keeper_id'> & { import_id: null }>;

/** Changes columns of an order that the act has locked, and gives its new revision. */
export async function changeOrder(w: Work, id: string, changes: Changes): Promise<number> {
  const set = sql.join(Object.entries(changes).map(([column, value]) => sql`${sql.ref(column)} = ${value}`));
  const row = await w.db.one(
    sql<{ revision: number }>`update orders.orders set ${set} where id = ${id} returning revision`,
  );
  return row.revision;
}

/**
 * Changes an order and gives it the next official number of the company. Do it last: the number holds up every other
 * confirmation until the commit.
 */
export function numberOrder(w: Work, id: string, changes: Changes): Promise<{ revision: number; number: string }> {
  const set = sql.join(Object.entries(changes).map(([column, value]) => sql`${sql.ref(column)} = ${value}`));
  return w.db.one(sql<{ revision: number; number: string }>`update orders.orders set ${set},
      number = orders.next_number(${w.actor.companyId}, ${w.today.year})
    where id = ${id} returning revision, number`);
}
