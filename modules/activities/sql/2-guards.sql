-- What must hold whoever writes.
call clients.bind('activities.activities');
call clients.bind('activities.call_bans');

-- What is planned goes with the client to the new keeper, out of the former keeper's plan. What was assigned stays so where
-- the same clause binds the new keeper; nobody has assigned anything else to them.
create or replace function activities.follow_keeper() returns trigger language plpgsql as $$
begin
  new.employee_id := new.keeper_id;
  new.week_plan_id := null;
  new.acting_for := null;
  new.clause_id := mandates.clause_on(new.clause_id, new.keeper_id, new.planned_on);
  new.outside_description := false;
  return new;
end $$;
create or replace trigger planned__follows_keeper before update of keeper_id on activities.activities
  for each row when (old.keeper_id <> new.keeper_id and old.state = 'planned' and old.employee_id = old.keeper_id)
  execute function activities.follow_keeper();

-- The clause from which something was assigned is one of the duties that bind whoever owes it on the day.
create or replace function activities.guard_basis() returns trigger language plpgsql as $$
begin
  if not exists (select from mandates.clauses c where c.id = new.clause_id and c.section = 2)
     or mandates.clause_on(new.clause_id, coalesce(new.acting_for, new.employee_id), new.planned_on) is distinct from new.clause_id then
    raise exception 'the clause does not bind the employee on that day' using errcode = '23514', constraint = 'activities__clause_binds';
  end if;
  return new;
end $$;
create or replace trigger basis__guarded before insert on activities.activities
  for each row when (new.clause_id is not null) execute function activities.guard_basis();
create or replace trigger basis__guarded_later before update of clause_id, planned_on on activities.activities
  for each row when (new.clause_id is not null and (old.clause_id, old.planned_on) is distinct from (new.clause_id, new.planned_on))
  execute function activities.guard_basis();

-- What was carried out stays: an activity leaves the state planned once.
create or replace function activities.closed_stays() returns trigger language plpgsql as $$
declare
  fixed text[] := array['keeper_id', 'owed_by', 'day', 'next_closed_at', 'revision'];
begin
  if to_jsonb(old) - fixed is distinct from to_jsonb(new) - fixed then
    raise exception 'a closed activity stays' using errcode = '23514', constraint = 'activities__closed_stays';
  end if;
  return new;
end $$;
create or replace trigger activities__closed_stays before update on activities.activities
  for each row when (old.state <> 'planned') execute function activities.closed_stays();

-- Agreed terms are written down. A trigger and no check: the keeper of what was closed before this held must still follow.
create or replace function activities.terms_written() returns trigger language plpgsql as $$
begin
  raise exception 'terms that nobody wrote down' using errcode = '23514', constraint = 'activities__terms_given';
end $$;
create or replace trigger activities__terms_given before insert or update of state, outcome, note on activities.activities
  for each row when (new.outcome = 'agreed-terms' and btrim(new.note) = '') execute function activities.terms_written();

-- Who decides about a plan holds the permit, and it is not the plan of the one who decides.
create or replace function activities.guard_decision() returns trigger language plpgsql as $$
begin
  if app.employee() is not null and (not app.may('activities.approve-plan') or new.employee_id = app.employee()
      or new.decided_by is distinct from app.employee()) then
    raise exception 'the plan is not yours to decide' using errcode = 'insufficient_privilege', constraint = 'week_plans__decision_guarded';
  end if;
  return new;
end $$;
create or replace trigger decision__guarded before update on activities.week_plans
  for each row when (new.state in ('approved', 'remarked') and new.state is distinct from old.state) execute function activities.guard_decision();
create or replace trigger decision__guarded_first before insert on activities.week_plans
  for each row when (new.state in ('approved', 'remarked')) execute function activities.guard_decision();

-- Whether a submission was in time is kept at the first one.
create or replace function activities.first_submission_stays() returns trigger language plpgsql as $$
begin
  if (old.submitted_at, old.due_at, old.employee_id, old.week) is distinct from (new.submitted_at, new.due_at, new.employee_id, new.week) then
    raise exception 'the first submission stays' using errcode = '23514', constraint = 'week_plans__first_stays';
  end if;
  return new;
end $$;
create or replace trigger submission__stays before update on activities.week_plans
  for each row when (old.submitted_at is not null) execute function activities.first_submission_stays();
