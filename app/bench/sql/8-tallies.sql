-- What the product keeps beside the records, as its triggers would have kept it; and the plans.
insert into clients.figures (client_id, company_id, keeper_id, status, class, since, last_contact_on, last_order_on, sales_12m, owed, overdue, oldest_due_on)
select l.client_id, l.company_id, l.keeper_id, c.status, c.class, c.since, l.last_on, o.last_on, coalesce(o.sales_12m, 0), coalesce(i.owed, 0), coalesce(i.overdue, 0), i.oldest
  from activities.last_contacts l join clients.clients c on c.id = l.client_id
  left join (select client_id, max(day) filter (where state in ('confirmed', 'asked-back', 'entered', 'shipped')) as last_on,
      sum(total) filter (where state = 'shipped' and shipped_on > :today - interval '12 months') as sales_12m from bench.orders group by client_id) o on o.client_id = l.client_id
  left join (select client_id, sum(total - paid) as owed, sum(total - paid) filter (where due_on < :today) as overdue, min(due_on) filter (where due_on < :today) as oldest
      from bench.invoices where paid < total group by client_id) i on i.client_id = l.client_id
 where l.company_id = :company_id;

insert into plans.daily_sales (company_id, employee_id, day, currency, amount, shipments)
select :company_id, keeper_id, shipped_on, 'EUR', sum(total), count(*) from bench.orders where state = 'shipped' group by keeper_id, shipped_on;

insert into plans.group_sales (company_id, month, employee_id, currency, category_id, amount)
select :company_id, date_trunc('month', s.shipped_on)::date, s.credited_to, s.currency, p.category_id, sum(l.amount)
  from orders.shipments s join orders.shipment_lines l on l.shipment_id = s.id join catalog.products p on p.id = l.product_id
 where s.company_id = :company_id and p.category_id is not null group by 2, 3, 4, 5;

insert into plans.served_clients (client_id, company_id, keeper_id, first_shipped_on, first_credited_to, last_shipped_on)
select client_id, :company_id, keeper_id, min(shipped_on), keeper_id, max(shipped_on) from bench.orders where state = 'shipped' group by client_id, keeper_id;

insert into plans.plans (company_id, employee_id, metric, month, amount, state, set_by, set_at, approved_by, approved_at)
select :company_id, bench.id(:company, 1, 100 + n), metric, month, amount, 'approved', bench.id(:company, 1, 11 + (n - 1) % :heads), month::timestamptz - interval '9 days',
       bench.id(:company, 1, 1), month::timestamptz - interval '5 days'
  from generate_series(1, :keepers) n cross join lateral (select (date_trunc('month', :today) + ahead * interval '1 month')::date as month from generate_series(-12, 1) ahead) m
 cross join (select 'sales' as metric, (select sum(total) / 24 / :keepers from bench.orders where state = 'shipped') as amount union all values ('active-clients', 700), ('new-clients', 5)) p;
insert into plans.plans (company_id, department_id, metric, month, amount, state, set_by, set_at, approved_by, approved_at)
select company_id, bench.id(:company, 16, 4), metric, month, sum(amount), 'approved', bench.id(:company, 1, 11), min(set_at), bench.id(:company, 1, 1), min(approved_at)
  from plans.plans where company_id = :company_id group by company_id, metric, month;

insert into platform.notifications (company_id, employee_id, kind, params, href, created_at, read_at)
select :company_id, e.id, 'mandates.to-sign', '{"title": "Key account manager", "number": 1}', '/my-mandate', now() - n * interval '1 day', case when n > 5 then now() - n * interval '20 hours' end
  from organization.employees e cross join generate_series(1, 30) n where e.company_id = :company_id;

insert into settlements.debts (company_id, keeper_id, as_of, not_due, to_30, to_60, to_90, over_90)
select :company_id, keeper_id, :today, coalesce(sum(total - paid) filter (where due_on >= :today), 0),
       coalesce(sum(total - paid) filter (where due_on < :today and due_on >= :today - 30), 0),
       coalesce(sum(total - paid) filter (where due_on < :today - 30 and due_on >= :today - 60), 0),
       coalesce(sum(total - paid) filter (where due_on < :today - 60 and due_on >= :today - 90), 0),
       coalesce(sum(total - paid) filter (where due_on < :today - 90), 0)
  from bench.invoices where paid < total group by keeper_id;

insert into orders.rhythms (client_id, company_id, keeper_id, last_on, every_days, due_on, usual)
with counted as (
  select client_id, keeper_id, day, total, max(day) over (partition by client_id) as last_on
    from bench.orders where state in ('confirmed', 'asked-back', 'entered', 'shipped')),
recent as (select * from counted where day > last_on - 730),
gaps as (
  select client_id, day - lag(day) over (partition by client_id order by day) as days from (select distinct client_id, day from recent) d),
rhythm as (
  select client_id, percentile_cont(0.5) within group (order by days) as every from gaps where days is not null
   group by client_id having count(*) >= 2)
select r.client_id, :company_id, r.keeper_id, r.last_on, round(h.every::numeric)::int, r.last_on + ceil(h.every)::int, round(avg(r.total))::bigint
  from recent r left join rhythm h on h.client_id = r.client_id
 group by r.client_id, r.keeper_id, r.last_on, h.every;

drop table bench.orders;
drop table bench.invoices;
