-- breaking: no
-- Territories and who works them.

create table organization.territories (
  id uuid primary key default uuidv7(),
  company_id uuid not null references platform.companies,
  code text not null constraint territories__code_given check (btrim(code) <> ''),
  name text not null constraint territories__name_given check (btrim(name) <> ''),
  region text not null default '',
  revision int not null default 1,
  constraint territories__code_unique unique (company_id, code)
);

create table organization.territory_employees (
  id uuid primary key default uuidv7(),
  company_id uuid not null references platform.companies,
  territory_id uuid not null references organization.territories,
  employee_id uuid not null references organization.employees,
  constraint territory_employees__once unique (territory_id, employee_id)
);
create index territory_employees__by_employee on organization.territory_employees (employee_id);
