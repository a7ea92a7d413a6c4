-- breaking: no
-- Contracts with clients: until when they hold, and what became of each.

create table clients.contracts (
  id uuid primary key default uuidv7(),
  company_id uuid not null references platform.companies,
  client_id uuid not null,
  keeper_id uuid not null,
  number text not null constraint contracts__number_given check (btrim(number) <> ''),
  subject text not null constraint contracts__subject_given check (btrim(subject) <> ''),
  signed_on date not null,
  valid_until date,
  notice_days int not null default 30 constraint contracts__notice_sane check (notice_days between 0 and 365),
  ending text constraint contracts__ending_known check (ending in ('renewed', 'ended')),
  ended_on date,
  end_reason text not null default '',
  renewed_by uuid references clients.contracts,
  entered_by uuid,
  created_at timestamptz not null default now(),
  revision int not null default 1,
  constraint contracts__of_client foreign key (company_id, client_id, keeper_id)
    references clients.clients (company_id, id, keeper_id) on update cascade,
  constraint contracts__number_unique unique (client_id, number),
  constraint contracts__until_after_signing check (valid_until >= signed_on),
  constraint contracts__ending_whole check ((ending is null) = (ended_on is null)),
  constraint contracts__renewed_by_another check ((ending is not distinct from 'renewed') = (renewed_by is not null) and renewed_by <> id),
  constraint contracts__ended_with_reason check (ending is distinct from 'ended' or btrim(end_reason) <> '')
);
comment on column clients.contracts.valid_until is 'The last day on which it holds; null: without an end.';
comment on column clients.contracts.notice_days is 'So many days before the last one the keeper is asked to see to it.';
comment on column clients.contracts.ended_on is 'The day on which it was renewed, or decided that it is not.';
create index contracts__by_client on clients.contracts (client_id, signed_on desc, id desc);
create index contracts__running_out on clients.contracts (company_id, keeper_id, valid_until) where valid_until is not null and ending is null;
create index contracts__of_keeper on clients.contracts (company_id, keeper_id, valid_until) where valid_until is not null;
create index contracts__renewed_by on clients.contracts (renewed_by) where renewed_by is not null;
