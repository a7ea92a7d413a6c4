-- breaking: no
-- A person's views of one list are told apart by their names.
alter table platform.saved_views add constraint saved_views__name_unique unique (company_id, employee_id, list, name);
