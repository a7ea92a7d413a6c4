-- breaking: no
-- What each employee sold of each product group in each month: the plan of five hundred people by product group is a few
-- thousand rows, not the lines of a hundred thousand orders. And how many lines of late work everybody has.

create table plans.group_sales (
  company_id uuid not null references platform.companies,
  month date not null,
  employee_id uuid not null,
  currency char(3) not null,
  category_id uuid not null references catalog.categories on delete cascade,
  amount bigint not null,
  primary key (company_id, month, employee_id, currency, category_id)
);
comment on table plans.group_sales is '@derived from the lines of shipments and returns, in their transaction; ./mandate verify proves it equal';
comment on column plans.group_sales.amount is 'Minor units; shipped less returned. What no line tells stands in daily_sales alone.';
create index group_sales__of_category on plans.group_sales (category_id);

create type plans.group_change as (company_id uuid, employee_id uuid, day date, currency char(3), product_id uuid, amount bigint);

insert into plans.group_sales (company_id, month, employee_id, currency, category_id, amount)
select x.company_id, x.month, x.employee_id, x.currency, p.category_id, sum(x.amount)
  from (select s.company_id, date_trunc('month', s.shipped_on)::date as month, coalesce(t.to_id, s.credited_to) as employee_id, s.currency,
               l.product_id, l.amount
          from orders.shipments s join orders.shipment_lines l on l.shipment_id = s.id left join plans.transferred_sales t on t.sale_id = s.id
        union all
        select r.company_id, date_trunc('month', r.returned_on)::date, coalesce(t.to_id, r.credited_to), r.currency, l.product_id, -l.amount
          from orders.returns r join orders.return_lines l on l.return_id = r.id left join plans.transferred_sales t on t.sale_id = r.id) x
  join catalog.products p on p.id = x.product_id
 where p.category_id is not null
 group by 1, 2, 3, 4, 5;

create table plans.late_counts (
  company_id uuid not null references platform.companies,
  employee_id uuid not null references organization.employees on delete cascade,
  lines int not null,
  primary key (company_id, employee_id)
);
comment on table plans.late_counts is '@derived How many lines late_work has of each, gathered with it.';
insert into plans.late_counts (company_id, employee_id, lines)
select w.company_id, w.employee_id, count(*) from plans.late_work w group by 1, 2;
