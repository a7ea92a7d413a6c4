-- breaking: no
-- Clients, the people at them, who keeps them and since when, and what is known about them.

create extension if not exists fuzzystrmatch;
create schema clients;

-- The form in which text is compared: lower case, without accents (Ё as Е). unaccent is only stable because its
-- dictionary could be altered; this one never is.
create function app.fold(said text) returns text language sql immutable parallel safe strict
  as $$ select lower(public.unaccent('public.unaccent'::regdictionary, said)) $$;

create table clients.clients (
  id uuid primary key default uuidv7(),
  company_id uuid not null references platform.companies,
  code text not null constraint clients__code_given check (btrim(code) <> ''),
  name text not null constraint clients__name_given check (btrim(name) <> ''),
  legal_name text not null default '',
  kind text not null default 'company' constraint clients__kind_known check (kind in ('company', 'person')),
  status text not null default 'potential' constraint clients__status_known check (status in ('potential', 'active', 'lapsed')),
  class text constraint clients__class_known check (class in ('key', 'A', 'B', 'C')),
  keeper_id uuid not null,
  parent_id uuid references clients.clients constraint clients__not_own_parent check (parent_id <> id),
  segment text not null default '',
  source text not null default '',
  country char(2),
  city text not null default '',
  address text not null default '',
  phone text not null default '',
  email text not null default '',
  website text not null default '',
  tax_number text not null default '',
  registration_number text not null default '',
  language text not null default 'en',
  etiquette text not null default '',
  since date not null default current_date,
  created_at timestamptz not null default now(),
  search text not null generated always as
    (app.fold(name || ' ' || legal_name || ' ' || code || ' ' || city || ' ' || tax_number)) stored,
  name_folded text not null generated always as (app.fold(name)) stored,
  revision int not null default 1,
  constraint clients__id_and_keeper unique (id, keeper_id),
  constraint clients__code_unique unique (company_id, code),
  constraint clients__keeper_known foreign key (company_id, keeper_id) references organization.employees (company_id, id)
);
comment on table clients.clients is 'A customer, corporate or individual, potential or active; always kept by one employee.';
comment on column clients.clients.keeper_id is 'Who answers for the client. Records of a client carry it too and follow it by themselves (on update cascade).';
comment on column clients.clients.parent_id is 'The chain that this outlet belongs to.';
comment on column clients.clients.class is 'By share of sales: key, A, B, C; null: not classed yet.';
comment on column clients.clients.language is 'Of the documents that the client gets.';
comment on column clients.clients.etiquette is 'What to mind when dealing with the client.';
comment on column clients.clients.since is 'First day of the relation; the history of keepers begins here.';
comment on column clients.clients.search is 'Everything a client is looked for by, folded.';

create index clients__of_keeper on clients.clients (company_id, keeper_id, name, id);
create index clients__by_name on clients.clients (company_id, name, id);
create index clients__by_class on clients.clients (company_id, class, name, id);
create index clients__by_status on clients.clients (company_id, status, name, id);
create index clients__by_city on clients.clients (company_id, city, id);
create index clients__by_segment on clients.clients (company_id, segment, id);
create index clients__by_since on clients.clients (company_id, since, id);
create index clients__of_chain on clients.clients (parent_id) where parent_id is not null;
create index clients__by_tax_number on clients.clients (company_id, tax_number) where tax_number <> '';
create index clients__prefix on clients.clients (company_id, name_folded text_pattern_ops);
create index clients__code_prefix on clients.clients (company_id, app.fold(code) text_pattern_ops);
create index clients__search on clients.clients using gin (search gin_trgm_ops);

-- The figures by which lists of clients are sorted. The modules above tell them as they change (clients.tell_…), since a
-- list of a million clients cannot add up ten million orders.
create table clients.figures (
  client_id uuid primary key,
  company_id uuid not null references platform.companies,
  keeper_id uuid not null,
  last_contact_on date,
  last_order_on date,
  sales_12m bigint not null default 0,
  owed bigint not null default 0,
  overdue bigint not null default 0,
  oldest_due_on date,
  constraint figures__of_client foreign key (client_id, keeper_id) references clients.clients (id, keeper_id) on update cascade
);
comment on table clients.figures is '@derived from activities, orders and settlements; money in minor units of the company''s currency';
comment on column clients.figures.sales_12m is 'Shipped in the last twelve months.';
comment on column clients.figures.oldest_due_on is 'Due date of the oldest invoice that is overdue.';
create index figures__by_last_contact on clients.figures (company_id, last_contact_on, client_id);
create index figures__by_last_order on clients.figures (company_id, last_order_on, client_id);
create index figures__by_sales on clients.figures (company_id, sales_12m, client_id);
create index figures__by_owed on clients.figures (company_id, owed, client_id);
create index figures__by_overdue on clients.figures (company_id, overdue, client_id);
create index figures__of_keeper on clients.figures (company_id, keeper_id, client_id);

-- Every word of the names of clients, once: what a mistyped word may have meant.
create table clients.words (
  company_id uuid not null references platform.companies,
  word text collate "C" not null,
  primary key (company_id, word)
);
comment on table clients.words is '@derived from the names of clients; a word that no client has any more does no harm';

-- Who kept a client when. Written by trigger whenever the keeper of a client changes, whoever changes it.
create table clients.keepers (
  id uuid primary key default uuidv7(),
  company_id uuid not null references platform.companies,
  client_id uuid not null references clients.clients,
  keeper_id uuid not null references organization.employees,
  valid daterange not null constraint keepers__period_given check (not isempty(valid)),
  reason text not null default '',
  handover_id uuid,
  set_by uuid,
  set_at timestamptz not null default now(),
  constraint keepers__one_at_a_time exclude using gist (client_id with =, valid with &&)
);
comment on table clients.keepers is 'The dated history of ownership of each client.';
create index keepers__by_keeper on clients.keepers (keeper_id, client_id);

