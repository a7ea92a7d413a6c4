-- Clients exist for their keeper, for those above and the substitute (app.reach), and for duties over all of the company.
do $$
declare
  t text;
  ours text := 'company_id = (select app.company())';
  mine text := 'keeper_id = any ((select app.reach())::uuid[])';
  reads text;
  edits text;
  assigns text;
  allowed text := ' and ((select app.may_all(''%1$s'')) or ((select app.may(''%1$s'')) and %2$s))';
begin
  reads := ours || format(allowed, 'clients.read', mine);
  edits := ours || format(allowed, 'clients.edit', mine);
  assigns := ours || format(allowed, 'clients.assign', mine);

  call app.policy('clients.clients', 'read', reads);
  call app.policy('clients.clients', 'add', edits);
  call app.policy('clients.clients', 'change', format('(%s) or (%s)', edits, assigns));
  call app.policy('clients.figures', 'read', reads);

  foreach t in array array['contacts', 'sites', 'bank_accounts', 'dossier_entries'] loop
    call app.policy(('clients.' || t)::regclass, 'read', reads);
    call app.policy(('clients.' || t)::regclass, 'add', edits);
    call app.policy(('clients.' || t)::regclass, 'change', edits);
    call app.policy(('clients.' || t)::regclass, 'remove', edits);
  end loop;

  call app.policy('clients.contracts', 'read', reads);
  call app.policy('clients.contracts', 'add', edits);
  call app.policy('clients.contracts', 'change', edits);

  -- Only clients.found reads the words, and then by the clients in reach.
  call app.policy('clients.words', 'read', 'false');

  -- Histories are written by triggers alone, and are read with the client.
  foreach t in array array['statuses', 'class_changes'] loop
    call app.policy(('clients.' || t)::regclass, 'read', ours || ' and exists (select from clients.clients c where c.id = client_id)');
  end loop;
  call app.policy('clients.keepers', 'read', ours || ' and exists (select from clients.clients c where c.id = client_id)');

  call app.policy('clients.handovers', 'read', ours || ' and ((select app.may_all(''clients.read'')) or from_id = any ((select app.reach())::uuid[]) or to_id = any ((select app.reach())::uuid[]))');
  call app.policy('clients.handovers', 'add', ours || ' and (select app.may(''clients.assign'')) and handed_by = (select app.employee())');
end $$;
