-- breaking: no
-- What a superior plans for somebody comes from a clause of that person's job description, or is marked as outside of it.

alter table activities.activities
  add column clause_id uuid references mandates.clauses,
  add column outside_description boolean not null default false,
  add constraint activities__one_basis check (clause_id is null or not outside_description);
comment on column activities.activities.clause_id is 'The duty clause, in force on planned_on for whoever owes it, from which this was assigned. Null, and not outside: the employee’s own plan.';
comment on column activities.activities.outside_description is 'Assigned, but no clause of the job description asks for it.';
create index activities__by_clause on activities.activities (clause_id) where clause_id is not null;
create index activities__outside on activities.activities (company_id, employee_id, day) where outside_description;

alter table mandates.appraisals add column outside jsonb;
comment on column mandates.appraisals.outside is 'What was assigned outside the job description, counted apart; kept with the signature of the head.';