-- In what status a client was when: for counting the active base of a past day.
create table clients.statuses (
  id uuid primary key default uuidv7(),
  company_id uuid not null references platform.companies,
  client_id uuid not null references clients.clients,
  status text not null,
  valid daterange not null constraint statuses__period_given check (not isempty(valid)),
  constraint statuses__one_at_a_time exclude using gist (client_id with =, valid with &&)
);

create table clients.class_changes (
  id uuid primary key default uuidv7(),
  company_id uuid not null references platform.companies,
  client_id uuid not null references clients.clients,
  class_before text,
  class_after text,
  reason text not null default '',
  changed_by uuid,
  changed_at timestamptz not null default now()
);
create index class_changes__of_client on clients.class_changes (client_id, changed_at desc);

-- One handing over of clients from one keeper to another, with the note for the one who receives.
create table clients.handovers (
  id uuid primary key default uuidv7(),
  company_id uuid not null references platform.companies,
  from_id uuid not null references organization.employees,
  to_id uuid not null references organization.employees,
  reason text not null constraint handovers__reason_given check (btrim(reason) <> ''),
  note text not null default '',
  clients int not null,
  figures jsonb not null default '{}',
  handed_by uuid,
  handed_at timestamptz not null default now(),
  constraint handovers__between_two check (from_id <> to_id)
);
comment on column clients.handovers.figures is 'What was open at that moment (debts, promises …), as the modules above told it.';
create index handovers__by_company on clients.handovers (company_id, handed_at desc);
alter table clients.keepers add constraint keepers__handover_known foreign key (handover_id) references clients.handovers;

create table clients.contacts (
  id uuid primary key default uuidv7(),
  company_id uuid not null references platform.companies,
  client_id uuid not null,
  keeper_id uuid not null,
  name text not null constraint contacts__name_given check (btrim(name) <> ''),
  title text not null default '',
  level text not null default 'specialist' constraint contacts__level_known check (level in ('top', 'middle', 'specialist')),
  decision_role text not null default 'unknown'
    constraint contacts__role_known check (decision_role in ('decides', 'influences', 'orders', 'pays', 'uses', 'unknown')),
  attitude text not null default 'neutral' constraint contacts__attitude_known check (attitude in ('supports', 'neutral', 'against')),
  phone text not null default '',
  email text not null default '',
  language text,
  note text not null default '',
  is_main boolean not null default false,
  left_on date,
  created_at timestamptz not null default now(),
  revision int not null default 1,
  constraint contacts__of_client foreign key (client_id, keeper_id) references clients.clients (id, keeper_id) on update cascade
);
comment on column clients.contacts.left_on is 'The day the person left the client; the contact stays for the history.';
create index contacts__by_client on clients.contacts (client_id, name);
create index contacts__by_keeper on clients.contacts (company_id, keeper_id, name);
create unique index contacts__one_main on clients.contacts (client_id) where is_main and left_on is null;

-- Branches, outlets and warehouses of a client: where goods and people go.
create table clients.sites (
  id uuid primary key default uuidv7(),
  company_id uuid not null references platform.companies,
  client_id uuid not null,
  keeper_id uuid not null,
  name text not null constraint sites__name_given check (btrim(name) <> ''),
  kind text not null default 'branch' constraint sites__kind_known check (kind in ('branch', 'outlet', 'warehouse', 'office')),
  country char(2),
  city text not null default '',
  address text not null default '',
  phone text not null default '',
  closed_on date,
  revision int not null default 1,
  constraint sites__of_client foreign key (client_id, keeper_id) references clients.clients (id, keeper_id) on update cascade
);
create index sites__by_client on clients.sites (client_id, name);

create table clients.bank_accounts (
  id uuid primary key default uuidv7(),
  company_id uuid not null references platform.companies,
  client_id uuid not null,
  keeper_id uuid not null,
  number text not null constraint bank_accounts__number_given check (btrim(number) <> ''),
  bank text not null default '',
  bank_code text not null default '',
  currency char(3),
  revision int not null default 1,
  constraint bank_accounts__of_client foreign key (client_id, keeper_id) references clients.clients (id, keeper_id) on update cascade,
  constraint bank_accounts__number_unique unique (client_id, number)
);
comment on column clients.bank_accounts.bank_code is 'BIC or the national code of the bank.';
create index bank_accounts__by_number on clients.bank_accounts (company_id, number);

-- The dossier: what is known of a client, each entry dated and with its source.
create table clients.dossier_entries (
  id uuid primary key default uuidv7(),
  company_id uuid not null references platform.companies,
  client_id uuid not null,
  keeper_id uuid not null,
  topic text not null constraint dossier_entries__topic_known
    check (topic in ('needs', 'potential', 'share-of-wallet', 'prospects', 'competitors', 'other')),
  text text not null constraint dossier_entries__text_given check (btrim(text) <> ''),
  source text not null default '',
  noted_on date not null,
  noted_by uuid,
  created_at timestamptz not null default now(),
  revision int not null default 1,
  constraint dossier_entries__of_client foreign key (client_id, keeper_id) references clients.clients (id, keeper_id) on update cascade
);
create index dossier_entries__by_client on clients.dossier_entries (client_id, noted_on desc, id desc);
