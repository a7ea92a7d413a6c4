-- breaking: no
-- A password that somebody else gave is nobody's signature: who gave it, to whom, and when the person put an own one in
-- its place.

create table organization.given_accesses (
  id uuid primary key default uuidv7(),
  company_id uuid not null references platform.companies,
  employee_id uuid not null references organization.employees,
  given_by uuid not null references organization.employees,
  given_at timestamptz not null default now(),
  replaced_at timestamptz,
  constraint given_accesses__not_to_oneself check (given_by <> employee_id),
  constraint given_accesses__replaced_later check (replaced_at >= given_at)
);
comment on column organization.given_accesses.replaced_at is 'When another password took its place: one of the person''s own, or one given anew. Null: nothing is open but changing it.';
create unique index given_accesses__one_open on organization.given_accesses (employee_id) where replaced_at is null;
create index given_accesses__by_employee on organization.given_accesses (employee_id, given_at desc);
