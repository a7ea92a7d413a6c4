import { sql } from '#platform/db/sql.ts';
import { countedBeyond } from '#platform/declare/agenda.ts';
import type { Holder } from '#platform/declare/right.ts';
import type { Work } from '#platform/work.ts';
import type { OrderState } from '../rules/order-lifecycle.ts';

export type AgendaRow = {
  id: string;
  number: string | null;
  state: OrderState;
  client: string;
  total: number;
  since: string;
  due: string | null;
  differs: boolean;
  /** How many there are that are late, and how many others. */
  late: number;
  others: number;
};

const shape = sql`o.id, o.number, c.name as client, o.total, o.differs, o.state`;

/** Entered orders that the keeper has not checked yet, oldest first; late are those entered before `lateBefore`. */
export function uncheckedOf(
  w: Work,
  employeeId: string,
  lateBefore: Temporal.Instant,
  most: number,
): Promise<AgendaRow[]> {
  const before = lateBefore.toString();
  return w.db.all(sql<AgendaRow>`select ${shape}, o.entered_at as since, null as due, o.late, o.others
    from (select u.*, count(*) filter (where u.entered_at < ${before}::timestamptz) over () as late,
        count(*) filter (where u.entered_at >= ${before}::timestamptz) over () as others
      from orders.orders u
      where u.company_id = ${w.actor.companyId} and u.keeper_id = ${employeeId} and u.entered_at is not null and u.checked_at is null
        and u.state in ('typed', 'entered', 'shipped')
      order by u.entered_at limit ${most}) o
    join clients.v_clients c on c.id = o.client_id order by o.entered_at`);
}

/** What of an employee's orders waits for the employee: questions of support, and drafts that a decision sent back. */
export function waitingFor(w: Work, employeeId: string, most: number): Promise<AgendaRow[]> {
  return w.db.all(sql<AgendaRow>`select ${shape}, null as due, 0 as late, o.others,
      coalesce((select max(m.written_at) from orders.order_messages m where m.order_id = o.id), o.created_at) as since
    from (select u.*, count(*) over () as others from orders.orders u
      where u.company_id = ${w.actor.companyId} and u.keeper_id = ${employeeId}
        and u.state in ('draft', 'asked-back') and (u.state = 'asked-back' or u.sent_back <> '')
      order by u.total desc limit ${most}) o
    join clients.v_clients c on c.id = o.client_id order by o.total desc`);
}

/** Orders that wait to be typed or entered, the nearest deadline first. */
export function toEnter(w: Work, most: number): Promise<AgendaRow[]> {
  const now = w.now.toString();
  return w.db.all(sql<AgendaRow>`select ${shape}, coalesce(o.confirmed_at, o.handed_at) as since, o.enter_by as due, o.late, o.others
    from (select q.*, count(*) filter (where q.enter_by < ${now}::timestamptz) over () as late,
        count(*) filter (where q.enter_by is null or q.enter_by >= ${now}::timestamptz) over () as others
      from (select u.* from orders.orders u where u.company_id = ${w.actor.companyId} and u.state in ('captured', 'confirmed')
        order by u.enter_by, u.id limit ${most + countedBeyond}) q
      order by q.enter_by, q.id limit ${most}) o
    join clients.v_clients c on c.id = o.client_id order by o.enter_by, o.id`);
}

export type UnenteredRow = Omit<AgendaRow, 'late' | 'others' | 'differs'> & { keeperId: string; due: string };

/**
 * Confirmed orders within sight that wait to be entered for longer than their keepers may claim, the longest waiting
 * first. What the time of an answer allows beyond that is allowed here as well.
 */
export function unenteredFor(w: Work, holders: readonly Holder<{ withinHours: number }>[]): Promise<UnenteredRow[]> {
  const hours = holders.map(({ settings }) => settings.withinHours);
  return w.db.all(sql<UnenteredRow>`select o.id, o.number, c.name as client, o.total, o.keeper_id as "keeperId", o.confirmed_at as since, d.due
    from orders.orders o
    join unnest(${holders.map(({ employeeId }) => employeeId)}::uuid[], ${hours}::int[]) h(keeper_id, hours) on h.keeper_id = o.keeper_id
    cross join lateral (select case when exists (select from orders.order_messages m where m.order_id = o.id and m.kind = 'question')
        then greatest(o.enter_by, o.confirmed_at + h.hours * interval '1 hour')
        else o.confirmed_at + h.hours * interval '1 hour' end as due) d
    join clients.v_clients c on c.id = o.client_id
    where o.company_id = ${w.actor.companyId} and o.state = 'confirmed' and o.import_id is null and d.due < ${w.now.toString()}::timestamptz
    order by o.confirmed_at limit 200`);
}
