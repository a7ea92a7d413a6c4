import type { RawBuilder } from 'kysely';
import { sql } from '#platform/db/sql.ts';
import { seesAll } from '#platform/lists/source.ts';
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

/** The keepers a query is narrowed to: those named, or the actor's reach where they do not see all; the policy guards anyway. */
const keepers = (w: Work, named: readonly string[] | undefined, column: string) => {
  if (named) return sql`and ${sql.ref(column)} = any (${named}::uuid[])`;
  if (seesAll(w, 'settlements.read')) return sql``;
  const reached = [...w.authority.reach.keys()];
  return reached.length === 1
    ? sql`and ${sql.ref(column)} = ${reached[0]}`
    : sql`and ${sql.ref(column)} = any (${reached}::uuid[])`;
};

type Sums = Record<keyof Ages, number>;
const agesOf = ({ notDue, to30, to60, to90, over90 }: Sums): Ages => ({ notDue, to30, to60, to90, over90 });
const overdueOf = (sums: Sums) => sums.to30 + sums.to60 + sums.to90 + sums.over90;
const summed = (sums: Sums) => ({ owed: sums.notDue + overdueOf(sums), overdue: overdueOf(sums), ages: agesOf(sums) });

/** Debt by age of one client, as far as the actor sees it. */
export async function debtOfClient(w: Work, clientId: string) {
  return summed(
    await w.db.one(sql<Sums>`select ${ageSums(w.today.toString())} from settlements.invoices i
      where i.company_id = ${w.actor.companyId} and i.client_id = ${clientId} and i.allocated < i.amount`),
  );
}

/** Sums by age of each keeper: the tally, and from their invoices those of keepers whose tally was not aged yet today. */
const agedTally = (w: Work, whose: RawBuilder<unknown>) => {
  const today = w.today.toString();
  return sql`
    select d.keeper_id, d.not_due as "notDue", d.to_30 as to30, d.to_60 as to60, d.to_90 as to90, d.over_90 as over90
      from settlements.debts d where d.company_id = ${w.actor.companyId} and d.as_of = ${today}::date ${whose}
    union all
    select i.keeper_id, ${ageSums(today)} from settlements.invoices i
     where i.company_id = ${w.actor.companyId} and i.allocated < i.amount
       and i.keeper_id = any (array(select d.keeper_id from settlements.debts d
         where d.company_id = ${w.actor.companyId} and d.as_of <> ${today}::date ${whose}))
     group by i.keeper_id`;
};

/** Debt by age in total, of the keepers named or of all that the actor sees. */
export async function debtTotals(w: Work, named: readonly string[] | undefined) {
  return summed(
    await w.db.one(sql<Sums>`
      select coalesce(sum(t."notDue"), 0)::bigint as "notDue", coalesce(sum(t.to30), 0)::bigint as to30, coalesce(sum(t.to60), 0)::bigint as to60,
        coalesce(sum(t.to90), 0)::bigint as to90, coalesce(sum(t.over90), 0)::bigint as over90
      from (${agedTally(w, keepers(w, named, 'd.keeper_id'))}) t`),
  );
}

/** What is overdue with the clients of each keeper, in minor units; a keeper without any is absent, as is one out of sight. */
export async function overdueByKeeper(w: Work, keeperIds: readonly string[]): Promise<ReadonlyMap<string, number>> {
  const rows = await w.db.all(sql<{ keeper_id: string; overdue: number }>`
    select t.keeper_id, (t.to30 + t.to60 + t.to90 + t.over90)::bigint as overdue
    from (${agedTally(w, sql`and d.keeper_id = any (${keeperIds}::uuid[])`)}) t`);
  return new Map(rows.flatMap((row) => (row.overdue === 0 ? [] : [[row.keeper_id, row.overdue]])));
}

/**
 * Debt by age client by client, the most overdue first. Whose debts are the largest is known from the figures of the
 * clients, which learn once an hour of what fell due at midnight; the sums themselves are always of today.
 */
export async function debtByClient(
  w: Work,
  filter: { keepers?: readonly string[] | undefined; overdue: boolean; limit: number },
): Promise<DebtLine[]> {
  const least = filter.overdue ? sql`and f.overdue > 0` : sql`and f.owed > 0`;
  type Row = Sums & { client: Named; keeper: Named | null; oldestOverdueDays: number; promise: DebtLine['promise'] };
  const today = w.today.toString();
  const rows = await w.db.all(sql<Row>`
    with worst as (
      select f.client_id, f.keeper_id from clients.v_figures f
       where f.company_id = ${w.actor.companyId} ${keepers(w, filter.keepers, 'f.keeper_id')} ${least}
       order by f.overdue desc, f.client_id desc limit ${filter.limit}
    )
    select jsonb_build_object('id', c.id, 'name', c.name) as client,
      case when e.id is not null then jsonb_build_object('id', e.id, 'name', e.name) end as keeper,
      d."notDue", d.to30, d.to60, d.to90, d.over90, d."oldestOverdueDays",
      (select jsonb_build_object('amount', p.amount, 'promisedFor', p.promised_for) from settlements.promises p
        where p.client_id = v.client_id and p.state = 'open' order by p.promised_for limit 1) as promise
    from worst v join clients.v_clients c on c.id = v.client_id left join organization.employees e on e.id = v.keeper_id
    cross join lateral (
      select ${ageSums(today)}, greatest(coalesce(max(${today}::date - i.due_on), 0), 0)::int as "oldestOverdueDays"
        from settlements.invoices i
       where i.company_id = ${w.actor.companyId} and i.client_id = v.client_id and i.allocated < i.amount) d
    order by d.to30 + d.to60 + d.to90 + d.over90 desc, d."notDue" desc`);
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

export type CreditFacts = {
  owed: number;
  overdue: number;
  oldestOverdueDays: number;
  brokenPromises: number;
  /** Days after the due day, on average of a year; negative before it, null where nothing was paid. */
  averageDelayDays: number | null;
};

/** What credit is judged by, for one client, in minor units and days. */
export async function creditFactsOf(w: Work, clientId: string): Promise<CreditFacts> {
  return w.db.one(sql<CreditFacts>`select owed, overdue, oldest_overdue_days as "oldestOverdueDays", broken_promises as "brokenPromises",
      settlements.average_delay_of(${clientId}, ${w.today.toString()}::date)::float8 as "averageDelayDays"
    from settlements.debt_of(${clientId}, ${w.today.toString()}::date)`);
}
