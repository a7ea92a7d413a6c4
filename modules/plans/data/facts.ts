import type { Period } from '#kernel/period.ts';
import { readSetting } from '#modules/organization/contract.ts';
import { sql } from '#platform/db/sql.ts';
import type { Work } from '#platform/work.ts';

export type Facts = ReadonlyMap<string, number>;
type Row = { employee_id: string; fact: number };
const byEmployee = (rows: readonly Row[]): Facts => new Map(rows.map((row) => [row.employee_id, row.fact]));

/** What each sold in a period, shipped less returned, in minor units of the company's currency. */
export async function salesFacts(w: Work, employeeIds: readonly string[], { from, to }: Period): Promise<Facts> {
  return byEmployee(
    await w.db.all(sql<Row>`select employee_id, sum(amount)::bigint as fact from plans.daily_sales
      where company_id = ${w.actor.companyId} and employee_id = any (${employeeIds}::uuid[])
        and day >= ${from}::date and day < ${to}::date and currency = ${w.company.currency} group by employee_id`),
  );
}

/** What each sold in each month of a period, keyed `<employee> <YYYY-MM>`. */
export async function monthlySales(w: Work, employeeIds: readonly string[], { from, to }: Period): Promise<Facts> {
  type Monthly = { employee_id: string; month: string; fact: number };
  const rows =
    await w.db.all(sql<Monthly>`select employee_id, to_char(day, 'YYYY-MM') as month, sum(amount)::bigint as fact
    from plans.daily_sales where company_id = ${w.actor.companyId} and employee_id = any (${employeeIds}::uuid[])
      and day >= ${from}::date and day < ${to}::date and currency = ${w.company.currency} group by 1, 2`);
  return new Map(rows.map((row) => [`${row.employee_id} ${row.month}`, row.fact]));
}

/** How many clients each won in a period: the first shipment lies in it. */
export async function newClientFacts(w: Work, employeeIds: readonly string[], { from, to }: Period): Promise<Facts> {
  return byEmployee(
    await w.db.all(sql<Row>`select employee_id, count(*) as fact
      from plans.clients_won(${employeeIds}::uuid[], ${from}::date, ${to}::date) group by employee_id`),
  );
}

/** The day on which a level is taken for a period: its last day, or today while it runs. */
export function levelDay(w: Work, { to }: Period): string {
  const last = Temporal.PlainDate.from(to).subtract({ days: 1 });
  return (Temporal.PlainDate.compare(last, w.today) < 0 ? last : w.today).toString();
}

/** Within how many days of the last shipment a client is active. */
export function activeWindow(w: Work, on: string): Promise<number> {
  return readSetting<number>(w, 'plans.active-window-days', on);
}

/** How many active clients each keeps at the end of a period, or today. */
export async function activeClientFacts(w: Work, employeeIds: readonly string[], period: Period): Promise<Facts> {
  const on = levelDay(w, period);
  const window = await activeWindow(w, on);
  return byEmployee(
    await w.db.all(sql<Row>`select employee_id, clients as fact
      from plans.active_clients(${employeeIds}::uuid[], ${on}::date, ${window}::int)`),
  );
}

export type DaySale = { day: string; amount: number };

/** What employees sold on each day of a period on which anything was shipped or returned. */
export function dailySales(w: Work, employeeIds: readonly string[], { from, to }: Period): Promise<DaySale[]> {
  return w.db.all(sql<DaySale>`select day, sum(amount)::bigint as amount from plans.daily_sales
    where company_id = ${w.actor.companyId} and employee_id = any (${employeeIds}::uuid[])
      and day >= ${from}::date and day < ${to}::date and currency = ${w.company.currency} group by day order by day`);
}

/** What employees sold of each product group in a month; goods without one are in none. */
export async function salesByGroup(w: Work, employeeIds: readonly string[], month: Period): Promise<Facts> {
  const rows = await w.db.all(sql<{ key: string; fact: number }>`select category_id as key, sum(amount)::bigint as fact
    from plans.group_sales where company_id = ${w.actor.companyId} and month = ${month.from}::date
      and employee_id = any (${employeeIds}::uuid[]) and currency = ${w.company.currency} group by 1`);
  return new Map(rows.map((row) => [row.key, row.fact]));
}

/** What employees sold to each client in a period. */
export async function salesByClient(w: Work, employeeIds: readonly string[], { from, to }: Period): Promise<Facts> {
  const rows = await w.db.all(sql<{
    key: string;
    fact: number;
  }>`select s.client_id as key, sum(s.amount)::bigint as fact
    from plans.sales_of(${employeeIds}::uuid[], ${from}::date, ${to}::date) s where s.currency = ${w.company.currency} group by 1`);
  return new Map(rows.map((row) => [row.key, row.fact]));
}
