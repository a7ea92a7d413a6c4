-- Plans and facts: one's own, of those one reaches, of the departments one works in, or of all the company. Pay: one's own,
-- those above, and whoever settles it.
do $$
declare
  ours text := 'company_id = (select app.company())';
  allowed text := '((select app.may_all(''%1$s'')) or ((select app.may(''%1$s'')) and (%2$s)))';
  reached text := 'employee_id = any ((select app.reach())::uuid[]) or department_id = any ((select plans.own_departments())::uuid[])';
  reads text;
  -- Whoever settles pay or reads every mandate (an appraisal) measures by plans and facts.
  measures text := '(select app.may_all(''pay.settle'')) or (select app.may_all(''mandates.read''))';
  own text := 'employee_id = (select app.employee())';
  pays text := '((select app.may_all(''pay.settle'')) or %s = any ((select plans.pay_seen())::uuid[]))';
begin
  reads := ours || ' and (' || own || ' or ' || measures || ' or ' || format(allowed, 'plans.read', reached) || ')';
  call app.policy('plans.plans', 'read', reads);
  call app.policy('plans.plans', 'add', ours || ' and state = ''draft'' and ' || format(allowed, 'plans.set', reached));
  call app.policy('plans.plans', 'change', ours || ' and (' || format(allowed, 'plans.set', reached) || ' or ' || format(allowed, 'plans.approve', reached) || ')');

  call app.policy('plans.daily_sales', 'read', ours || ' and (' || own || ' or ' || measures || ' or '
    || format(allowed, 'plans.read', 'employee_id = any ((select app.reach())::uuid[])') || ')');
  call app.policy('plans.group_sales', 'read', ours || ' and (' || own || ' or ' || measures || ' or '
    || format(allowed, 'plans.read', 'employee_id = any ((select app.reach())::uuid[])') || ')');
  call app.policy('plans.active_bases', 'read', ours || ' and (' || own || ' or '
    || format(allowed, 'plans.read', 'employee_id = any ((select app.reach())::uuid[])') || ')');
  call app.policy('plans.served_clients', 'read', ours || ' and ' || format(allowed, 'plans.read', 'keeper_id = any ((select app.reach())::uuid[])'));
  call app.policy('plans.transferred_sales', 'read', ours || ' and ' || format(allowed, 'plans.read', 'to_id = any ((select app.reach())::uuid[]) or from_id = any ((select app.reach())::uuid[])'));

  -- Gathered by the company itself; read by oneself and those above.
  call app.policy('plans.late_work', 'read', ours || ' and (' || own || ' or ' || format(allowed, 'plans.read', 'employee_id = any ((select app.reach())::uuid[])') || ')');
  call app.policy('plans.late_work', 'add', ours || ' and (select app.employee()) is null');
  call app.policy('plans.late_work', 'remove', ours || ' and (select app.employee()) is null');
  call app.policy('plans.late_counts', 'read', ours || ' and (' || own || ' or ' || format(allowed, 'plans.read', 'employee_id = any ((select app.reach())::uuid[])') || ')');
  call app.policy('plans.late_counts', 'add', ours || ' and (select app.employee()) is null');
  call app.policy('plans.late_counts', 'remove', ours || ' and (select app.employee()) is null');
  call app.policy('plans.late_work_gathered', 'read', ours);
  call app.policy('plans.late_work_gathered', 'add', ours || ' and (select app.employee()) is null');
  call app.policy('plans.late_work_gathered', 'change', ours || ' and (select app.employee()) is null');

  call app.policy('plans.pay_statements', 'read', ours || ' and ' || format(pays, 'employee_id'));
  call app.policy('plans.pay_statements', 'add', ours || ' and ((select app.may_all(''pay.settle'')) or ((select app.may(''pay.settle'')) and employee_id = any ((select plans.pay_seen())::uuid[])))');
end $$;
