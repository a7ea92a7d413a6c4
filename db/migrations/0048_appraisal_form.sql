-- breaking: no
-- An appraisal judges the job description clause by clause: each side rates each clause, and what both agree on is a list of
-- actions with a day and somebody who does it, which outlives the appraisal.

alter table mandates.appraisals
  add column form jsonb not null default '[]',
  add column head_access_given jsonb,
  add column employee_access_given jsonb;
comment on column mandates.appraisals.form is 'Frozen when the head signs: the clauses judged, each with what its pay rules came to, in words, without amounts. Empty for appraisals signed before there were forms.';
comment on column mandates.appraisals.agreed_actions is 'What was agreed as one text, before actions were a list.';
comment on column mandates.appraisals.head_access_given is 'Who gave the head access in the thirty days before the signature, and when; null: nobody.';
comment on column mandates.appraisals.employee_access_given is 'Who gave the employee access in the thirty days before the signature, and when; null: nobody.';

create table mandates.appraisal_ratings (
  id uuid primary key default uuidv7(),
  company_id uuid not null references platform.companies,
  appraisal_id uuid not null references mandates.appraisals on delete cascade,
  clause_id uuid not null references mandates.clauses,
  side text not null constraint appraisal_ratings__side_known check (side in ('employee', 'head')),
  rating int not null constraint appraisal_ratings__rating_known check (rating between 1 and 5),
  constraint appraisal_ratings__once unique (appraisal_id, clause_id, side)
);

create table mandates.agreed_actions (
  id uuid primary key default uuidv7(),
  company_id uuid not null references platform.companies,
  appraisal_id uuid not null references mandates.appraisals on delete cascade,
  employee_id uuid not null references organization.employees,
  text text not null constraint agreed_actions__text_given check (btrim(text) <> '' and length(text) <= 1000),
  due_on date not null,
  who_id uuid not null references organization.employees,
  agreed_by uuid not null references organization.employees,
  state text not null default 'open' constraint agreed_actions__state_known check (state in ('open', 'done', 'called-off')),
  ended_at timestamptz,
  ended_by uuid references organization.employees,
  revision int not null default 1,
  constraint agreed_actions__ended_when check ((state = 'open') = (ended_at is null))
);
comment on column mandates.agreed_actions.employee_id is 'Who is appraised; who_id does it: this employee or the head.';
create index agreed_actions__by_employee on mandates.agreed_actions (employee_id, due_on);
create index agreed_actions__by_appraisal on mandates.agreed_actions (appraisal_id);
create index agreed_actions__open_of on mandates.agreed_actions (who_id, due_on) where state = 'open';
create index agreed_actions__open_by on mandates.agreed_actions (agreed_by, due_on) where state = 'open';
