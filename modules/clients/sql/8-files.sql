-- Files of a client as a whole; what is attached to its orders and visits belongs to those.
call platform.take_files('clients.clients', 'clients.clients', 'clients.edit');
call platform.take_files('clients.contracts', 'clients.contracts', 'clients.edit');

create or replace view clients.v_files_timeline with (security_invoker = true) as
  select f.subject_id as client_id, f.stored_at as at, 'file-attached' as kind, f.id, f.stored_by as employee_id,
         jsonb_build_object('name', f.name) as data
    from platform.files f where f.subject_kind = 'clients.clients' and f.detached_at is null;
