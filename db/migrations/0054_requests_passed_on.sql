-- breaking: no
-- A request goes on to another: to the next above when it is not answered in time, to whoever holds the right when the one
-- who was asked no longer does. What was decided or promised in somebody's place keeps both names.
create table mandates.request_passings (
  id uuid primary key default uuidv7(),
  company_id uuid not null references platform.companies,
  request_id uuid not null references mandates.requests,
  from_id uuid not null references organization.employees,
  to_id uuid not null references organization.employees,
  cause text not null constraint request_passings__cause_known check (cause in ('unanswered', 'cannot-decide')),
  asked_at timestamptz not null,
  due_at timestamptz not null,
  passed_at timestamptz not null,
  constraint request_passings__to_another check (from_id <> to_id),
  -- Whoever passes it on holds the request; two that did not would both find the same moment.
  constraint request_passings__one_at_a_time unique (request_id, asked_at),
  constraint request_passings__late check (cause <> 'unanswered' or passed_at > due_at)
);
comment on column mandates.request_passings.asked_at is 'Since when `from_id` was asked; due_at: by when they should have answered.';
create index request_passings__by_from on mandates.request_passings (from_id, asked_at);

alter table mandates.requests
  add column decided_for uuid references organization.employees,
  add constraint requests__decided_for_another check (decided_for is null or (decided_by is not null and decided_for <> decided_by));
comment on column mandates.requests.decided_for is 'In whose place `decided_by` decided, by a substitution order.';

alter table mandates.reviews
  add column passed_from uuid references organization.employees,
  add constraint reviews__passed_from_another check (passed_from <> reviewer_id);
comment on column mandates.reviews.passed_from is 'Who was asked before, and no longer works here or holds a position.';

alter table orders.authorizations
  add column decided_for uuid references organization.employees;
comment on column orders.authorizations.decided_for is 'In whose place `decided_by` decided, by a substitution order.';

alter table settlements.promises
  add column acting_for uuid references organization.employees;
comment on column settlements.promises.acting_for is 'In whose place `recorded_by` recorded it, by a substitution order.';
