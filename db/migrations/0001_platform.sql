-- breaking: no
-- What every business application needs: access, journal, idempotency, outbox, settings, files, documents, imports.

create extension if not exists pg_trgm;
create extension if not exists btree_gist;
create extension if not exists unaccent;

create schema app;
create schema journal;
comment on schema app is 'Access: who acts, what they reach, what they may. Policies of every module ask here.';

-- Companies: the tenants. Everything else belongs to one.
create table platform.companies (
  id uuid primary key default uuidv7(),
  name text not null constraint companies__name_given check (btrim(name) <> ''),
  currency char(3) not null default 'USD',
  time_zone text not null default 'UTC',
  language text not null default 'en' constraint companies__language_known check (language in ('en', 'ru')),
  country char(2),
  jurisdiction text not null default 'neutral',
  address text not null default '',
  registration text not null default '',
  created_at timestamptz not null default now(),
  revision int not null default 1
);
comment on column platform.companies.time_zone is 'Business days are days of this zone.';

-- Reach: whose records an employee sees as one's own, kept by mandates. Dated, so that a substitution ends by itself.
create table app.reach (
  company_id uuid not null references platform.companies,
  employee_id uuid not null,
  keeper_id uuid not null,
  kind text not null constraint reach__kind_known check (kind in ('self', 'below', 'substitution')),
  on_behalf_of uuid,
  valid daterange not null,
  constraint reach__behalf_iff_substitution check ((kind = 'substitution') = (on_behalf_of is not null))
);
comment on table app.reach is '@derived from reporting lines and substitutions';
create index reach__by_employee on app.reach (employee_id);

-- Permits that come without a clause: those of everyone with an assignment, and those of the founder, until the first
-- job descriptions are in force. Written at start from what the modules declare.
create table app.common_permits (
  permit text not null,
  holder text not null constraint common_permits__holder_known check (holder in ('everyone', 'founder')),
  primary key (permit, holder)
);
comment on table app.common_permits is '@derived';

-- Grants: dated authorities. Made when a job description comes into force; nothing edits them directly.
create table app.grants (
  company_id uuid not null references platform.companies,
  employee_id uuid not null,
  permit text not null,
  scope text not null constraint grants__scope_known check (scope in ('own', 'all')),
  limits jsonb not null default '{}',
  clause_id uuid,
  clause_number text,
  position_id uuid,
  on_behalf_of uuid,
  valid daterange not null
);
comment on table app.grants is '@derived from the clauses in force';
create index grants__by_employee on app.grants (employee_id);

-- The journal: append-only, written by trigger in the transaction of each mutation.
create table journal.epochs (
  epoch int primary key,
  began_at timestamptz not null default now()
);
comment on table journal.epochs is '@derived A restored copy counts transactions anew, so it begins an epoch.';
insert into journal.epochs (epoch) values (1);

create table journal.entries (
  id bigint generated always as identity primary key,
  epoch int not null,
  xid xid8 not null default pg_current_xact_id(),
  at timestamptz not null default clock_timestamp(),
  company_id uuid,
  employee_id uuid,
  acting_for uuid,
  clause_id uuid,
  request_id text,
  table_name text not null,
  record_id uuid,
  act text not null constraint entries__act_known check (act in ('insert', 'update', 'delete', 'bulk')),
  before jsonb,
  after jsonb
);
comment on table journal.entries is '@derived Append-only: no role of the application may change it.';
comment on column journal.entries.before is 'Update: the old values of the changed columns. Delete: the row.';
comment on column journal.entries.after is 'Insert: the row. Update: the new values of the changed columns. Bulk: count and digest.';
create index entries__by_record on journal.entries (record_id, id);
create index entries__by_company on journal.entries (company_id, id);
create index entries__by_transaction on journal.entries (epoch, xid, id);

-- Seals: each covers all entries of the transactions from `from_xid` up to (not including) `to_xid`, chained by hash.
create table journal.seals (
  number bigint generated always as identity primary key,
  epoch int not null,
  from_xid xid8 not null,
  to_xid xid8 not null,
  entries bigint not null,
  previous_hash bytea not null,
  hash bytea not null,
  sealed_at timestamptz not null default now()
);
comment on table journal.seals is '@derived';

-- Idempotency: the reply to a POST, kept with its key in the transaction of its effect.
create table platform.idempotency (
  company_id uuid not null references platform.companies,
  employee_id uuid not null,
  key text not null,
  request_hash text not null,
  status int,
  reply jsonb,
  created_at timestamptz not null default now(),
  primary key (company_id, employee_id, key)
);
comment on table platform.idempotency is '@derived';

