import type { Period } from '#kernel/period.ts';
import { sql } from '#platform/db/sql.ts';
import { countedBeyond } from '#platform/declare/agenda.ts';
import type { Work } from '#platform/work.ts';

export type DueInvoice = {
  id: string;
  number: string;
  client: string;
  clientId: string;
  dueOn: string;
  amount: number;
  paidOn: string | null;
  chasedOn: string | null;
};

/**
 * The invoices of a keeper that fell due in a period, with the day they were settled and the first day after it on which
 * the client was contacted or promised to pay.
 */
export function invoicesDueIn(w: Work, keeperId: string, period: Period): Promise<DueInvoice[]> {
  return w.db.all(sql<DueInvoice>`
    select i.id, i.number, c.name as client, c.id as "clientId", i.due_on as "dueOn", i.amount,
      case when i.allocated >= i.amount then (select max(p.received_on)::text from settlements.allocations a
        join settlements.payments p on p.id = a.payment_id where a.invoice_id = i.id) end as "paidOn",
      least(
        (select min(k.on_day) from activities.v_contacts k where k.client_id = i.client_id and k.on_day >= i.due_on),
        (select min(r.recorded_on) from settlements.promises r where r.client_id = i.client_id and r.recorded_on >= i.due_on
          and r.state <> 'withdrawn'))::text as "chasedOn"
    from settlements.invoices i join clients.clients c on c.id = i.client_id
    where i.company_id = ${w.actor.companyId} and i.keeper_id = ${keeperId}
      and i.due_on >= ${period.from}::date and i.due_on < ${period.to}::date
    order by i.due_on limit 5000`);
}

export type OverdueClient = {
  clientId: string;
  client: string;
  overdue: number;
  since: string;
  promisedFor: string | null;
  /** How many such clients there are. */
  whole: number;
};

/** Clients of a keeper with money overdue beyond the grace, without a promise still to come; the largest first. */
export function clientsToChase(w: Work, keeperId: string, graceDays: number, most = 100): Promise<OverdueClient[]> {
  const today = w.today.toString();
  return w.db.all(sql<OverdueClient>`
    select d.client_id as "clientId", c.name as client, d.overdue, d.since::text as since, d.whole,
      (select max(p.promised_for)::text from settlements.promises p where p.client_id = d.client_id and p.state = 'broken'
        and p.promised_for > ${today}::date - 30) as "promisedFor"
    from (select g.*, count(*) over () as whole
      from (select i.client_id, sum(i.open_amount)::bigint as overdue, min(i.due_on) as since from settlements.invoices i
        where i.company_id = ${w.actor.companyId} and i.keeper_id = ${keeperId} and i.allocated < i.amount
          and i.due_on < ${today}::date - ${graceDays}::int
        group by i.client_id) g
      where not exists (select from settlements.promises p where p.company_id = ${w.actor.companyId} and p.keeper_id = ${keeperId}
        and p.promised_for >= ${today}::date and p.state = 'open' and p.client_id = g.client_id)
      order by g.overdue desc, g.client_id limit ${most}) d
    join clients.clients c on c.id = d.client_id order by d.overdue desc, d.client_id`);
}

export type SoonDue = {
  id: string;
  number: string;
  clientId: string;
  client: string;
  open: number;
  dueOn: string;
  /** How many fall due today, and how many later. */
  today: number;
  later: number;
};

/**
 * Open invoices of a keeper that fall due within so many days, today included, the nearest first. Left out are those that
 * the client promised to pay later: the promise is what is awaited then.
 */
export function invoicesFallingDue(w: Work, keeperId: string, days: number, most: number): Promise<SoonDue[]> {
  const today = w.today.toString();
  return w.db.all(sql<SoonDue>`select d.id, d.number, d.client_id as "clientId", c.name as client, d.open_amount as open,
      d.due_on::text as "dueOn", d.today, d.later
    from (select i.id, i.number, i.client_id, i.open_amount, i.due_on,
        count(*) filter (where i.due_on = ${today}::date) over () as today,
        count(*) filter (where i.due_on > ${today}::date) over () as later
      from settlements.invoices i
      where i.company_id = ${w.actor.companyId} and i.keeper_id = ${keeperId} and i.allocated < i.amount
        and i.due_on between ${today}::date and ${today}::date + ${days}::int
        and not exists (select from settlements.promises p where p.client_id = i.client_id and p.state = 'open'
          and p.promised_for > i.due_on and (p.invoice_id is null or p.invoice_id = i.id))
      order by i.due_on, i.open_amount desc, i.id limit ${most}) d
    join clients.clients c on c.id = d.client_id order by d.due_on, d.open_amount desc, d.id`);
}

export type PostedPayment = { id: string; client: string; amount: number; receivedOn: string; postedOn: string };

/** Payments received in a period with the day they were posted by an employee. */
export function paymentsPosted(w: Work, employeeId: string, period: Period): Promise<PostedPayment[]> {
  return w.db.all(sql<PostedPayment>`select p.id, c.name as client, p.amount, p.received_on as "receivedOn",
      (p.posted_at at time zone ${w.company.timeZone})::date::text as "postedOn"
    from settlements.payments p join clients.clients c on c.id = p.client_id
    where p.company_id = ${w.actor.companyId} and p.posted_by = ${employeeId}
      and p.received_on >= ${period.from}::date and p.received_on < ${period.to}::date order by p.received_on limit 5000`);
}

export type LoosePayment = {
  id: string;
  client: string;
  clientId: string;
  left: number;
  receivedOn: string;
  /** How many such payments there are. */
  whole: number;
};

/** Payments with money not yet allocated while the client has open invoices, the oldest first. */
export function loosePayments(w: Work, most: number): Promise<LoosePayment[]> {
  return w.db.all(sql<LoosePayment>`select p.id, c.name as client, c.id as "clientId", p.amount - p.allocated as "left",
      p.received_on as "receivedOn", p.whole
    from (select q.*, count(*) over () as whole
      from (select l.* from settlements.payments l where l.company_id = ${w.actor.companyId} and l.allocated < l.amount
          and exists (select from settlements.invoices i where i.client_id = l.client_id and i.allocated < i.amount)
        order by l.received_on, l.id limit ${most + countedBeyond}) q
      order by q.received_on, q.id limit ${most}) p
    join clients.clients c on c.id = p.client_id order by p.received_on, p.id`);
}
