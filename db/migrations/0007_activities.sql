-- breaking: no
-- Visits, calls, meetings and letters: planned by the week, carried out with an outcome.

create schema activities;

-- The schedule of one employee for one ISO week.
create table activities.week_plans (
  id uuid primary key default uuidv7(),
  company_id uuid not null references platform.companies,
  employee_id uuid not null,
  week text not null constraint week_plans__week_formed check (week ~ '^\d{4}-W(0[1-9]|[1-4]\d|5[0-3])$'),
  state text not null default 'draft' constraint week_plans__state_known check (state in ('draft', 'submitted', 'approved', 'remarked')),
  submitted_at timestamptz,
  submitted_by uuid references organization.employees,
  due_at timestamptz,
  in_time boolean generated always as (submitted_at <= due_at) stored,
  waiting_since timestamptz,
  decided_at timestamptz,
  decided_by uuid references organization.employees,
  remark text not null default '',
  revision int not null default 1,
  constraint week_plans__employee_known foreign key (company_id, employee_id) references organization.employees (company_id, id),
  constraint week_plans__one_a_week unique (employee_id, week),
  constraint week_plans__submitted_whole check (state = 'draft' or (submitted_at is not null and due_at is not null)),
  constraint week_plans__waiting_iff_submitted check ((state = 'submitted') = (waiting_since is not null)),
  constraint week_plans__decided_by_someone check (state not in ('approved', 'remarked') or (decided_by is not null and decided_at is not null)),
  constraint week_plans__not_decided_by_oneself check (decided_by is null or decided_by <> employee_id),
  constraint week_plans__remark_given check (state <> 'remarked' or btrim(remark) <> '')
);
comment on table activities.week_plans is 'The visits and calls of one employee for one ISO week, laid before the head.';
comment on column activities.week_plans.submitted_at is 'The first submission: what counts as in time. Later ones stand in week_plan_acts.';
comment on column activities.week_plans.due_at is 'When it had to be submitted, by the norm in force at submission; kept then.';
comment on column activities.week_plans.waiting_since is 'The submission that waits for a decision.';
comment on column activities.week_plans.remark is 'The latest remark of the head; earlier ones stand in week_plan_acts.';
create index week_plans__waiting on activities.week_plans (company_id, employee_id, waiting_since) where state = 'submitted';
create index week_plans__by_week on activities.week_plans (company_id, week, employee_id);

-- What was done with a week plan, one row an act: the history of submissions, approvals and remarks.
create table activities.week_plan_acts (
  id uuid primary key default uuidv7(),
  company_id uuid not null references platform.companies,
  week_plan_id uuid not null references activities.week_plans,
  employee_id uuid not null,
  act text not null constraint week_plan_acts__act_known check (act in ('submit', 'approve', 'remark', 'recall')),
  text text not null default '',
  items int not null default 0,
  by_id uuid not null references organization.employees,
  acting_for uuid references organization.employees,
  at timestamptz not null,
  constraint week_plan_acts__remark_given check (act <> 'remark' or btrim(text) <> '')
);
comment on column activities.week_plan_acts.employee_id is 'Whose plan it is.';
comment on column activities.week_plan_acts.items is 'Visits and calls in the plan at that moment.';
create index week_plan_acts__by_plan on activities.week_plan_acts (week_plan_id, at);

