-- Facts past row security: what an employee sold and won is theirs by the day it happened, though the client has another
-- keeper now whom the actor may not reach. Each asks first whose facts the actor may know.

-- Clients who became customers in the days, by who won them. A client that bought before under another card with the same
-- tax number is not new, whoever kept that card. Joined, since an array of five hundred is searched from its beginning
-- for each row.
create or replace function plans.clients_won(wanted uuid[], from_day date, to_day date)
  returns table (employee_id uuid, client_id uuid, on_day date)
  language sql stable security definer set search_path = '' rows 1000 as $$
  select s.first_credited_to, s.client_id, s.first_shipped_on from plans.served_clients s
    join (select distinct unnest(plans.seen_of(wanted)) as id) seen on seen.id = s.first_credited_to
   where s.company_id = app.company()
     and s.first_shipped_on >= from_day and s.first_shipped_on < to_day and not s.registered_anew
$$;

-- How many active clients each kept at the end of a day: shipped to within so many days up to it. Today from the clients
-- themselves; a past day as it was counted that night, or from shipments and keepers of then where it was not.
create or replace function plans.active_clients(wanted uuid[], on_day date, window_days int)
  returns table (employee_id uuid, clients bigint)
  language plpgsql stable security definer set search_path = '' as $$
declare
  seen uuid[] := plans.seen_of(wanted);
  here uuid := app.company();
begin
  if on_day >= app.today(here) then
    return query select s.keeper_id, count(*) from plans.served_clients s
      where s.company_id = here and s.keeper_id = any (seen) and s.last_shipped_on > on_day - window_days group by s.keeper_id;
  elsif exists (select from plans.active_bases b where b.company_id = here and b.day = on_day and b.window_days = active_clients.window_days) then
    return query select b.employee_id, b.clients::bigint from plans.active_bases b
      where b.company_id = here and b.day = on_day and b.employee_id = any (seen);
  else
    return query select k.keeper_id, count(*) from clients.keepers k
      where k.company_id = here and k.keeper_id = any (seen) and k.valid @> on_day
        and exists (select from orders.shipments s where s.client_id = k.client_id
          and s.shipped_on > on_day - active_clients.window_days and s.shipped_on <= on_day)
      group by k.keeper_id;
  end if;
end $$;

-- The active base client by client, between two days: who was and is active, who became so, who lapsed.
drop function if exists plans.base_changes(uuid, date, date, int);
create or replace function plans.base_changes(wanted uuid[], from_day date, to_day date, window_days int)
  returns table (employee_id uuid, client_id uuid, last_shipped_on date, was_active boolean, is_active boolean)
  language sql stable security definer set search_path = '' as $$
  with kept as (
    select k.keeper_id, k.client_id, bool_or(k.valid @> from_day) as kept_before, bool_or(k.valid @> to_day) as kept_after
      from clients.keepers k
     where k.company_id = app.company() and k.keeper_id = any (plans.seen_of(wanted))
       and (k.valid @> from_day or k.valid @> to_day)
     group by k.keeper_id, k.client_id
  )
  select k.keeper_id, k.client_id, last.shipped_on,
         k.kept_before and exists (select from orders.shipments s where s.client_id = k.client_id
           and s.shipped_on > from_day - window_days and s.shipped_on <= from_day),
         k.kept_after and coalesce(last.shipped_on > to_day - window_days, false)
    from kept k
    left join lateral (select s.shipped_on from orders.shipments s where s.client_id = k.client_id and s.shipped_on <= to_day
      order by s.shipped_on desc limit 1) last on true
$$;

-- The active clients of today one by one, as active_clients counts them.
create or replace function plans.active_now(wanted uuid[], window_days int)
  returns table (employee_id uuid, client_id uuid, last_shipped_on date)
  language sql stable security definer set search_path = '' rows 1000 as $$
  select s.keeper_id, s.client_id, s.last_shipped_on from plans.served_clients s
   where s.company_id = app.company() and s.keeper_id = any (plans.seen_of(wanted))
     and s.last_shipped_on > app.today(app.company()) - window_days
