-- breaking: no
-- What clients owe, what they paid, what they promised.

create schema settlements;

create table settlements.invoices (
  id uuid primary key default uuidv7(),
  company_id uuid not null references platform.companies,
  client_id uuid not null,
  keeper_id uuid not null,
  order_id uuid,
  number text not null constraint invoices__number_given check (btrim(number) <> ''),
  issued_on date not null,
  due_on date not null,
  amount bigint not null constraint invoices__amount_positive check (amount > 0),
  allocated bigint not null default 0,
  open_amount bigint not null generated always as (amount - allocated) stored,
  currency char(3) not null,
  revision int not null default 1,
  constraint invoices__number_unique unique (company_id, number),
  constraint invoices__due_after_issue check (due_on >= issued_on),
  constraint invoices__not_overpaid check (allocated between 0 and amount),
  constraint invoices__safe check (amount <= 9007199254740991),
  constraint invoices__client foreign key (client_id, keeper_id) references clients.clients (id, keeper_id) on update cascade,
  constraint invoices__once_per_order unique (order_id)
);
comment on column settlements.invoices.amount is 'Minor units.';
comment on column settlements.invoices.allocated is 'Kept by trigger as the sum of allocations.';
create index invoices__open on settlements.invoices (company_id, keeper_id, due_on) where allocated < amount;
create index invoices__open_all on settlements.invoices (company_id, due_on) where allocated < amount;
create index invoices__by_client on settlements.invoices (client_id, issued_on desc);

create table settlements.payments (
  id uuid primary key default uuidv7(),
  company_id uuid not null references platform.companies,
  client_id uuid not null,
  keeper_id uuid not null,
  number text not null default '',
  received_on date not null,
  amount bigint not null constraint payments__amount_positive check (amount > 0),
  allocated bigint not null default 0,
  currency char(3) not null,
  purpose text not null default '',
  posted_by uuid references organization.employees,
  posted_at timestamptz not null default now(),
  revision int not null default 1,
  constraint payments__not_overspent check (allocated between 0 and amount),
  constraint payments__safe check (amount <= 9007199254740991),
  constraint payments__client foreign key (client_id, keeper_id) references clients.clients (id, keeper_id) on update cascade
);
comment on column settlements.payments.allocated is 'Kept by trigger as the sum of allocations; the rest is an advance.';
create index payments__by_client on settlements.payments (client_id, received_on desc);
create index payments__by_day on settlements.payments (company_id, received_on desc, id desc);
create index payments__by_keeper on settlements.payments (company_id, keeper_id, received_on);

create table settlements.allocations (
  id uuid primary key default uuidv7(),
  company_id uuid not null references platform.companies,
  payment_id uuid not null references settlements.payments,
  invoice_id uuid not null references settlements.invoices,
  amount bigint not null constraint allocations__amount_positive check (amount > 0),
  made_at timestamptz not null default now(),
  constraint allocations__once unique (payment_id, invoice_id)
);
create index allocations__by_invoice on settlements.allocations (invoice_id);

create table settlements.promises (
  id uuid primary key default uuidv7(),
  company_id uuid not null references platform.companies,
  client_id uuid not null,
  keeper_id uuid not null,
  invoice_id uuid references settlements.invoices,
  activity_id uuid,
  amount bigint not null constraint promises__amount_positive check (amount > 0),
  currency char(3) not null,
  promised_for date not null,
  contact text not null default '',
  note text not null default '',
  recorded_by uuid references organization.employees,
  recorded_on date not null,
  state text not null default 'open' constraint promises__state_known check (state in ('open', 'kept', 'broken', 'withdrawn')),
  settled_on date,
  revision int not null default 1,
  constraint promises__safe check (amount <= 9007199254740991),
  constraint promises__client foreign key (client_id, keeper_id) references clients.clients (id, keeper_id) on update cascade
);
create index promises__open on settlements.promises (company_id, promised_for) where state = 'open';
create index promises__by_client on settlements.promises (client_id, promised_for desc);
create index promises__by_keeper on settlements.promises (company_id, keeper_id, promised_for);
