-- The next number of the year, of six figures or more. The row stays locked until the commit: numbers have no gaps, and are
-- asked for last.
create or replace function orders.next_number(of_company uuid, of_year int) returns text language sql as $$
  insert into orders.number_series (company_id, year, last) values (of_company, of_year, 1)
  on conflict (company_id, year) do update set last = orders.number_series.last + 1
  returning of_year || '-' || lpad(last::text, greatest(6, length(last::text)), '0')
$$;

-- What was shipped to a client in twelve months, less what came back. Past row security, like the exposure: a rule of the
-- company counts with all of it.
create or replace function orders.sales_12m(of_client uuid) returns bigint
  language sql stable security definer set search_path = '' as $$
  select (coalesce((select sum(s.amount) from orders.shipments s where s.client_id = of_client and s.company_id = app.company()
       and s.shipped_on > app.today(app.company()) - interval '12 months'), 0)
    - coalesce((select sum(r.amount) from orders.returns r where r.client_id = of_client and r.company_id = app.company()
       and r.returned_on > app.today(app.company()) - interval '12 months'), 0))::bigint
$$;

-- What orders tell the list of clients: sales of twelve months, and the last day of order.
create or replace function orders.tell_client(of_client uuid) returns void
  language sql security definer set search_path = '' as $$
  select clients.tell_sales(of_client, orders.sales_12m(of_client),
    (select max(o.ordered_on) from orders.orders o where o.client_id = of_client and o.company_id = app.company() and o.number is not null))
$$;

-- The same of many clients at once, after an import: in one statement. Whoever has an order is
-- active. Sets the last day of order, also back: an import may have been taken back.
create or replace function orders.tell_clients(of_clients uuid[]) returns void
  language sql security definer set search_path = '' as $$
  with here as materialized (select app.company() as id, app.today(app.company()) - interval '12 months' as after)
  select clients.tell_many_sales(array_agg(t.id), array_agg(t.shipped_12m), array_agg(t.ordered_on)) from (
    select c.id, (sent.amount - back.amount)::bigint as shipped_12m, ordered.last_on as ordered_on
      from unnest(of_clients) c(id) cross join here
      cross join lateral (select max(o.ordered_on) as last_on from orders.orders o
        where o.client_id = c.id and o.company_id = here.id and o.number is not null) ordered
      cross join lateral (select coalesce(sum(s.amount), 0) as amount from orders.shipments s
        where s.client_id = c.id and s.company_id = here.id and s.shipped_on > here.after) sent
      cross join lateral (select coalesce(sum(r.amount), 0) as amount from orders.returns r
        where r.client_id = c.id and r.company_id = here.id and r.returned_on > here.after) back) t
$$;

-- Settlements tell what of an order they invoiced: it leaves the exposure as an order and enters it as a debt. Credit
-- notes give it back (negative).
create or replace function orders.tell_invoiced(of_order uuid, invoiced bigint) returns void
  language sql security definer set search_path = '' as $$
  update orders.orders o set uninvoiced = greatest(0, o.uninvoiced - invoiced)
   where o.id = of_order and o.company_id = app.company() and o.state <> 'cancelled'
$$;

-- What of a client's orders is agreed and not yet invoiced. Reads past row security: a limit binds by all that is
-- ordered, whoever may see it.
create or replace function orders.uninvoiced_of(of_client uuid, except_order uuid) returns bigint
  language sql stable security definer set search_path = '' as $$
  select coalesce(sum(o.uninvoiced), 0)::bigint from orders.orders o
   where o.client_id = of_client and o.company_id = app.company() and o.uninvoiced > 0 and o.id is distinct from except_order
$$;