$$;

-- Every sale of some employees in the days: shipments, and returns as negative amounts. Its sum is what daily_sales hold.
drop function if exists plans.sales_of(uuid, date, date);
create or replace function plans.sales_of(wanted uuid[], from_day date, to_day date)
  returns table (id uuid, employee_id uuid, kind text, order_id uuid, client_id uuid, on_day date, amount bigint, currency char(3))
  language sql stable security definer set search_path = '' rows 1000 as $$
  with seen as materialized (select distinct unnest(plans.seen_of(wanted)) as employee_id),
  own as (
    select s.id, s.credited_to, 'shipment' as kind, s.order_id, s.client_id, s.shipped_on as on_day, s.amount, s.currency
      from seen join orders.shipments s on s.credited_to = seen.employee_id
     where s.company_id = app.company() and s.shipped_on >= from_day and s.shipped_on < to_day
    union all
    select r.id, r.credited_to, r.kind, r.order_id, r.client_id, r.returned_on, -r.amount, r.currency
      from seen join orders.returns r on r.credited_to = seen.employee_id
     where r.company_id = app.company() and r.returned_on >= from_day and r.returned_on < to_day
  )
  select o.* from own o where not exists (select from plans.transferred_sales t where t.sale_id = o.id)
  union all
  select t.sale_id, t.to_id, coalesce(r.kind, 'shipment'), coalesce(s.order_id, r.order_id), t.client_id, t.day, t.amount, t.currency
    from seen join plans.transferred_sales t on t.to_id = seen.employee_id
    left join orders.shipments s on s.id = t.sale_id left join orders.returns r on r.id = t.sale_id
   where t.company_id = app.company() and t.day >= from_day and t.day < to_day
$$;

-- The same sales by product group. What of a sale no line tells, and goods without a group, stand under none: so the groups
-- of each sale sum to the sale, and those of everybody to what daily_sales hold.
create or replace function plans.sales_by_group(wanted uuid[], from_day date, to_day date)
  returns table (id uuid, employee_id uuid, kind text, order_id uuid, client_id uuid, on_day date, amount bigint, currency char(3), category_id uuid)
  language sql stable security definer set search_path = '' rows 1000 as $$
  with sales as materialized (
    select s.* from plans.sales_of(wanted, from_day, to_day) s
  ), told as (
    select s.id, p.category_id, l.amount from sales s
      join orders.shipment_lines l on l.shipment_id = s.id join catalog.products p on p.id = l.product_id
    union all
    select s.id, p.category_id, -l.amount from sales s
      join orders.return_lines l on l.return_id = s.id join catalog.products p on p.id = l.product_id
  ), parts as (
    select t.id, t.category_id, t.amount from told t
    union all
    select s.id, null, s.amount - coalesce(t.amount, 0)
      from sales s left join (select t.id, sum(t.amount) as amount from told t group by t.id) t on t.id = s.id
  )
  select s.id, s.employee_id, s.kind, s.order_id, s.client_id, s.on_day, sum(p.amount)::bigint, s.currency, p.category_id
    from sales s join parts p on p.id = s.id
   group by s.id, s.employee_id, s.kind, s.order_id, s.client_id, s.on_day, s.currency, p.category_id
  having sum(p.amount) <> 0
$$;
drop function if exists plans.sales_by_client(uuid, date, date);
drop function if exists plans.sales_by_category(uuid, date, date);

