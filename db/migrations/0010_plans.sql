-- breaking: no
-- What was planned, what became of it, and what is paid for it.

create schema plans;

create table plans.plans (
  id uuid primary key default uuidv7(),
  company_id uuid not null references platform.companies,
  department_id uuid references organization.departments,
  employee_id uuid references organization.employees,
  metric text not null constraint plans__metric_known check (metric in ('sales', 'active-clients', 'new-clients')),
  month date not null constraint plans__month_begins check (extract(day from month) = 1),
  amount bigint not null constraint plans__amount_sane check (amount between 0 and 9000000000000000),
  category_id uuid references catalog.categories,
  client_id uuid references clients.clients,
  state text not null default 'draft' constraint plans__state_known check (state in ('draft', 'approved')),
  set_by uuid references organization.employees,
  set_at timestamptz not null default now(),
  approved_by uuid references organization.employees,
  approved_at timestamptz,
  override_reason text not null default '',
  superseded_at timestamptz,
  constraint plans__of_department_or_employee check (num_nonnulls(department_id, employee_id) = 1),
  constraint plans__one_breakdown check (num_nonnulls(category_id, client_id) <= 1),
  constraint plans__breakdown_of_sales check (metric = 'sales' or num_nonnulls(category_id, client_id) = 0),
  constraint plans__approved_when check ((state = 'approved') = (approved_at is not null))
);
comment on table plans.plans is 'Targets by month, of a department or of one employee. A change is a new row; the former one keeps when it was superseded.';
comment on column plans.plans.amount is 'Sales: minor units of the company''s currency. Clients: their number.';
comment on column plans.plans.category_id is 'Breakdown of the whole by product group, or by client_id; both null: the whole.';
comment on column plans.plans.state is 'A draft stands beside the approved row until it is approved in its place.';
comment on column plans.plans.override_reason is 'Why personal plans were approved though their sum is below the plan of the department, or changed after the month began.';
create unique index plans__one_current on plans.plans (company_id, department_id, employee_id, metric, month, category_id, client_id, state)
  nulls not distinct where superseded_at is null;
create index plans__of_employee on plans.plans (company_id, employee_id, month) where superseded_at is null and employee_id is not null;
create index plans__of_department on plans.plans (company_id, department_id, month) where superseded_at is null and department_id is not null;
create index plans__history on plans.plans (company_id, month, metric, set_at desc);

-- A sale that counts for the substitute who took the order, where the company chose so, instead of for the absent keeper.
create table plans.transferred_sales (
  id uuid primary key default uuidv7(),
  company_id uuid not null references platform.companies,
  sale_id uuid not null constraint transferred_sales__once unique,
  client_id uuid not null references clients.clients,
  from_id uuid not null references organization.employees,
  to_id uuid not null references organization.employees,
  day date not null,
  amount bigint not null,
  currency char(3) not null
);
comment on table plans.transferred_sales is '@derived from shipments of orders taken in a substitution; returns are negative';
comment on column plans.transferred_sales.sale_id is 'A shipment, or the return of goods from an order that was transferred.';
create index transferred_sales__to on plans.transferred_sales (company_id, to_id, day);
create index transferred_sales__from on plans.transferred_sales (company_id, from_id, day);

-- What each employee sold on each day: shipped less returned. The facts of plans and pay for any month are a few rows of it.
create table plans.daily_sales (
  company_id uuid not null references platform.companies,
  employee_id uuid not null,
  day date not null,
  currency char(3) not null,
  amount bigint not null,
  shipments int not null,
  primary key (company_id, employee_id, day, currency)
);
comment on table plans.daily_sales is '@derived from shipments, returns and transferred sales, in their transaction; ./mandate verify proves it equal';
comment on column plans.daily_sales.employee_id is 'Whose sale it is: the keeper on the day of shipment, or the substitute by the company''s choice.';
comment on column plans.daily_sales.amount is 'Minor units.';

-- One row a client that was ever shipped to: since when it is a customer, and how lately it bought.
create table plans.served_clients (
  client_id uuid primary key,
  company_id uuid not null references platform.companies,
  keeper_id uuid not null,
  first_shipped_on date not null,
  first_credited_to uuid not null,
  last_shipped_on date not null,
  constraint served_clients__of_client foreign key (client_id, keeper_id) references clients.clients (id, keeper_id) on update cascade
);
comment on table plans.served_clients is '@derived from shipments, in their transaction';
comment on column plans.served_clients.first_credited_to is 'Who won the client: the keeper on the day of the first shipment. A later handing over does not move it.';
create index served_clients__active on plans.served_clients (company_id, keeper_id, last_shipped_on);
create index served_clients__new on plans.served_clients (company_id, first_credited_to, first_shipped_on);

-- How many active clients each employee kept at the end of each day, counted every night.
create table plans.active_bases (
  company_id uuid not null references platform.companies,
  employee_id uuid not null,
  day date not null,
  clients int not null,
  window_days int not null,
  primary key (company_id, day, employee_id)
);
comment on table plans.active_bases is '@derived from shipments, every night';
comment on column plans.active_bases.window_days is 'By which rule it was counted: shipped to within so many days.';

-- What an employee was paid for a month, as it was settled. Nothing changes it afterwards.
create table plans.pay_statements (
  id uuid primary key default uuidv7(),
  company_id uuid not null references platform.companies,
  employee_id uuid not null references organization.employees,
  month date not null constraint pay_statements__month_begins check (extract(day from month) = 1),
  lines jsonb not null,
  formula jsonb not null,
  total bigint not null constraint pay_statements__total_sane check (total between 0 and 9000000000000000),
  currency char(3) not null,
  settled_by uuid references organization.employees,
  settled_at timestamptz not null,
  constraint pay_statements__once_a_month unique (employee_id, month)
);
comment on column plans.pay_statements.lines is 'Each line explained: part, title, base, rate, amount, clause, sources.';
comment on column plans.pay_statements.formula is 'Every rule with its settings, the version of the job description it stood in, and the facts it was given: the same facts give the same lines.';
comment on column plans.pay_statements.total is 'Minor units; the sum of the lines.';
create index pay_statements__by_month on plans.pay_statements (company_id, month, employee_id);

-- What was shipped before this module came.
insert into plans.daily_sales (company_id, employee_id, day, currency, amount, shipments)
select s.company_id, s.credited_to, s.day, s.currency, sum(s.amount), sum(s.shipments)
  from (select company_id, credited_to, shipped_on as day, currency, amount, 1 as shipments from orders.shipments
        union all select company_id, credited_to, returned_on, currency, -amount, 0 from orders.returns) s
 group by 1, 2, 3, 4;
insert into plans.served_clients (client_id, company_id, keeper_id, first_shipped_on, first_credited_to, last_shipped_on)
select distinct on (s.client_id) s.client_id, s.company_id, s.keeper_id, s.shipped_on, s.credited_to,
       max(s.shipped_on) over (partition by s.client_id)
  from orders.shipments s order by s.client_id, s.shipped_on, s.id;
