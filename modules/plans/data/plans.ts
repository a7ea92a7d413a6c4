import { sql } from '#platform/db/sql.ts';
import type { Work } from '#platform/work.ts';

export type PlanRow = {
  id: string;
  departmentId: string | null;
  employeeId: string | null;
  metric: string;
  month: string;
  amount: number;
  categoryId: string | null;
  clientId: string | null;
  state: 'draft' | 'approved';
};

const columns = sql`p.id, p.department_id as "departmentId", p.employee_id as "employeeId", p.metric, to_char(p.month, 'YYYY-MM') as month,
  p.amount, p.category_id as "categoryId", p.client_id as "clientId", p.state`;

/** The current rows, drafts and approved, of employees and departments for months `YYYY-MM`. */
export function currentPlans(
  w: Work,
  of: {
    employees: readonly string[];
    departments: readonly string[];
    months: readonly string[];
    metric?: string | undefined;
  },
): Promise<PlanRow[]> {
  const days = of.months.map((month) => `${month}-01`);
  const metric = of.metric ? sql`and p.metric = ${of.metric}` : sql``;
  return w.db.all(sql<PlanRow>`
    select ${columns} from plans.plans p where p.company_id = ${w.actor.companyId} and p.superseded_at is null ${metric}
      and p.employee_id = any (${of.employees}::uuid[]) and p.month = any (${days}::date[])
    union all
    select ${columns} from plans.plans p where p.company_id = ${w.actor.companyId} and p.superseded_at is null ${metric}
      and p.department_id = any (${of.departments}::uuid[]) and p.month = any (${days}::date[])`);
}

/** The approved whole plans of employees for a month, keyed `<employee> <metric>`. */
export async function plansInForce(
  w: Work,
  employeeIds: readonly string[],
  month: string,
): Promise<ReadonlyMap<string, number>> {
  const rows = await w.db.all(sql<{
    key: string;
    amount: number;
  }>`select employee_id || ' ' || metric as key, amount from plans.plans
    where company_id = ${w.actor.companyId} and superseded_at is null and state = 'approved' and category_id is null and client_id is null
      and employee_id = any (${employeeIds}::uuid[]) and month = ${`${month}-01`}::date`);
  return new Map(rows.map((row) => [row.key, row.amount]));
}

export type BreakdownRow = { by: 'category' | 'client'; id: string; label: string | null; plan: number; fact: number };

/** The approved breakdown of an employee's sales plan with its facts. */
export function breakdownOf(
  w: Work,
  employeeId: string,
  month: string,
  from: string,
  to: string,
): Promise<BreakdownRow[]> {
  return w.db.all(sql<BreakdownRow>`
    with parts as (
      select p.category_id, p.client_id, p.amount from plans.plans p
       where p.company_id = ${w.actor.companyId} and p.employee_id = ${employeeId} and p.month = ${`${month}-01`}::date
         and p.superseded_at is null and p.state = 'approved' and num_nonnulls(p.category_id, p.client_id) = 1
    ), by_category as (
      select * from plans.sales_by_category(${employeeId}, ${from}::date, ${to}::date) where exists (select from parts where category_id is not null)
    ), by_client as (
      select * from plans.sales_by_client(${employeeId}, ${from}::date, ${to}::date) where exists (select from parts where client_id is not null)
    )
    select case when p.category_id is null then 'client' else 'category' end as by, coalesce(p.category_id, p.client_id) as id,
      coalesce(g.name, c.name) as label, p.amount as plan, coalesce(y.amount, x.amount, 0)::bigint as fact
    from parts p left join catalog.categories g on g.id = p.category_id left join clients.v_clients c on c.id = p.client_id
    left join by_category y on y.category_id = p.category_id left join by_client x on x.client_id = p.client_id
    order by 1, p.amount desc`);
}

export type Cell = {
  readonly employeeId: string | null;
  readonly departmentId: string | null;
  readonly metric: string;
  readonly month: string;
  readonly amount: number;
  readonly categoryId: string | null;
  readonly clientId: string | null;
};

/** Marks rows as superseded now; rows that meanwhile were are left out of the count that is returned. */
export function supersede(w: Work, ids: readonly string[]): Promise<number> {
  return w.db.run(
    sql`update plans.plans set superseded_at = ${w.now.toString()} where id = any (${ids}::uuid[]) and superseded_at is null`,
  );
}

/** Keeps drafts. @throws a violation of plans__one_current when somebody else set one meanwhile. */
export async function insertDrafts(w: Work, cells: readonly Cell[]): Promise<void> {
  const rows = cells.map((cell) => ({ ...cell, id: w.newId(), month: `${cell.month}-01` }));
  await w.db.run(sql`insert into plans.plans (id, company_id, department_id, employee_id, metric, month, amount, category_id, client_id, state, set_by, set_at)
    select r.id, ${w.actor.companyId}, r."departmentId", r."employeeId", r.metric, r.month, r.amount, r."categoryId", r."clientId", 'draft',
      ${w.actor.employeeId}, ${w.now.toString()}
    from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) r(id uuid, "departmentId" uuid, "employeeId" uuid, metric text, month date,
      amount bigint, "categoryId" uuid, "clientId" uuid)`);
}

/** Approves drafts; gives how many still were drafts. */
export function approveDrafts(w: Work, ids: readonly string[], reason: string): Promise<number> {
  return w.db.run(sql`update plans.plans set state = 'approved', approved_by = ${w.actor.employeeId}, approved_at = ${w.now.toString()},
    override_reason = ${reason} where id = any (${ids}::uuid[]) and state = 'draft' and superseded_at is null`);
}

export type Revision = {
  id: string;
  amount: number;
  state: string;
  categoryId: string | null;
  clientId: string | null;
  setBy: string | null;
  setAt: string;
  approvedBy: string | null;
  approvedAt: string | null;
  overrideReason: string;
  supersededAt: string | null;
};

/** Every revision of a plan, the latest first. */
export function revisionsOf(
  w: Work,
  of: { employee?: string | undefined; department?: string | undefined; metric: string; month: string },
): Promise<Revision[]> {
  return w.db.all(sql<Revision>`select p.id, p.amount, p.state, p.category_id as "categoryId", p.client_id as "clientId", s.name as "setBy",
      p.set_at as "setAt", a.name as "approvedBy", p.approved_at as "approvedAt", p.override_reason as "overrideReason",
      p.superseded_at as "supersededAt"
    from plans.plans p left join organization.employees s on s.id = p.set_by left join organization.employees a on a.id = p.approved_by
    where p.company_id = ${w.actor.companyId} and p.metric = ${of.metric} and p.month = ${`${of.month}-01`}::date
      and p.employee_id is not distinct from ${of.employee ?? null}::uuid and p.department_id is not distinct from ${of.department ?? null}::uuid
    order by p.set_at desc, p.id desc limit 500`);
}

/** Of the employees those whose pay for a month is settled, keyed `<employee> <YYYY-MM>`: their plans stay. */
export async function settledMonths(
  w: Work,
  employeeIds: readonly string[],
  months: readonly string[],
): Promise<ReadonlySet<string>> {
  const days = months.map((month) => `${month}-01`);
  const rows = await w.db.all(
    sql<{ key: string }>`select key from plans.settled_months(${employeeIds}::uuid[], ${days}::date[]) key`,
  );
  return new Set(rows.map((row) => row.key));
}