-- Money received in the days for what an employee sold: by the shipment that an invoice is for, else by who kept the
-- client on the day of receipt. Only the clients that the employee ever kept, or sold to, are looked at.
create or replace function plans.received_for(of_employee uuid, from_day date, to_day date)
  returns table (payment_id uuid, number text, client_id uuid, on_day date, amount bigint, currency char(3))
  language sql stable security definer set search_path = '' as $$
  with theirs as (
    select k.client_id from clients.keepers k
     where k.company_id = app.company() and k.keeper_id = of_employee and plans.sees_pay(of_employee)
    union
    select t.client_id from plans.transferred_sales t
     where t.company_id = app.company() and t.to_id = of_employee and plans.sees_pay(of_employee)
  )
  select p.id, p.number, p.client_id, p.received_on, sum(a.amount)::bigint, p.currency
    from theirs c
    join settlements.payments p on p.client_id = c.client_id and p.received_on >= from_day and p.received_on < to_day
    join settlements.allocations a on a.payment_id = p.id
    join settlements.invoices i on i.id = a.invoice_id
    left join lateral (
      select coalesce(t.to_id, s.credited_to) as credited_to from orders.shipments s
        left join plans.transferred_sales t on t.sale_id = s.id
       where s.order_id = i.order_id order by s.shipped_on, s.id limit 1) sold on true
    left join clients.keepers k on k.client_id = p.client_id and k.valid @> p.received_on
   where coalesce(sold.credited_to, k.keeper_id) = of_employee
   group by p.id
$$;

-- The orders for which a bonus may be due to an employee in the days, each once: `shipped`, on the day of its first
-- shipment; `paid`, on the day of the payment by which its invoice was paid in full. Whose order it is follows from its
-- first shipment, as the sale does. Worth: shipped less returned, as it stands. `first_one`: by it the client became a customer.
create or replace function plans.orders_for(of_employee uuid, from_day date, to_day date, base text)
  returns table (order_id uuid, client_id uuid, on_day date, worth bigint, first_one boolean, currency char(3))
  language sql stable security definer set search_path = '' as $$
  with theirs as (
    select k.client_id from clients.keepers k
     where k.company_id = app.company() and k.keeper_id = of_employee and plans.sees_pay(of_employee)
    union
    select t.client_id from plans.transferred_sales t
     where t.company_id = app.company() and t.to_id = of_employee and plans.sees_pay(of_employee)
  ), shipped as (
    select s.order_id, s.client_id, s.shipped_on as on_day from theirs c
      join orders.shipments s on s.client_id = c.client_id
     where orders_for.base = 'shipped' and s.shipped_on >= from_day and s.shipped_on < to_day
  ), paid as (
    select i.order_id, i.client_id, (select max(y.received_on) from settlements.allocations b
        join settlements.payments y on y.id = b.payment_id where b.invoice_id = i.id) as on_day
      from theirs c
      join settlements.payments p on p.client_id = c.client_id and p.received_on >= from_day and p.received_on < to_day
      join settlements.allocations a on a.payment_id = p.id
      join settlements.invoices i on i.id = a.invoice_id and i.open_amount = 0 and i.order_id is not null
     where orders_for.base = 'paid'
  )
  select d.order_id, d.client_id, max(d.on_day),
         (select sum(s.amount) from orders.shipments s where s.order_id = d.order_id)::bigint
           - coalesce((select sum(r.amount) from orders.returns r where r.order_id = d.order_id), 0)::bigint,
         not v.registered_anew and d.order_id = (select s.order_id from orders.shipments s
           where s.client_id = d.client_id order by s.shipped_on, s.id limit 1),
         sold.currency
    from (select * from shipped union select * from paid) d
    join lateral (
      select coalesce(t.to_id, s.credited_to) as credited_to, s.shipped_on, s.currency from orders.shipments s
        left join plans.transferred_sales t on t.sale_id = s.id
       where s.order_id = d.order_id order by s.shipped_on, s.id limit 1) sold on sold.credited_to = of_employee
    join plans.served_clients v on v.client_id = d.client_id
   where d.on_day >= from_day and d.on_day < to_day and (orders_for.base = 'paid' or d.on_day = sold.shipped_on)
   group by d.order_id, d.client_id, v.registered_anew, sold.currency
$$;

