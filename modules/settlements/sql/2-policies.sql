-- Money is seen by those who answer for the client and have a clause for receivables; by accounting in all.
do $$
declare
  t text;
  sees text := 'company_id = (select app.company()) and ((select app.may_all(''settlements.read'')) or ((select app.may(''settlements.read'')) and keeper_id = any ((select app.reach())::uuid[])))';
  posts text := 'company_id = (select app.company()) and (select app.may_all(''settlements.post''))';
  promises text := 'company_id = (select app.company()) and ((select app.may_all(''settlements.promise'')) or ((select app.may(''settlements.promise'')) and keeper_id = any ((select app.reach())::uuid[])))';
begin
  foreach t in array array['invoices', 'payments', 'promises', 'debts'] loop
    call app.policy(('settlements.' || t)::regclass, 'read', sees);
  end loop;
  call app.policy('settlements.invoices', 'add', posts);
  call app.policy('settlements.invoices', 'change', posts);
  call app.policy('settlements.payments', 'add', posts);
  call app.policy('settlements.payments', 'change', posts);
  call app.policy('settlements.allocations', 'read', 'company_id = (select app.company()) and exists (select from settlements.payments p where p.id = payment_id)');
  call app.policy('settlements.allocations', 'add', posts);
  call app.policy('settlements.allocations', 'remove', posts);
  call app.policy('settlements.promises', 'add', promises);
  call app.policy('settlements.promises', 'change', promises || ' or ' || posts);
end $$;
