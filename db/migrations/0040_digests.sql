-- breaking: no
-- Who wants the inbox and the day's duties by mail, and when. Without a row nobody is written to.

create table platform.digests (
  id uuid primary key default uuidv7(),
  company_id uuid not null references platform.companies,
  employee_id uuid not null constraint digests__one_each unique,
  frequency text not null constraint digests__frequency_known check (frequency in ('off', 'daily', 'weekly')),
  hour int not null constraint digests__hour_of_day check (hour between 0 and 23),
  weekday int not null default 1 constraint digests__weekday_known check (weekday between 1 and 7),
  sent_for timestamptz not null default now(),
  revision int not null default 1
);
comment on column platform.digests.hour is 'In the company''s time zone.';
comment on column platform.digests.weekday is 'Monday is 1; for weekly digests.';
comment on column platform.digests.sent_for is 'The last moment for which one was made; what is due is later.';
