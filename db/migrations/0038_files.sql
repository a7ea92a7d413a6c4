-- breaking: yes
-- Files belong to records: whoever sees the record sees its files. The policies of before asked the file itself for a
-- permit and a keeper, which would not have followed a client to another keeper. No version has stored a content yet, so a
-- row that stands here is of nothing.

drop policy if exists may_read on platform.files;
drop policy if exists may_add on platform.files;

delete from platform.files;
alter table platform.files
  drop column permit,
  drop column keeper_id,
  alter column subject_kind set not null,
  alter column subject_id set not null,
  add column detached_at timestamptz,
  add column detached_by uuid references organization.employees,
  add column revision int not null default 1,
  add constraint files__stored_by foreign key (stored_by) references organization.employees,
  add constraint files__name_given check (btrim(name) <> '' and length(name) <= 200),
  add constraint files__not_empty check (bytes > 0),
  add constraint files__hash_whole check (sha256 ~ '^[0-9a-f]{64}$'),
  add constraint files__detached_by_somebody check (detached_by is null or detached_at is not null);
comment on table platform.files is 'What is attached to records. The bytes lie in the data folder, under their hash.';
comment on column platform.files.media_type is 'As found in the content, whatever the sender called it.';
comment on column platform.files.subject_kind is 'Kind of the record that it is attached to, as a module registered it.';
comment on column platform.files.detached_at is 'Taken off the record; the row and its bytes go thirty days later.';
create index files__by_subject on platform.files (subject_id);
create index files__by_content on platform.files (sha256);
create index files__detached on platform.files (company_id, detached_at) where detached_at is not null;
