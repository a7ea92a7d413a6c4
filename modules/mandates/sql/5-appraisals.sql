-- What was signed in an appraisal stays: the head's part from the head's signature on, everything from the employee's on.
create or replace function mandates.keep_signed_appraisal() returns trigger language plpgsql as $$
begin
  if old.state = 'closed' or (tg_op = 'DELETE' and old.state <> 'open') or (tg_op = 'UPDATE' and old.state = 'signed-by-head' and
      (new.lines, new.outside, new.form, new.head_remarks, new.head_rating, new.agreed_actions, new.head_id, new.head_signed_at, new.head_access_given,
       new.employee_id, new.period)
      is distinct from
      (old.lines, old.outside, old.form, old.head_remarks, old.head_rating, old.agreed_actions, old.head_id, old.head_signed_at, old.head_access_given,
       old.employee_id, old.period)) then
    raise exception 'what was signed stays' using errcode = 'check_violation', constraint = 'appraisals__signed_stays';
  end if;
  return coalesce(new, old);
end $$;
create or replace trigger signed__stays before update or delete on mandates.appraisals
  for each row execute function mandates.keep_signed_appraisal();

-- Security definer: the state must be known whoever writes. An appraisal that is being deleted is open, or would not be.
create or replace function mandates.keep_signed_ratings() returns trigger
  language plpgsql security definer set search_path = '' as $$
declare
  row mandates.appraisal_ratings := coalesce(new, old);
begin
  if exists (select from mandates.appraisals a where a.id = row.appraisal_id
               and (a.state = 'closed' or (row.side = 'head' and a.state <> 'open'))) then
    raise exception 'what was signed stays' using errcode = 'check_violation', constraint = 'appraisals__signed_stays';
  end if;
  return row;
end $$;
create or replace trigger signed__stays before insert or update or delete on mandates.appraisal_ratings
  for each row execute function mandates.keep_signed_ratings();

-- Actions are agreed while the appraisal is open; afterwards only whether they are done may change.
create or replace function mandates.keep_agreed_actions() returns trigger
  language plpgsql security definer set search_path = '' as $$
declare
  row mandates.agreed_actions := coalesce(new, old);
begin
  if exists (select from mandates.appraisals a where a.id = row.appraisal_id and a.state <> 'open')
      and (tg_op <> 'UPDATE' or (new.appraisal_id, new.employee_id, new.text, new.due_on, new.who_id, new.agreed_by)
        is distinct from (old.appraisal_id, old.employee_id, old.text, old.due_on, old.who_id, old.agreed_by)) then
    raise exception 'what was signed stays' using errcode = 'check_violation', constraint = 'appraisals__signed_stays';
  end if;
  return row;
end $$;
create or replace trigger signed__stays before insert or update or delete on mandates.agreed_actions
  for each row execute function mandates.keep_agreed_actions();

-- Who sees an appraisal sees its ratings and actions; whoever is to do something sees that. Each side writes its own ratings;
-- actions are agreed by the head, and ended by whoever does them, the employee or the head.
do $$
declare
  ours text := 'company_id = (select app.company())';
  seen text := 'exists (select from mandates.appraisals a where a.id = appraisal_id)';
  own text := 'employee_id = (select app.employee())';
  heads text := '((select app.may_all(''mandates.appraise'')) or (select app.may(''mandates.appraise'')) and employee_id = any ((select app.reach())::uuid[]))';
  rates text;
begin
  rates := ours || ' and exists (select from mandates.appraisals a where a.id = appraisal_id and case side when ''employee'' then a.' || own
    || ' else not a.' || own || ' and ((select app.may_all(''mandates.appraise'')) or (select app.may(''mandates.appraise'')) and a.employee_id = any ((select app.reach())::uuid[])) end)';
  call app.policy('mandates.appraisal_ratings', 'read', ours || ' and ' || seen);
  call app.policy('mandates.appraisal_ratings', 'add', rates);
  call app.policy('mandates.appraisal_ratings', 'change', rates);
  call app.policy('mandates.appraisal_ratings', 'remove', rates);
  call app.policy('mandates.agreed_actions', 'read', ours || ' and (who_id = (select app.employee()) or agreed_by = (select app.employee()) or ' || seen || ')');
  call app.policy('mandates.agreed_actions', 'add', ours || ' and agreed_by = (select app.employee()) and not ' || own || ' and ' || heads);
  call app.policy('mandates.agreed_actions', 'change', ours || ' and (who_id = (select app.employee()) or ' || own || ' or ' || heads || ')');
  call app.policy('mandates.agreed_actions', 'remove', ours || ' and not ' || own || ' and ' || heads);
end $$;