-- Outbox: events announced in a transaction; a trigger hands them to the job queue.
create table platform.outbox (
  id uuid primary key default uuidv7(),
  company_id uuid not null references platform.companies,
  event text not null,
  payload jsonb not null,
  employee_id uuid,
  announced_at timestamptz not null default now(),
  handled_at timestamptz,
  attempts int not null default 0,
  last_error text
);
comment on table platform.outbox is '@derived';
create index outbox__waiting on platform.outbox (announced_at) where handled_at is null;

-- Settings: dated choices of a company, a department or a position. The narrowest scope wins.
create table platform.settings (
  id uuid primary key default uuidv7(),
  company_id uuid not null references platform.companies,
  key text not null,
  scope_kind text not null default 'company' constraint settings__scope_known check (scope_kind in ('company', 'department', 'position')),
  scope_id uuid not null,
  value jsonb not null,
  valid_from date not null,
  set_by uuid,
  set_at timestamptz not null default now(),
  constraint settings__one_a_day unique (company_id, key, scope_kind, scope_id, valid_from)
);

-- Saved views of lists.
create table platform.saved_views (
  id uuid primary key default uuidv7(),
  company_id uuid not null references platform.companies,
  list text not null,
  name text not null constraint saved_views__name_given check (btrim(name) <> ''),
  employee_id uuid not null,
  shared boolean not null default false,
  query jsonb not null,
  created_at timestamptz not null default now(),
  revision int not null default 1
);
create index saved_views__by_list on platform.saved_views (company_id, list);

-- One inbox a person: what has happened and concerns them.
create table platform.notifications (
  id uuid primary key default uuidv7(),
  company_id uuid not null references platform.companies,
  employee_id uuid not null,
  kind text not null,
  params jsonb not null default '{}',
  href text,
  created_at timestamptz not null default now(),
  read_at timestamptz,
  snoozed_until timestamptz
);
create index notifications__inbox on platform.notifications (employee_id, created_at desc);

-- Files: bytes lie in the file store under their hash.
create table platform.files (
  id uuid primary key default uuidv7(),
  company_id uuid not null references platform.companies,
  name text not null,
  media_type text not null,
  bytes bigint not null,
  sha256 text not null,
  subject_kind text,
  subject_id uuid,
  permit text not null,
  keeper_id uuid,
  stored_by uuid,
  stored_at timestamptz not null default now()
);

-- Documents issued: numbered, immutable, printed again identically.
create table platform.document_numbers (
  company_id uuid not null references platform.companies,
  kind text not null,
  year int not null,
  last int not null default 0,
  primary key (company_id, kind, year)
);
comment on table platform.document_numbers is '@derived';
create table platform.issued_documents (
  id uuid primary key default uuidv7(),
  company_id uuid not null references platform.companies,
  kind text not null,
  template_version int not null,
  number text not null,
  subject_kind text not null,
  subject_id uuid not null,
  permit text not null,
  keeper_id uuid,
  language text not null,
  data jsonb not null,
  pdf bytea not null,
  pdf_sha256 text not null,
  word bytea,
  issued_by uuid,
  issued_at timestamptz not null default now()
);
create index issued_documents__by_subject on platform.issued_documents (subject_id, issued_at desc);

-- Imports: what was read, what was taken, what was refused and why.
create table platform.imports (
  id uuid primary key default uuidv7(),
  company_id uuid not null references platform.companies,
  kind text not null,
  file_name text not null,
  mapping jsonb not null,
  state text not null default 'running' constraint imports__state_known check (state in ('preview', 'running', 'done', 'failed', 'reverted')),
  rows_read bigint not null default 0,
  rows_accepted bigint not null default 0,
  rows_rejected bigint not null default 0,
  report jsonb not null default '{}',
  started_by uuid,
  started_at timestamptz not null default now(),
  ended_at timestamptz,
  revision int not null default 1,
  constraint imports__every_row_counted check (state <> 'done' or rows_accepted + rows_rejected = rows_read)
);
create table platform.import_rejections (
  import_id uuid not null references platform.imports,
  company_id uuid not null references platform.companies,
  row_number bigint not null,
  reason text not null,
  field text,
  row jsonb not null,
  primary key (import_id, row_number)
);
comment on table platform.import_rejections is '@derived';
create table platform.import_mappings (
  id uuid primary key default uuidv7(),
  company_id uuid not null references platform.companies,
  kind text not null,
  name text not null,
  mapping jsonb not null,
  revision int not null default 1,
  constraint import_mappings__name_unique unique (company_id, kind, name)
);
