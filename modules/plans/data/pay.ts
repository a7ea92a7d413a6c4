import type { Period } from '#kernel/period.ts';
import type { EmployeeDay } from '#modules/orders/contract.ts';
import { sql } from '#platform/db/sql.ts';
import type { Work } from '#platform/work.ts';
import type { Named } from './people.ts';

/** A pay clause as it is in force for a month, with the days of it on which it binds. */
export type PayClause = {
  assignment_id: string;
  from: string;
  to: string;
  title: string;
  version_id: string;
  version: number;
  version_from: string | null;
  clause_id: string;
  clause_number: string;
  clause_text: string;
  key: string;
  settings: Record<string, unknown>;
};

/**
 * The pay clauses of an employee for a month, from the version in force on its first day: one that comes during the month
 * changes nothing of it. Empty for somebody whose pay the actor may not see.
 */
export function payClauses(w: Work, employeeId: string, { from, to }: Period): Promise<PayClause[]> {
  return w.db.all(sql<PayClause>`select * from plans.pay_clauses(${employeeId}, ${from}::date, ${to}::date)`);
}

export type SettledRow<L> = {
  id: string;
  employeeId: string;
  lines: L[];
  total: number;
  currency: string;
  settledBy: Named | null;
  settledAt: string;
};

/** The settled statement of an employee for a month, if there is one. */
export function settledStatement<L>(w: Work, employeeId: string, month: string): Promise<SettledRow<L> | undefined> {
  return w.db.first(sql<
    SettledRow<L>
  >`select s.id, s.employee_id as "employeeId", s.lines, s.total, s.currency, s.settled_at as "settledAt",
      case when e.id is not null then jsonb_build_object('id', e.id, 'name', e.name) end as "settledBy"
    from plans.pay_statements s left join organization.employees e on e.id = s.settled_by
    where s.employee_id = ${employeeId} and s.month = ${`${month}-01`}::date`);
}

/** Those of the days that lie in a month whose pay is settled for the employee, whoever may see that pay. */
export function settledDays(w: Work, asked: readonly EmployeeDay[]): Promise<EmployeeDay[]> {
  return w.db.all(sql<EmployeeDay>`select d.employee_id as "employeeId", d.day::text as day
    from plans.settled_days(${asked.map((each) => each.employeeId)}::uuid[], ${asked.map((each) => each.day)}::date[]) d`);
}

/** The settled statements of an employee from a month on (its first day), in the company's currency, oldest first. */
export function settledSince<L>(w: Work, employeeId: string, from: string): Promise<{ month: string; lines: L[] }[]> {
  return w.db.all(sql<{
    month: string;
    lines: L[];
  }>`select to_char(month, 'YYYY-MM') as month, lines from plans.pay_statements
    where employee_id = ${employeeId} and month >= ${from}::date and currency = ${w.company.currency} order by pay_statements.month`);
}

/** The months between two first days that are paid by clauses and not settled, as `YYYY-MM`. */
export async function openMonths(w: Work, employeeId: string, from: string, to: string): Promise<string[]> {
  const rows = await w.db.all(sql<{ month: string }>`select to_char(m, 'YYYY-MM') as month
    from generate_series(${from}::date, ${to}::date - 1, interval '1 month') m
    where not exists (select from plans.pay_statements s where s.employee_id = ${employeeId} and s.month = m::date)
      and exists (select from plans.pay_clauses(${employeeId}, m::date, (m + interval '1 month')::date))`);
  return rows.map(({ month }) => month);
}

/** Waits until nobody else settles the pay of this employee, until the end of the transaction. */
export async function holdPay(w: Work, employeeId: string): Promise<void> {
  await w.db.run(sql`select pg_advisory_xact_lock(hashtextextended(${`pay ${employeeId}`}, 0))`);
}

/** Keeps a statement for good. @throws a violation of pay_statements__once_a_month when it is there. */
export async function insertStatement(
  w: Work,
  statement: { id: string; employeeId: string; month: string; lines: unknown; formula: unknown; total: number },
): Promise<void> {
  await w.db.run(sql`insert into plans.pay_statements (id, company_id, employee_id, month, lines, formula, total, currency, settled_by, settled_at)
    values (${statement.id}, ${w.actor.companyId}, ${statement.employeeId}, ${`${statement.month}-01`}::date, ${JSON.stringify(statement.lines)},
      ${JSON.stringify(statement.formula)}, ${statement.total}, ${w.company.currency}, ${w.actor.employeeId}, ${w.now.toString()})`);
}

