-- Everyone in the company may know who works here, as what and under whom. Absences: oneself, those above, HR.
do $$
declare
  t text;
  ours text := 'company_id = (select app.company())';
  arranges text := 'company_id = (select app.company()) and (select app.may_all(''organization.arrange''))';
begin
  foreach t in array array['departments', 'positions', 'employees', 'assignments', 'reporting_lines', 'company_orders', 'substitutions', 'territories', 'territory_employees'] loop
    call app.policy(('organization.' || t)::regclass, 'read', ours);
    call app.policy(('organization.' || t)::regclass, 'add', arranges || case when t in ('company_orders', 'substitutions') then ' or ' || ours || ' and (select app.may(''organization.substitute'') or app.may_all(''mandates.approve''))' else '' end);
    call app.policy(('organization.' || t)::regclass, 'change', arranges || case when t = 'substitutions' then ' or ' || ours || ' and (select app.may(''organization.substitute''))' when t = 'employees' then ' or ' || ours || ' and id = (select app.employee())' else '' end);
  end loop;
end $$;

call app.policy('organization.absences', 'read', 'company_id = (select app.company()) and (employee_id = (select app.employee()) or employee_id = any ((select app.reach())::uuid[]) or (select app.may_all(''organization.arrange'')) or (select app.may(''organization.substitute'')))');
call app.policy('organization.absences', 'add', 'company_id = (select app.company()) and (employee_id = any ((select app.reach())::uuid[]) or (select app.may_all(''organization.arrange'')))');
call app.policy('organization.absences', 'change', 'company_id = (select app.company()) and (employee_id = any ((select app.reach())::uuid[]) or (select app.may_all(''organization.arrange'')))');

-- Whom an access was given, and by whom: both, those above, HR, and whoever sees all that is signed. Made by app.give_access alone.
call app.policy('organization.given_accesses', 'read', 'company_id = (select app.company()) and (employee_id = (select app.employee()) or given_by = (select app.employee()) or employee_id = any ((select app.reach())::uuid[]) or (select app.may_all(''organization.arrange'')) or (select app.may_all(''mandates.read'')))');
