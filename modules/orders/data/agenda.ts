import { sql } from '#platform/db/sql.ts';
import type { Work } from '#platform/work.ts';

export type AgendaRow = {
  id: string;
  number: string | null;
  client: string;
  total: number;
  since: string;
  due: string | null;
  differs: boolean;
};

const shape = sql`o.id, o.number, c.name as client, o.total, o.differs`;

/** Entered orders that the keeper has not checked yet, oldest first. */
export function uncheckedOf(w: Work, employeeId: string): Promise<AgendaRow[]> {
  return w.db.all(sql<AgendaRow>`select ${shape}, o.entered_at as since, null as due
    from orders.orders o join clients.v_clients c on c.id = o.client_id
    where o.company_id = ${w.actor.companyId} and o.keeper_id = ${employeeId} and o.entered_at is not null and o.checked_at is null
      and o.state in ('entered', 'shipped')
    order by o.entered_at limit 100`);
}

/** What of an employee's orders waits for the employee: questions of support, and drafts that a decision sent back. */
export function waitingFor(w: Work, employeeId: string): Promise<(AgendaRow & { state: string })[]> {
  return w.db.all(sql<AgendaRow & { state: string }>`select ${shape}, o.state, null as due,
      coalesce((select max(m.written_at) from orders.order_messages m where m.order_id = o.id), o.created_at) as since
    from orders.orders o join clients.v_clients c on c.id = o.client_id
    where o.company_id = ${w.actor.companyId} and o.keeper_id = ${employeeId}
      and o.state in ('draft', 'asked-back') and (o.state = 'asked-back' or o.sent_back <> '')
    order by o.total desc limit 100`);
}

/** Confirmed orders that wait to be entered, the nearest deadline first. */
export function toEnter(w: Work): Promise<AgendaRow[]> {
  return w.db.all(sql<AgendaRow>`select ${shape}, o.confirmed_at as since, o.enter_by as due
    from orders.orders o join clients.v_clients c on c.id = o.client_id
    where o.company_id = ${w.actor.companyId} and o.state = 'confirmed' order by o.enter_by, o.id limit 100`);
}
