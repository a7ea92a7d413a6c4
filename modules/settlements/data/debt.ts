import { sql } from '#platform/db/sql.ts';
import type { Work } from '#platform/work.ts';
import type { Ages } from '../rules/ageing.ts';

type Named = { id: string; name: string };
export type DebtLine = {
  client: Named;
  keeper: Named | null;
  owed: number;
  overdue: number;
  oldestOverdueDays: number;
  ages: Ages;
  promise: { amount: number; promisedFor: string } | null;
};

/** Sums by age over open invoices; the bounds are those of rules/ageing.ts. */
const ageSums = (today: string) => sql`
  coalesce(sum(i.open_amount) filter (where i.due_on >= ${today}::date), 0)::bigint as "notDue",
  coalesce(sum(i.open_amount) filter (where i.due_on < ${today}::date and i.due_on >= ${today}::date - 30), 0)::bigint as "to30",
  coalesce(sum(i.open_amount) filter (where i.due_on < ${today}::date - 30 and i.due_on >= ${today}::date - 60), 0)::bigint as "to60",
  coalesce(sum(i.open_amount) filter (where i.due_on < ${today}::date - 60 and i.due_on >= ${today}::date - 90), 0)::bigint as "to90",
  coalesce(sum(i.open_amount) filter (where i.due_on < ${today}::date - 90), 0)::bigint as "over90"`;

/** The keepers a query is narrowed to: one, or the actor's reach where they do not see all; the policy guards anyway. */
const keepers = (w: Work, keeper: string | undefined) => {
  if (keeper) return sql`and i.keeper_id = ${keeper}`;
  const all = w.authority.grants.some(
    (grant) => grant.permit === 'settlements.read' && grant.scope === 'all' && !grant.onBehalfOf,
  );
  return all || w.actor.employeeId === null ? sql`` : sql`and i.keeper_id = any ((select app.reach())::uuid[])`;
};

type Sums = Record<keyof Ages, number>;
const agesOf = ({ notDue, to30, to60, to90, over90 }: Sums): Ages => ({ notDue, to30, to60, to90, over90 });
const overdueOf = (sums: Sums) => sums.to30 + sums.to60 + sums.to90 + sums.over90;

/** Debt by age in total, for what the actor sees. */
export async function debtTotals(w: Work, filter: { keeper?: string | undefined; client?: string | undefined }) {
  const client = filter.client ? sql`and i.client_id = ${filter.client}` : sql``;
  const sums = await w.db.one(sql<Sums>`select ${ageSums(w.today.toString())} from settlements.invoices i
    where i.company_id = ${w.actor.companyId} and i.allocated < i.amount ${keepers(w, filter.keeper)} ${client}`);
  return { owed: sums.notDue + overdueOf(sums), overdue: overdueOf(sums), ages: agesOf(sums) };
}

/** Debt by age client by client, the most overdue first. */
export async function debtByClient(
  w: Work,
  filter: { keeper?: string | undefined; overdue: boolean; limit: number },
): Promise<DebtLine[]> {
  const today = w.today.toString();
  const due = filter.overdue ? sql`having bool_or(i.due_on < ${today}::date)` : sql``;
  type Row = Sums & { client: Named; keeper: Named | null; oldestOverdueDays: number; promise: DebtLine['promise'] };
  const rows = await w.db.all(sql<Row>`
    with debts as (
      select i.client_id, ${ageSums(today)},
        greatest(coalesce(max(${today}::date - i.due_on), 0), 0)::int as "oldestOverdueDays",
        coalesce(sum(i.open_amount) filter (where i.due_on < ${today}::date), 0) as late, sum(i.open_amount) as owed
      from settlements.invoices i
      where i.company_id = ${w.actor.companyId} and i.allocated < i.amount ${keepers(w, filter.keeper)}
      group by i.client_id ${due}
      order by late desc, owed desc limit ${filter.limit}
    )
    select jsonb_build_object('id', c.id, 'name', c.name) as client,
      case when e.id is not null then jsonb_build_object('id', e.id, 'name', e.name) end as keeper,
      d."notDue", d.to30, d.to60, d.to90, d.over90, d."oldestOverdueDays",
      (select jsonb_build_object('amount', p.amount, 'promisedFor', p.promised_for) from settlements.promises p
        where p.client_id = d.client_id and p.state = 'open' order by p.promised_for limit 1) as promise
    from debts d join clients.clients c on c.id = d.client_id left join organization.employees e on e.id = c.keeper_id
    order by d.late desc, d.owed desc`);
  return rows.map((row) => ({
    client: row.client,
    keeper: row.keeper,
    owed: row.notDue + overdueOf(row),
    overdue: overdueOf(row),
    oldestOverdueDays: row.oldestOverdueDays,
    ages: agesOf(row),
    promise: row.promise,
  }));
}

export type CreditFacts = { owed: number; overdue: number; oldestOverdueDays: number; brokenPromises: number };

/** What credit is judged by, for one client, in minor units and days. */
export async function creditFactsOf(w: Work, clientId: string): Promise<CreditFacts> {
  return w.db.one(sql<CreditFacts>`select owed, overdue, oldest_overdue_days as "oldestOverdueDays", broken_promises as "brokenPromises"
    from settlements.debt_of(${clientId}, ${w.today.toString()}::date)`);
}
