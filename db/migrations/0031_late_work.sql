-- breaking: no
-- What of their duties people are late with, gathered from every duty kind every few minutes: asking eight duties of five
-- hundred people is nothing to wait for on a screen.

create table plans.late_work (
  company_id uuid not null references platform.companies,
  employee_id uuid not null references organization.employees,
  line_id text not null,
  clause_id uuid not null,
  clause_number text not null,
  kind text not null,
  params jsonb not null,
  subject text not null,
  since date,
  due date,
  stake bigint not null,
  href text not null,
  primary key (company_id, employee_id, line_id)
);
comment on table plans.late_work is '@derived from the duties in force: the lines of the day lists that are late';
comment on column plans.late_work.stake is 'Money at stake in minor units, or 0.';

create table plans.late_work_gathered (
  company_id uuid primary key references platform.companies,
  at timestamptz not null
);
comment on table plans.late_work_gathered is '@derived When late_work was last gathered.';
