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

/** Whose plan it is. */
export type Bearer = { readonly employeeId: string } | { readonly departmentId: string };
const ofBearer = (bearer: Bearer) =>
  'employeeId' in bearer
    ? sql`p.employee_id = ${bearer.employeeId}::uuid`
    : sql`p.department_id = ${bearer.departmentId}::uuid`;

/** The approved whole plans of a department itself for a month, by metric. */
export async function departmentPlans(
  w: Work,
  departmentId: string,
  month: string,
): Promise<ReadonlyMap<string, number>> {
  const rows = await currentPlans(w, { employees: [], departments: [departmentId], months: [month] });
  const wholes = rows.filter((row) => row.state === 'approved' && !row.categoryId && !row.clientId);
  return new Map(wholes.map((row) => [row.metric, row.amount]));
}

export type PartPlan = { by: 'category' | 'client'; id: string; label: string | null; plan: number };

/** The approved parts of a sales plan, the greatest of each kind first. */
export function approvedParts(w: Work, bearer: Bearer, month: string): Promise<PartPlan[]> {
  return w.db.all(sql<PartPlan>`
    select case when p.category_id is null then 'client' else 'category' end as by, coalesce(p.category_id, p.client_id) as id,
      coalesce(g.name, c.name) as label, p.amount as plan
    from plans.plans p left join catalog.categories g on g.id = p.category_id left join clients.v_clients c on c.id = p.client_id
    where p.company_id = ${w.actor.companyId} and ${ofBearer(bearer)} and p.metric = 'sales' and p.month = ${`${month}-01`}::date
      and p.superseded_at is null and p.state = 'approved' and num_nonnulls(p.category_id, p.client_id) = 1
    order by 1, p.amount desc, 3`);
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
export async function insertDrafts(w: Work, cells: readonly Cell[], reason: string): Promise<void> {
  const rows = cells.map((cell) => ({ ...cell, id: w.newId(), month: `${cell.month}-01` }));
  await w.db.run(sql`insert into plans.plans (id, company_id, department_id, employee_id, metric, month, amount, category_id, client_id, state, set_by, set_at, reason)
    select r.id, ${w.actor.companyId}, r."departmentId", r."employeeId", r.metric, r.month, r.amount, r."categoryId", r."clientId", 'draft',
      ${w.actor.employeeId}, ${w.now.toString()}, ${reason}
    from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) r(id uuid, "departmentId" uuid, "employeeId" uuid, metric text, month date,
      amount bigint, "categoryId" uuid, "clientId" uuid)`);
}

/** Approves drafts; gives how many still were drafts. */
export function approveDrafts(w: Work, ids: readonly string[], reason: string): Promise<number> {
  return w.db.run(sql`update plans.plans set state = 'approved', approved_by = ${w.actor.employeeId}, approved_at = ${w.now.toString()},
    override_reason = ${reason} where id = any (${ids}::uuid[]) and state = 'draft' and superseded_at is null`);
}

/** A moment at which a plan was set, with what one save left of it. */
export type StandingRow = {
  by: 'whole' | 'category' | 'client';
  id: string | null;
  label: string | null;
  amount: number;
};

/** A revision of a plan: whose plan of what, and when it was set. Undefined when the actor sees none of that id. */
export function revisionById(
  w: Work,
  id: string,
): Promise<{ id: string; bearer: string; metric: string; month: string; setAt: string } | undefined> {
  return w.db.first(sql`select p.id, coalesce(p.employee_id, p.department_id) as bearer, p.metric, to_char(p.month, 'YYYY-MM') as month,
      p.set_at as "setAt"
    from plans.plans p where p.company_id = ${w.actor.companyId} and p.id = ${id}`);
}

/** A plan with its parts as it stood once a revision was set: a draft stands before what it is to replace. */
export function standingAt(w: Work, revisionId: string): Promise<StandingRow[]> {
  return w.db.all(sql<StandingRow>`
    select distinct on (p.category_id, p.client_id)
      case when p.category_id is not null then 'category' when p.client_id is not null then 'client' else 'whole' end as by,
      coalesce(p.category_id, p.client_id) as id, coalesce(g.name, c.name) as label, p.amount
    from plans.plans r
    join plans.plans p on p.company_id = r.company_id and p.month = r.month and p.metric = r.metric
      and p.employee_id is not distinct from r.employee_id and p.department_id is not distinct from r.department_id
      and p.set_at <= r.set_at and (p.superseded_at is null or p.superseded_at > r.set_at)
    left join catalog.categories g on g.id = p.category_id left join clients.v_clients c on c.id = p.client_id
    where r.company_id = ${w.actor.companyId} and r.id = ${revisionId}
    order by p.category_id, p.client_id, p.set_at desc, p.id desc`);
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
