import { sql } from '#platform/db/sql.ts';
import type { Work } from '#platform/work.ts';
import type { OrderState } from '../rules/order-lifecycle.ts';

export const stages = ['enter', 'asked-back', 'ship'] as const;
export type Stage = (typeof stages)[number];
const statesOf: Readonly<Record<Stage, readonly OrderState[]>> = {
  enter: ['captured', 'confirmed'],
  'asked-back': ['asked-back'],
  ship: ['entered'],
};

export type QueueRow = {
  id: string;
  revision: number;
  /** None before the order is confirmed: its lines are to be typed. */
  number: string | null;
  state: OrderState;
  client: { id: string; name: string };
  keeper: { id: string; name: string };
  total: number;
  lines: number;
  wantedOn: string | null;
  enterBy: string | null;
  late: boolean;
  differs: boolean;
  checked: boolean;
};

/** What waits at a stage of sales support, the nearest deadline or wanted day first; at most 200. */
export function queueAt(w: Work, stage: Stage): Promise<QueueRow[]> {
  return w.db.all(sql<QueueRow>`select o.id, o.revision, o.number, o.state, o.total, o.line_count as lines,
      o.wanted_on as "wantedOn", o.enter_by as "enterBy", o.differs, o.checked_at is not null as checked,
      o.state in ('captured', 'confirmed') and o.enter_by < ${w.now.toString()}::timestamptz as late,
      jsonb_build_object('id', c.id, 'name', c.name) as client,
      (select jsonb_build_object('id', e.id, 'name', e.name) from organization.employees e where e.id = o.keeper_id) as keeper
    from orders.orders o join clients.v_clients c on c.id = o.client_id
    where o.company_id = ${w.actor.companyId} and o.state = any (${statesOf[stage]}::text[])
    order by ${stage === 'ship' ? sql`o.wanted_on nulls last, o.confirmed_at` : sql`o.enter_by`}, o.id limit 200`);
}

/** How much waits at each stage. */
export async function queueCounts(w: Work): Promise<Record<Stage, number>> {
  const rows = await w.db.all(sql<{
    state: OrderState;
    count: number;
  }>`select state, count(*) as count from orders.orders
    where company_id = ${w.actor.companyId} and state = any ('{captured,confirmed,asked-back,entered}') group by state`);
  const counts = new Map(rows.map((row) => [row.state, row.count]));
  const at = (stage: Stage) => statesOf[stage].reduce((so, state) => so + (counts.get(state) ?? 0), 0);
  return { enter: at('enter'), 'asked-back': at('asked-back'), ship: at('ship') };
}