export type PayrollRow = {
  employee: Named;
  position: string;
  clauses: number;
  total: number | null;
  toppedUp: number | null;
  left: boolean;
  settledAt: string | null;
};

/**
 * Who holds a position in a month, within the actor's sight, with what is settled; and who holds none any more but was paid
 * for a month since `since`, for which something may still become known.
 */
export function payroll(w: Work, { from, to }: Period, since: string): Promise<PayrollRow[]> {
  return w.db.all(sql<PayrollRow>`
    select jsonb_build_object('id', e.id, 'name', e.name) as employee, coalesce(place.title, '') as position,
      coalesce(c.clauses, 0)::int as clauses, s.total, s.topped_up as "toppedUp", not coalesce(place.held, false) as left,
      s.settled_at as "settledAt"
    from organization.employees e
    left join lateral (select p.title, a.valid && daterange(${from}::date, ${to}::date) as held
      from organization.assignments a join organization.positions p on p.id = a.position_id
      where a.employee_id = e.id and a.valid && daterange(null, ${to}::date)
      order by held desc, case when a.valid && daterange(${from}::date, ${to}::date) then lower(a.valid) end, upper(a.valid) desc limit 1) place on true
    left join lateral (select count(*) as clauses from plans.pay_clauses(e.id, ${from}::date, ${to}::date)) c on true
    left join plans.pay_statements s on s.employee_id = e.id and s.month = ${from}::date
    where e.company_id = ${w.actor.companyId} and plans.sees_pay(e.id)
      and (coalesce(place.held, false) or s.id is not null or exists (select from plans.pay_statements b
        where b.employee_id = e.id and b.month >= ${since}::date and b.month < ${from}::date))
    order by e.last_name, e.first_name limit 2000`);
}

/** Who looks after the staff and is told of a pay that had to be topped up; where no description says, who founded the company. */
export async function staffArrangers(w: Work): Promise<string[]> {
  const { arrangers } = await w.db.one(sql<{ arrangers: string[] }>`select plans.staff_arrangers() as arrangers`);
  return arrangers;
}

export type PaidOrder = { orderId: string; worth: number; first: boolean };
type PaidFor = 'shipped' | 'paid';

/** The orders for which a bonus may be due in the days, in no order that matters; worth in minor units. */
export function ordersPaidFor(w: Work, employeeId: string, base: PaidFor, { from, to }: Period): Promise<PaidOrder[]> {
  return w.db.all(sql<PaidOrder>`select o.order_id as "orderId", o.worth, o.first_one as first
    from plans.orders_for(${employeeId}, ${from}::date, ${to}::date, ${base}) o
    where o.currency = ${w.company.currency} order by o.order_id`);
}

export type ReceivedRow = {
  id: string;
  label: string;
  client: string | null;
  on: string;
  amount: number;
  href: string;
};

/** The payments that a percentage of money received counts, the latest first. */
export function receivedRecords(w: Work, employeeId: string, { from, to }: Period): Promise<ReceivedRow[]> {
  return w.db.all(sql<ReceivedRow>`select r.payment_id as id, r.number as label, c.name as client, r.on_day as "on", r.amount,
      '/clients/' || r.client_id || '?tab=money' as href
    from plans.received_for(${employeeId}, ${from}::date, ${to}::date) r left join clients.v_clients c on c.id = r.client_id
    where r.currency = ${w.company.currency} order by r.on_day desc, r.payment_id limit 500`);
}

export type OrderRow = ReceivedRow & { worth: number; first: boolean };

/** The same orders as records, the latest first; the caller chooses those that count. */
export function orderRecords(w: Work, employeeId: string, base: PaidFor, { from, to }: Period): Promise<OrderRow[]> {
  return w.db.all(sql<OrderRow>`select r.order_id as id, coalesce(o.number, '') as label, c.name as client, r.on_day as "on",
      r.worth as amount, r.worth, r.first_one as first, '/orders/' || r.order_id as href
    from plans.orders_for(${employeeId}, ${from}::date, ${to}::date, ${base}) r
    left join orders.v_orders o on o.id = r.order_id left join clients.v_clients c on c.id = r.client_id
    where r.currency = ${w.company.currency} order by r.on_day desc, r.order_id limit 2000`);
}
