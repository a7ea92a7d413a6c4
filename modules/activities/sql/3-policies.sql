-- Activities exist for the keeper of the client, those above, the substitute, and duties over all of the company.
-- Week plans exist for their employee and those above.
do $$
declare
  ours text := 'company_id = (select app.company())';
  allowed text := ' and ((select app.may_all(''%1$s'')) or ((select app.may(''%1$s'')) and %2$s = any ((select app.reach())::uuid[])))';
  reads text := ours || format(allowed, 'activities.read', 'keeper_id');
  records text := ours || format(allowed, 'activities.record', 'keeper_id');
  plans text := ours || format(allowed, 'activities.plan', 'keeper_id');
  own_plans text := ours || format(allowed, 'activities.plan', 'employee_id');
  decides text := ours || format(allowed, 'activities.approve-plan', 'employee_id');
  sees text := ours || format(allowed, 'activities.read', 'employee_id');
begin
  call app.policy('activities.activities', 'read', reads);
  call app.policy('activities.activities', 'add', format('(%s) or (%s)', records, plans));
  call app.policy('activities.activities', 'change', format('(%s) or (%s)', records, plans));
  call app.policy('activities.activities', 'remove', plans || ' and state = ''planned''');
  call app.policy('activities.last_contacts', 'read', reads);
  call app.policy('activities.call_bans', 'read', reads);
  call app.policy('activities.call_bans', 'add', records);
  call app.policy('activities.call_bans', 'remove', records);
  call app.policy('activities.week_plans', 'read', format('(%s) or (%s)', sees, decides));
  call app.policy('activities.week_plans', 'add', own_plans);
  call app.policy('activities.week_plans', 'change', format('(%s) or (%s)', own_plans, decides));
  call app.policy('activities.week_plan_acts', 'read', format('(%s) or (%s)', sees, decides));
  call app.policy('activities.week_plan_acts', 'add', format('((%s) or (%s)) and by_id = (select app.employee())', own_plans, decides));
end $$;
