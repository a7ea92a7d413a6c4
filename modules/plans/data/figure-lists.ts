import { sql } from '#platform/db/sql.ts';
import type { ListSource } from '#platform/lists/source.ts';
import type { Work } from '#platform/work.ts';
import type { PartOf, Whose } from '../rules/figure-address.ts';
import { readMonth } from './calendar.ts';
import { activeWindow, levelDay } from './facts.ts';
import { departmentById, employeeInSight, peopleOf } from './people.ts';
import type { BaseChange } from './records.ts';

type Parameters = Whose & PartOf & { readonly month: string; readonly metric?: string; readonly change?: BaseChange };

const nameOf = (column: string) => sql`(select e.name from organization.employees e where e.id = ${sql.ref(column)})`;
const clientOf = sql`coalesce((select c.name from clients.v_clients c where c.id = x.client_id), '—')`;

/** Sales in the currency of the company, as figures of plans add them up; by product group where one is asked for. */
async function salesAsked(w: Work, asked: Readonly<Record<string, unknown>>) {
  const wish = asked as Parameters;
  const period = readMonth(w, wish.month);
  await refuseOutOfSight(w, wish);
  const whose = [peopleOf(wish, period), sql`${period.from}::date`, sql`${period.to}::date`];
  const ours = sql`s.currency = ${w.company.currency}`;
  const parts = sql`from plans.plans p where p.company_id = ${w.actor.companyId} and p.month = ${period.from}::date and p.metric = 'sales'
    and p.superseded_at is null and p.state = 'approved'
    and (p.employee_id = ${wish.employee ?? null}::uuid or p.department_id = ${wish.department ?? null}::uuid)`;
  const rest =
    wish.rest === 'client'
      ? sql`and s.client_id <> all (array(select p.client_id ${parts} and p.client_id is not null))`
      : wish.rest === 'category'
        ? sql`and (s.category_id <> all (array(select p.category_id ${parts} and p.category_id is not null))) is not false`
        : sql``;
  const group =
    wish.category === undefined
      ? sql``
      : wish.category === 'none'
        ? sql`and s.category_id is null`
        : sql`and s.category_id = ${wish.category}::uuid`;
  if (wish.category === undefined && wish.rest !== 'category')
    return sql`(select s.* from plans.sales_of(${sql.join(whose)}) s where ${ours} ${rest}) x`;
  return sql`(select s.id, s.employee_id, s.kind, s.order_id, s.client_id, s.on_day, sum(s.amount)::bigint as amount
    from plans.sales_by_group(${sql.join(whose)}) s where ${ours} ${rest} ${group} group by 1, 2, 3, 4, 5, 6) x`;
}

/** The clients that were won in a month, or that are active at its end, or that became so or lapsed in it. */
async function clientsAsked(w: Work, asked: Readonly<Record<string, unknown>>) {
  const wish = asked as Parameters;
  const period = readMonth(w, wish.month);
  await refuseOutOfSight(w, wish);
  const people = peopleOf(wish, period);
  const { from, to } = period;
  if (wish.metric !== 'active-clients')
    return sql`(select n.client_id as id, n.employee_id, n.client_id, n.on_day from plans.clients_won(${people}, ${from}::date, ${to}::date) n) x`;
  const on = levelDay(w, period);
  const window = await activeWindow(w, on);
  const change = wish.change ?? 'active';
  if (change === 'active' && on === w.today.toString())
    return sql`(select n.client_id as id, n.employee_id, n.client_id, n.last_shipped_on as on_day from plans.active_now(${people}, ${window}::int) n) x`;
  const before = Temporal.PlainDate.from(from).subtract({ days: 1 }).toString();
  const chosen = {
    active: sql`b.is_active`,
    became: sql`b.is_active and not b.was_active`,
    lapsed: sql`b.was_active and not b.is_active`,
  }[change];
  return sql`(select b.client_id as id, b.employee_id, b.client_id, b.last_shipped_on as on_day
    from plans.base_changes(${people}, ${before}::date, ${on}::date, ${window}::int) b where ${chosen}) x`;
}

