import { sql } from '#platform/db/sql.ts';
import type { Work } from '#platform/work.ts';

export type LineRow = {
  position: number;
  product_id: string;
  quantity: number;
  list_price: number;
  column_price: number;
  unit_price: number;
  price_by_hand: boolean;
  discount_bp: number;
  amount: number;
};

/** The lines of an order as taken, in order. */
export function linesOf(w: Work, orderId: string): Promise<LineRow[]> {
  return w.db.all(sql<LineRow>`select position, product_id, quantity, list_price, column_price, unit_price, price_by_hand,
      discount_bp, amount
    from orders.order_lines where order_id = ${orderId} order by position`);
}

/** Puts lines of an order, all in one statement. */
export async function insertLines(
  w: Work,
  orderId: string,
  keeperId: string,
  lines: readonly LineRow[],
): Promise<void> {
  if (lines.length === 0) return;
  await w.db.run(sql`insert into orders.order_lines (company_id, order_id, keeper_id, position, product_id, quantity,
      list_price, column_price, unit_price, price_by_hand, discount_bp, amount)
    select ${w.actor.companyId}, ${orderId}, ${keeperId}, position, product_id, quantity, list_price, column_price,
      unit_price, price_by_hand, discount_bp, amount
    from jsonb_to_recordset(${JSON.stringify(lines)}::jsonb) l(position int, product_id uuid, quantity numeric,
      list_price bigint, column_price bigint, unit_price bigint, price_by_hand boolean, discount_bp int, amount bigint)`);
}

/** Makes the lines of a draft what they are now; rows that did not change are left alone. */
export async function replaceLines(
  w: Work,
  order: { id: string; keeper_id: string },
  before: readonly LineRow[],
  after: readonly LineRow[],
): Promise<void> {
  const same = (line: LineRow | undefined, other: LineRow | undefined) =>
    JSON.stringify(line) === JSON.stringify(other);
  const old = new Map(before.map((line) => [line.position, line]));
  const now = new Map(after.map((line) => [line.position, line]));
  const gone = before.filter((line) => !same(line, now.get(line.position))).map((line) => line.position);
  if (gone.length > 0) {
    await w.db.run(
      sql`delete from orders.order_lines where order_id = ${order.id} and position = any (${gone}::int[])`,
    );
  }
  await insertLines(
    w,
    order.id,
    order.keeper_id,
    after.filter((line) => !same(line, old.get(line.position))),
  );
}

export type EnteredRow = {
  position: number;
  product_id: string;
  quantity: number;
  unit_price: number;
  discount_bp: number;
  amount: number;
};

/** The lines of an order as sales support entered them; none before. */
export function enteredLinesOf(w: Work, orderId: string): Promise<EnteredRow[]> {
  return w.db.all(sql<EnteredRow>`select position, product_id, quantity, unit_price, discount_bp, amount
    from orders.entered_lines where order_id = ${orderId} order by position`);
}

/** The lines that are shipped and invoiced: as entered, or as taken where history came in without entering. */
export async function bookedLinesOf(w: Work, orderId: string): Promise<EnteredRow[]> {
  const entered = await enteredLinesOf(w, orderId);
  return entered.length > 0 ? entered : linesOf(w, orderId);
}

/** Keeps what was entered, in place of what was entered before. */
export async function keepEntered(
  w: Work,
  orderId: string,
  keeperId: string,
  lines: readonly EnteredRow[],
): Promise<void> {
  await w.db.run(sql`delete from orders.entered_lines where order_id = ${orderId}`);
  await w.db.run(sql`insert into orders.entered_lines (company_id, order_id, keeper_id, position, product_id, quantity,
      unit_price, discount_bp, amount)
    select ${w.actor.companyId}, ${orderId}, ${keeperId}, position, product_id, quantity, unit_price, discount_bp, amount
    from jsonb_to_recordset(${JSON.stringify(lines)}::jsonb) l(position int, product_id uuid, quantity numeric,
      unit_price bigint, discount_bp int, amount bigint)`);
}