-- The days of a period on which an employee held any position: what a minimum for the whole person is in proportion to.
create or replace function plans.days_held(of_employee uuid, from_day date, to_day date) returns table ("from" text, "to" text)
  language sql stable security definer set search_path = '' as $$
  select lower(span)::text, upper(span)::text
    from (select range_agg(a.valid * daterange(from_day, to_day)) as days from organization.assignments a
           where a.company_id = app.company() and a.employee_id = of_employee and a.valid && daterange(from_day, to_day)
             and plans.sees_pay(of_employee)) held
    cross join lateral unnest(held.days) span
$$;

-- The pay clauses of an employee for some days (a month): of each assignment the version in force on its first day in them,
-- so that a version that comes meanwhile changes nothing of what has begun. Where none was in force yet, the first that
-- came.
create or replace function plans.pay_clauses(of_employee uuid, from_day date, to_day date)
  returns table (assignment_id uuid, "from" text, "to" text, title text, version_id uuid, version int, version_from text, clause_id uuid,
    clause_number text, clause_text text, key text, settings jsonb)
  language sql stable security definer set search_path = '' as $$
  with formula as (
    select distinct on (a.id, j.id) a.id as assignment_id, j.title, v.id as version_id, v.number, lower(v.in_force)::text as version_from,
           a.valid * daterange(from_day, to_day) * daterange(lower(v.in_force), null) as part
      from organization.assignments a
      join mandates.job_descriptions j on j.position_id = a.position_id and (j.employee_id is null or j.employee_id = a.employee_id)
      join mandates.versions v on v.job_description_id = j.id and v.state in ('approved', 'revoked')
       and v.in_force && (a.valid * daterange(from_day, to_day))
     where a.company_id = app.company() and a.employee_id = of_employee and plans.sees_pay(of_employee)
     order by a.id, j.id, lower(v.in_force) nulls first
  )
  select f.assignment_id, lower(f.part)::text, upper(f.part)::text, f.title, f.version_id, f.number, f.version_from, c.id, c.number, c.text, b.key, b.settings
    from formula f join mandates.clauses c on c.version_id = f.version_id
    join mandates.bindings b on b.clause_id = c.id and b.kind = 'pay'
   order by f.title, c.section, c.ordinal, b.id
$$;

-- Every night: how many active clients each kept at the end of a day that is over.
create or replace function plans.count_active(on_day date, window_days int) returns void
  language sql security definer set search_path = '' as $$
  insert into plans.active_bases (company_id, employee_id, day, clients, window_days)
  select s.company_id, s.keeper_id, on_day, count(*), count_active.window_days
    from plans.served_clients s
   where s.company_id = app.company() and s.last_shipped_on > on_day - count_active.window_days
     and (s.last_shipped_on <= on_day or exists (select from orders.shipments x where x.client_id = s.client_id
       and x.shipped_on > on_day - count_active.window_days and x.shipped_on <= on_day))
   group by s.company_id, s.keeper_id
  on conflict (company_id, day, employee_id) do nothing
$$;

-- The document of a settled statement. Past the row security of documents, which knows keepers but not pay: a substitute
-- reaches the absent employee's clients, never their pay.
create or replace function plans.issued_statement(of_statement uuid)
  returns table (number text, pdf bytea, pdf_sha256 text, word bytea)
  language sql stable security definer set search_path = '' as $$
  select d.number, d.pdf, d.pdf_sha256, d.word
    from plans.pay_statements s
    join platform.issued_documents d on d.subject_id = s.id and d.subject_kind = 'pay-statement' and d.company_id = s.company_id
   where s.id = of_statement and s.company_id = app.company() and plans.sees_pay(s.employee_id)
   order by d.issued_at limit 1
$$;

-- Those of the days whose month is settled for the employee. Past row security: that pay was settled binds everybody, also
-- those who may not know how much it was.
create or replace function plans.settled_days(employees uuid[], days date[]) returns table (employee_id uuid, day date)
  language sql stable security definer set search_path = '' as $$
  select distinct asked.employee_id, asked.day from unnest(employees, days) asked(employee_id, day)
    join plans.pay_statements s on s.company_id = app.company() and s.employee_id = asked.employee_id
     and s.month = date_trunc('month', asked.day)::date
$$;
