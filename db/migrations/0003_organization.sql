-- breaking: no
-- Who works here, as what, under whom, and who stands in for whom.

create schema organization;

create table organization.departments (
  id uuid primary key default uuidv7(),
  company_id uuid not null references platform.companies,
  name text not null constraint departments__name_given check (btrim(name) <> ''),
  parent_id uuid references organization.departments,
  revision int not null default 1,
  constraint departments__name_unique unique (company_id, name)
);

create table organization.positions (
  id uuid primary key default uuidv7(),
  company_id uuid not null references platform.companies,
  department_id uuid not null references organization.departments,
  title text not null constraint positions__title_given check (btrim(title) <> ''),
  synonyms text[] not null default '{}',
  category text not null default 'specialist'
    constraint positions__category_known check (category in ('head', 'specialist', 'employee', 'worker')),
  level text not null default 'operational'
    constraint positions__level_known check (level in ('strategic', 'tactical', 'operational', 'organizational')),
  headcount int not null default 1 constraint positions__headcount_positive check (headcount > 0),
  template text,
  revision int not null default 1,
  constraint positions__title_unique unique (company_id, department_id, title)
);
comment on column organization.positions.template is 'Key of the job description template that fits, e.g. key-account-manager.';

create table organization.employees (
  id uuid primary key default uuidv7(),
  company_id uuid not null references platform.companies,
  number text not null,
  first_name text not null,
  last_name text not null constraint employees__name_given check (btrim(last_name) <> ''),
  name text not null generated always as (btrim(first_name || ' ' || last_name)) stored,
  email text not null constraint employees__email_formed check (email ~ '^[^@\s]+@[^@\s]+$'),
  phone text not null default '',
  language text not null default 'en' constraint employees__language_known check (language in ('en', 'ru')),
  hired_on date not null,
  dismissed_at timestamptz,
  founder boolean not null default false,
  user_id text unique,
  revision int not null default 1,
  constraint employees__number_unique unique (company_id, number),
  constraint employees__email_unique unique (company_id, email),
  constraint employees__id_in_company unique (company_id, id)
);
comment on column organization.employees.founder is 'Made by the launcher: may found the organization and its first job descriptions.';
create index employees__by_name on organization.employees (company_id, last_name, first_name);
create index employees__search on organization.employees using gin (name gin_trgm_ops);

-- Orders of the company: appointments, substitutions, approvals. What a person signs and files.
create table organization.company_orders (
  id uuid primary key default uuidv7(),
  company_id uuid not null references platform.companies,
  number text not null constraint company_orders__number_given check (btrim(number) <> ''),
  issued_on date not null,
  kind text not null,
  title text not null,
  signed_by uuid not null references organization.employees,
  revision int not null default 1,
  constraint company_orders__number_unique unique (company_id, number, issued_on)
);

-- An employee on a position for a period.
create table organization.assignments (
  id uuid primary key default uuidv7(),
  company_id uuid not null references platform.companies,
  employee_id uuid not null references organization.employees,
  position_id uuid not null references organization.positions,
  valid daterange not null constraint assignments__period_given check (not isempty(valid)),
  order_id uuid references organization.company_orders,
  revision int not null default 1,
  constraint assignments__once_at_a_time exclude using gist (employee_id with =, position_id with =, valid with &&)
);
create index assignments__by_position on organization.assignments (position_id);
create index assignments__by_employee on organization.assignments (employee_id);

-- Who reports to whom, one direct superior at a time.
create table organization.reporting_lines (
  id uuid primary key default uuidv7(),
  company_id uuid not null references platform.companies,
  employee_id uuid not null references organization.employees,
  superior_id uuid not null references organization.employees,
  valid daterange not null constraint reporting_lines__period_given check (not isempty(valid)),
  revision int not null default 1,
  constraint reporting_lines__not_to_oneself check (employee_id <> superior_id),
  constraint reporting_lines__one_superior exclude using gist (employee_id with =, valid with &&)
);
create index reporting_lines__by_superior on organization.reporting_lines (superior_id);

create table organization.absences (
  id uuid primary key default uuidv7(),
  company_id uuid not null references platform.companies,
  employee_id uuid not null references organization.employees,
  kind text not null constraint absences__kind_known check (kind in ('vacation', 'sickness', 'business-trip', 'other')),
  valid daterange not null constraint absences__period_given check (not isempty(valid) and not upper_inf(valid) and not lower_inf(valid)),
  note text not null default '',
  cancelled_at timestamptz,
  revision int not null default 1,
  constraint absences__no_overlap exclude using gist (employee_id with =, valid with &&) where (cancelled_at is null)
);

-- A substitution order: clients, duties and the chosen permits of the absent employee pass to the substitute for the period.
create table organization.substitutions (
  id uuid primary key default uuidv7(),
  company_id uuid not null references platform.companies,
  absence_id uuid not null references organization.absences,
  absent_id uuid not null references organization.employees,
  substitute_id uuid not null references organization.employees,
  order_id uuid not null references organization.company_orders,
  valid daterange not null constraint substitutions__period_given check (not isempty(valid) and not upper_inf(valid)),
  permits text[],
  revoked_at timestamptz,
  revision int not null default 1,
  constraint substitutions__not_oneself check (absent_id <> substitute_id),
  constraint substitutions__one_at_a_time exclude using gist (absent_id with =, valid with &&) where (revoked_at is null)
);
comment on column organization.substitutions.permits is 'The permits that pass; null: all of the mandate.';
create index substitutions__by_substitute on organization.substitutions (substitute_id);