create table activities.activities (
  id uuid primary key default uuidv7(),
  company_id uuid not null references platform.companies,
  client_id uuid not null,
  keeper_id uuid not null,
  employee_id uuid not null,
  acting_for uuid references organization.employees,
  owed_by uuid generated always as (coalesce(acting_for, employee_id)) stored,
  kind text not null constraint activities__kind_known check (kind in ('call', 'visit', 'meeting', 'letter')),
  state text not null default 'planned' constraint activities__state_known check (state in ('planned', 'done', 'moved', 'missed')),
  purpose text not null default '',
  planned_on date,
  planned_at timestamptz,
  minutes int not null default 30 constraint activities__minutes_sensible check (minutes between 5 and 720),
  week_plan_id uuid references activities.week_plans,
  off_plan_cause text constraint activities__cause_known
    check (off_plan_cause in ('client-asked', 'debt', 'claim', 'opportunity', 'free-time', 'promised', 'moved', 'other')),
  with_potential boolean not null default false,
  started_at timestamptz,
  done_at timestamptz,
  done_on date,
  outcome text constraint activities__outcome_known check (outcome in ('agreed-terms', 'payment-agreement', 'next-step', 'no-contact')),
  note text not null default '',
  next_step text not null default '',
  next_on date,
  next_closed_at timestamptz,
  promised_amount bigint,
  promised_on date,
  currency char(3),
  day date not null generated always as (coalesce(done_on, planned_on)) stored,
  moved_to_id uuid references activities.activities,
  moved_reason text not null default '',
  missed_reason text not null default '',
  closed_at timestamptz,
  created_by uuid,
  created_at timestamptz not null default now(),
  revision int not null default 1,
  constraint activities__of_client foreign key (client_id, keeper_id) references clients.clients (id, keeper_id) on update cascade,
  constraint activities__employee_known foreign key (company_id, employee_id) references organization.employees (company_id, id),
  constraint activities__planned_or_caused check (planned_on is not null or off_plan_cause is not null),
  constraint activities__planned_has_day check (state = 'done' or planned_on is not null),
  constraint activities__time_has_day check (planned_at is null or planned_on is not null),
  constraint activities__done_has_outcome check ((state = 'done') = (outcome is not null)),
  constraint activities__done_whole check ((state = 'done') = (done_at is not null) and (done_at is null) = (done_on is null)),
  constraint activities__closed_iff_not_planned check ((state = 'planned') = (closed_at is null)),
  constraint activities__next_step_whole check ((next_on is null) = (btrim(next_step) = '')),
  constraint activities__next_step_given check (outcome is distinct from 'next-step' or next_on is not null),
  constraint activities__payment_whole check ((outcome is not distinct from 'payment-agreement') = (promised_amount is not null)
    and (promised_amount is null) = (promised_on is null) and (promised_amount is null) = (currency is null)),
  constraint activities__payment_positive check (promised_amount between 1 and 9007199254740991),
  constraint activities__missed_has_reason check (state <> 'missed' or btrim(missed_reason) <> ''),
  constraint activities__moved_whole check ((state = 'moved') = (moved_to_id is not null) and (state <> 'moved' or btrim(moved_reason) <> ''))
);
comment on table activities.activities is 'A call, visit, meeting or letter: planned, then done with an outcome, moved or missed with a reason.';
comment on column activities.activities.employee_id is 'Who does it, or did it.';
comment on column activities.activities.acting_for is 'The absent employee in whose place it is done.';
comment on column activities.activities.owed_by is 'Whose duty it fulfils: the absent employee’s when one stands in.';
comment on column activities.activities.planned_on is 'Null: it was never planned, only done.';
comment on column activities.activities.planned_at is 'The moment on planned_on when it begins, where an hour was given.';
comment on column activities.activities.with_potential is 'The client was a potential one when this was planned or done: plan and fact are told apart by it.';
comment on column activities.activities.done_on is 'The business day of done_at in the company’s time zone.';
comment on column activities.activities.day is 'Of the contact, or for which it is planned.';
comment on column activities.activities.next_closed_at is 'When the next step was taken: by a later contact with the client.';
comment on column activities.activities.promised_amount is 'Minor units.';
comment on column activities.activities.closed_at is 'When it was entered as done, moved or missed.';

create index activities__planned on activities.activities (company_id, owed_by, planned_on) where state = 'planned';
create index activities__planned_with on activities.activities (client_id, planned_on) where state = 'planned';
create index activities__of_week on activities.activities (company_id, employee_id, planned_on);
create index activities__owed on activities.activities (company_id, owed_by, day);
create index activities__of_plan on activities.activities (week_plan_id) where week_plan_id is not null;
create index activities__of_client on activities.activities (client_id, coalesce(done_at, closed_at, planned_at, created_at) desc, id desc);
create index activities__contacts on activities.activities (client_id, done_on desc) where state = 'done' and outcome <> 'no-contact';
create index activities__of_keeper on activities.activities (company_id, keeper_id, day desc, id desc);
create index activities__by_day on activities.activities (company_id, day desc, id desc);
create index activities__open_steps on activities.activities (company_id, keeper_id, next_on) where next_on is not null and next_closed_at is null;
create index activities__open_steps_of_client on activities.activities (client_id) where next_on is not null and next_closed_at is null;
create index activities__moved_to on activities.activities (moved_to_id) where moved_to_id is not null;

-- One row a client: since when it waits for a contact. Class and status come from the client by trigger, so that whoever
-- waits longer than the cadence of the class is one range of an index, for one keeper or for a million clients.
create table activities.last_contacts (
  client_id uuid primary key,
  company_id uuid not null references platform.companies,
  keeper_id uuid not null,
  cadence_class text,
  since date not null,
  last_on date,
  activity_id uuid,
  waiting_since date generated always as (coalesce(last_on, since)) stored,
  constraint last_contacts__of_client foreign key (client_id, keeper_id) references clients.clients (id, keeper_id) on update cascade
);
comment on table activities.last_contacts is '@derived from activities and clients';
comment on column activities.last_contacts.cadence_class is 'Key, A, B or C; an active client that is not classed yet counts as C; null: no cadence.';
comment on column activities.last_contacts.waiting_since is 'The last contact, or the first day of the relation while there was none.';
create index last_contacts__of_keeper on activities.last_contacts (company_id, keeper_id, cadence_class, waiting_since, client_id);
create index last_contacts__of_company on activities.last_contacts (company_id, cadence_class, waiting_since, client_id);
insert into activities.last_contacts (client_id, company_id, keeper_id, cadence_class, since)
select c.id, c.company_id, c.keeper_id, coalesce(c.class, case when c.status = 'active' then 'C' end), c.since from clients.clients c;
