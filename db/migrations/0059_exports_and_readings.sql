-- breaking: no
-- What left as a file or by an API key, and who read what is marked. Both are kept for good: nothing changes a row.

create table platform.exports (
  id uuid primary key default uuidv7(),
  company_id uuid not null,
  employee_id uuid not null references organization.employees,
  taken_at timestamptz not null default now(),
  day date not null,
  list text not null,
  way text not null constraint exports__way_known check (way in ('csv', 'xlsx', 'key')),
  query jsonb not null default '{}',
  columns text[] not null default '{}',
  rows int not null constraint exports__rows_counted check (rows >= 0),
  clients int not null constraint exports__clients_counted check (clients >= 0),
  client_ids uuid[] not null default '{}',
  beyond boolean not null default false
);
comment on table platform.exports is 'Every export: rows of a list that somebody got as a file, or read by an API key.';
comment on column platform.exports.day is 'The business day, by which what a person takes is counted together.';
comment on column platform.exports.way is 'As a file of that format, or by an API key.';
comment on column platform.exports.clients is 'How many different clients the rows are of.';
comment on column platform.exports.client_ids is 'Those clients, as many as it takes to see the limit passed.';
comment on column platform.exports.beyond is 'By this export the person had taken more on that day than the company lets go without telling anybody.';
create index exports__newest on platform.exports (company_id, id desc);
create index exports__of_person on platform.exports (employee_id, day);

create table platform.readings (
  id uuid primary key default uuidv7(),
  company_id uuid not null,
  employee_id uuid not null references organization.employees,
  read_at timestamptz not null,
  data text not null,
  way text not null constraint readings__way_known check (way in ('card', 'list', 'search', 'export', 'api', 'print')),
  of_table text not null,
  record_ids uuid[] not null constraint readings__of_something check (cardinality(record_ids) > 0)
);
comment on table platform.readings is 'Who read marked data, of which records, by which way.';
comment on column platform.readings.data is 'The marked data, as a module declares it.';
comment on column platform.readings.of_table is 'The table of the records that were read.';
create index readings__newest on platform.readings (company_id, id desc);
create index readings__of_person on platform.readings (employee_id, id desc);
create index readings__of_record on platform.readings using gin (record_ids);
