import { sql } from '#platform/db/sql.ts';
import type { Work } from '#platform/work.ts';

/** Tells that something was done with a client on a day; the last contact moves on, never back. */
export async function tellContact(w: Work, clientId: string, day: string): Promise<void> {
  await w.db.run(sql`select clients.tell_contact(${clientId}, ${day}::date)`);
}

/** Tells that a client ordered: a potential or lapsed one becomes active by it. */
export async function tellOrder(w: Work, clientId: string, orderedOn: string): Promise<void> {
  await w.db.run(sql`select clients.tell_order(${clientId}, ${orderedOn}::date)`);
}

/** Tells what was shipped to a client in the last twelve months, in minor units of the company's currency. */
export async function tellSales(
  w: Work,
  clientId: string,
  shipped12m: number,
  lastOrderOn: string | null,
): Promise<void> {
  await w.db.run(sql`select clients.tell_sales(${clientId}, ${shipped12m}::bigint, ${lastOrderOn}::date)`);
}

/** Tells what a client owes, what of it is overdue and since when, in minor units of the company's currency. */
export async function tellDebt(
  w: Work,
  clientId: string,
  debt: { owed: number; overdue: number; oldestDueOn: string | null },
): Promise<void> {
  await w.db.run(
    sql`select clients.tell_debt(${clientId}, ${debt.owed}::bigint, ${debt.overdue}::bigint, ${debt.oldestDueOn}::date)`,
  );
}

/** How many clients an employee kept that were active on a day. */
export async function activeBase(w: Work, employeeId: string, day: string): Promise<number> {
  const { count } = await w.db.one(
    sql<{ count: number }>`select clients.active_base(${employeeId}, ${day}::date) as count`,
  );
  return count;
}
