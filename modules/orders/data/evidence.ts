import type { Period } from '#kernel/period.ts';
import { type Query, sql } from '#platform/db/sql.ts';
import type { Work } from '#platform/work.ts';
import { takenByOther } from './taken-by-others.ts';

/** Most records shown as evidence. */
const most = 500;

export type TakenRow = { id: string; number: string; client: string; at: string; personally: boolean };

/** Orders of an employee's key clients confirmed in a period, and whether taken personally or by the substitute. */
export function ordersOfKeyClients(w: Work, employeeId: string, period: Period): Promise<TakenRow[]> {
  return w.db.all(sql<TakenRow>`select o.id, o.number, c.name as client, o.confirmed_at as at,
      not ${takenByOther} as personally
    from orders.orders o join clients.v_clients c on c.id = o.client_id
    where o.company_id = ${w.actor.companyId} and o.keeper_id = ${employeeId} and c.class = 'key' and o.number is not null
      and o.state <> 'cancelled' and o.taken_by is not null and o.ordered_on >= ${period.from} and o.ordered_on < ${period.to}
    order by o.ordered_on desc, o.id desc`);
}

export type TimedRow = {
  id: string;
  /** None for an order that is not confirmed yet. */
  number: string | null;
  client: string;
  at: string;
  verdict: 'done' | 'late' | 'missed' | 'open';
};

/** Orders entered for an employee in a period: checked in time, late, not at all, or still within the hours. */
export function checksOf(w: Work, employeeId: string, hours: number, period: Period): Promise<TimedRow[]> {
  return w.db.all(sql<TimedRow>`select o.id, o.number, c.name as client, o.entered_at as at,
      case when o.checked_at <= o.entered_at + ${hours} * interval '1 hour' then 'done'
        when o.checked_at is not null then 'late'
        when ${w.now.toString()}::timestamptz > o.entered_at + ${hours} * interval '1 hour' then 'missed' else 'open' end as verdict
    from orders.orders o join clients.v_clients c on c.id = o.client_id
    where o.company_id = ${w.actor.companyId} and o.keeper_id = ${employeeId} and o.import_id is null and o.entered_at is not null
      and not (o.state = 'cancelled' and o.number is null)
      and o.entered_at >= (${period.from}::date)::timestamp at time zone ${w.company.timeZone}
      and o.entered_at < (${period.to}::date)::timestamp at time zone ${w.company.timeZone}
    order by o.entered_at desc limit ${most}`);
}

// Begun when it was handed over to be typed, else when it was confirmed. An order that had to be asked back about has the
// deadline that the answer set.
const deadline = (
  hours: number,
) => sql`case when exists (select from orders.order_messages m where m.order_id = o.id and m.kind = 'question')
          then greatest(o.enter_by, b.begun + ${hours} * interval '1 hour')
          else b.begun + ${hours} * interval '1 hour' end`;

/**
 * Orders that sales support was to enter, or to type, in a period: those that the employee entered, and those that nobody did in
 * time.
 */
export function entriesOf(w: Work, employeeId: string, hours: number, period: Period): Promise<TimedRow[]> {
  return w.db.all(entries(w, sql`(o.entered_by = ${employeeId} or o.entered_at is null)`, hours, period));
}

/** Orders of an employee's clients to be entered or typed in a period: done in time, late, not at all, or within the hours. */
export function entriesFor(w: Work, keeperId: string, hours: number, period: Period): Promise<TimedRow[]> {
  return w.db.all(entries(w, sql`o.keeper_id = ${keeperId}`, hours, period));
}

function entries(w: Work, which: Query, hours: number, period: Period): Query<TimedRow> {
  const [from, to] = [period.from, period.to].map(
    (day) => sql`(${day}::date)::timestamp at time zone ${w.company.timeZone}`,
  );
  return sql<TimedRow>`with due as (
      select o.*, ${deadline(hours)} as deadline, b.begun
        from orders.orders o cross join lateral (select coalesce(o.handed_at, o.confirmed_at) as begun) b
       where o.company_id = ${w.actor.companyId} and o.import_id is null and o.state <> 'draft'
         and o.state <> 'cancelled' and ${which}
         and ((o.handed_at is null and o.confirmed_at >= ${from} and o.confirmed_at < ${to})
           or (o.handed_at >= ${from} and o.handed_at < ${to})))
    select d.id, d.number, c.name as client, d.begun as at,
      case when d.entered_at <= d.deadline then 'done' when d.entered_at is not null then 'late'
        when d.state in ('captured', 'confirmed') and ${w.now.toString()}::timestamptz > d.deadline then 'missed' else 'open' end as verdict
    from due d join clients.v_clients c on c.id = d.client_id order by d.begun desc limit ${most}`;
}

export type OrderDaysRow = { id: string; name: string; days: number[] };

/** The days of a period on which each of an employee's clients ordered, as numbers since 1970; of those with three or more. */
export function orderDaysOf(w: Work, employeeId: string, period: Period): Promise<OrderDaysRow[]> {
  return w.db.all(sql<OrderDaysRow>`select c.id, c.name, r.days from (
      select o.client_id, array_agg(distinct o.ordered_on - date '1970-01-01') as days
        from orders.orders o
       where o.company_id = ${w.actor.companyId} and o.keeper_id = ${employeeId} and o.number is not null and o.state <> 'cancelled'
         and o.ordered_on >= ${period.from}::date and o.ordered_on < ${period.to}::date
       group by o.client_id having count(distinct o.ordered_on) >= 3) r
    join clients.v_clients c on c.id = r.client_id`);
}
