-- breaking: no
-- How often the access of a company was rebuilt. What a server knows of somebody's mandate holds until this changes, or the
-- day does: it need not ask again every second.
create table app.access_versions (
  company_id uuid primary key references platform.companies,
  version bigint not null
);
comment on table app.access_versions is '@derived';
insert into app.access_versions (company_id, version) select id, 1 from platform.companies;