/** The facts themselves are guarded by the database; a name that is out of sight is refused rather than answered by nothing. */
async function refuseOutOfSight(w: Work, { employee, department, line }: Whose): Promise<void> {
  for (const id of [employee, line]) if (id) await employeeInSight(w, id);
  if (department) await departmentById(w, department);
}

/** Where the sales behind a figure come from. */
export const salesSource: ListSource = {
  from: salesAsked,
  id: sql`x.id`,
  columns: {
    on: sql`x.on_day`,
    order: {
      value: sql`x.order_id`,
      label: sql`coalesce((select o.number from orders.v_orders o where o.id = x.order_id), '—')`,
    },
    kind: sql`x.kind`,
    client: { value: sql`x.client_id`, label: clientOf },
    creditedTo: { value: sql`x.employee_id`, label: nameOf('x.employee_id') },
    amount: sql`x.amount`,
  },
  href: (_, { order, client }) => (order ? `/orders/${order}` : `/clients/${client}`),
};

/** Where the clients behind a figure come from. */
export const clientsSource: ListSource = {
  from: clientsAsked,
  id: sql`x.id`,
  columns: {
    client: { value: sql`x.client_id`, label: clientOf },
    on: sql`x.on_day`,
    creditedTo: { value: sql`x.employee_id`, label: nameOf('x.employee_id') },
  },
  href: (id) => `/clients/${id}`,
};

/** What stood when a revision was set: a draft before what it was to replace. */
const before = sql`(select b.amount from plans.plans b
  where b.company_id = p.company_id and b.month = p.month and b.metric = p.metric
    and b.employee_id is not distinct from p.employee_id and b.department_id is not distinct from p.department_id
    and b.category_id is not distinct from p.category_id and b.client_id is not distinct from p.client_id
    and (b.set_at, b.id) < (p.set_at, p.id) and (b.superseded_at is null or b.superseded_at >= p.set_at)
  order by b.set_at desc, b.id desc limit 1)`;
const money = (value: unknown) => sql`case when p.metric = 'sales' then ${value} end`;
const count = (value: unknown) => sql`case when p.metric <> 'sales' then ${value} end`;
const change = sql`p.amount - coalesce(${before}, 0)`;

/** Where the history of plans comes from; row security says whose plans are seen. */
export const revisionsSource: ListSource = {
  from: sql`plans.plans p`,
  id: sql`p.id`,
  where: (w) => sql`p.company_id = ${w.actor.companyId}`,
  columns: {
    setAt: sql`p.set_at`,
    month: sql`p.month`,
    employee: { value: sql`p.employee_id`, label: nameOf('p.employee_id') },
    department: {
      value: sql`p.department_id`,
      label: sql`(select d.name from organization.departments d where d.id = p.department_id)`,
    },
    metric: sql`p.metric`,
    category: {
      value: sql`p.category_id`,
      label: sql`(select g.name from catalog.categories g where g.id = p.category_id)`,
    },
    client: {
      value: sql`p.client_id`,
      label: sql`coalesce((select c.name from clients.v_clients c where c.id = p.client_id), '—')`,
    },
    before: money(before),
    amount: money(sql`p.amount`),
    change: money(change),
    clientsBefore: count(before),
    clients: count(sql`p.amount`),
    clientsChange: count(change),
    state: sql`case when p.superseded_at is not null then case p.state when 'draft' then 'former-draft' else 'superseded' end
      when p.state = 'draft' then 'draft' else 'in-force' end`,
    setBy: { value: sql`p.set_by`, label: nameOf('p.set_by') },
    reason: sql`p.reason`,
    approvedBy: { value: sql`p.approved_by`, label: nameOf('p.approved_by') },
    approvedAt: sql`p.approved_at`,
    overrideReason: sql`p.override_reason`,
    supersededAt: sql`p.superseded_at`,
  },
  href: (_, { employee, department }) => (employee ? `/plan?employee=${employee}` : `/plan/departments/${department}`),
};
