-- The histories of a client keep themselves: whoever changes keeper, status or class, by hand or by import.

-- The words of a name that can be mistyped: no numbers, nothing short.
create or replace function clients.words_of(said text) returns setof text language sql immutable parallel safe
  as $$ select distinct w from regexp_split_to_table(app.fold(said), '[^[:alnum:]]+') w where length(w) between 4 and 40 and w !~ '\d' $$;

-- Why it changes, and within which handover; set by the action for its transaction.
create or replace function clients.reason() returns text language sql stable
  as $$ select coalesce(current_setting('clients.reason', true), '') $$;
create or replace function clients.handover() returns uuid language sql stable
  as $$ select nullif(current_setting('clients.handover', true), '')::uuid $$;

create or replace function clients.begin_history() returns trigger
  language plpgsql security definer set search_path = '' as $$
begin
  insert into clients.keepers (company_id, client_id, keeper_id, valid, reason, handover_id, set_by)
  select n.company_id, n.id, n.keeper_id, daterange(n.since, null), clients.reason(), clients.handover(), app.employee() from new_rows n;
  insert into clients.statuses (company_id, client_id, status, valid)
  select n.company_id, n.id, n.status, daterange(n.since, null) from new_rows n;
  insert into clients.class_changes (company_id, client_id, class_before, class_after, reason, changed_by)
  select n.company_id, n.id, null, n.class, clients.reason(), app.employee() from new_rows n where n.class is not null;
  insert into clients.figures (client_id, company_id, keeper_id, status, class, since)
  select n.id, n.company_id, n.keeper_id, n.status, n.class, n.since from new_rows n;
  -- In order, so that two who enter clients at once never wait for each other crosswise.
  insert into clients.words (company_id, word)
  select distinct n.company_id, w from new_rows n, clients.words_of(n.name || ' ' || n.legal_name) w order by 1, 2 on conflict do nothing;
  return null;
end $$;
create or replace trigger history__begin after insert on clients.clients
  referencing new table as new_rows for each statement execute function clients.begin_history();

-- A second change on one day replaces the first: histories are kept by days.
create or replace function clients.continue_history() returns trigger
  language plpgsql security definer set search_path = '' as $$
declare
  day date := app.today(app.company());
begin
  delete from clients.keepers k using new_rows n join old_rows o on o.id = n.id
   where k.client_id = n.id and n.keeper_id <> o.keeper_id and lower(k.valid) >= day;
  update clients.keepers k set valid = daterange(lower(k.valid), day)
    from new_rows n join old_rows o on o.id = n.id
   where k.client_id = n.id and n.keeper_id <> o.keeper_id and k.valid @> day;
  insert into clients.keepers (company_id, client_id, keeper_id, valid, reason, handover_id, set_by)
  select n.company_id, n.id, n.keeper_id, daterange(day, null), clients.reason(), clients.handover(), app.employee()
    from new_rows n join old_rows o on o.id = n.id where n.keeper_id <> o.keeper_id;

  delete from clients.statuses s using new_rows n join old_rows o on o.id = n.id
   where s.client_id = n.id and n.status <> o.status and lower(s.valid) >= day;
  update clients.statuses s set valid = daterange(lower(s.valid), day)
    from new_rows n join old_rows o on o.id = n.id
   where s.client_id = n.id and n.status <> o.status and s.valid @> day;
  insert into clients.statuses (company_id, client_id, status, valid)
  select n.company_id, n.id, n.status, daterange(day, null) from new_rows n join old_rows o on o.id = n.id where n.status <> o.status;
  update clients.figures f set status = n.status, class = n.class, since = n.since from new_rows n
   where f.client_id = n.id and (f.status, f.class, f.since) is distinct from (n.status, n.class, n.since);

  insert into clients.class_changes (company_id, client_id, class_before, class_after, reason, changed_by)
  select n.company_id, n.id, o.class, n.class, clients.reason(), app.employee()
    from new_rows n join old_rows o on o.id = n.id where n.class is distinct from o.class;
  insert into clients.words (company_id, word)
  select distinct n.company_id, w from new_rows n join old_rows o on o.id = n.id and (n.name, n.legal_name) is distinct from (o.name, o.legal_name),
         clients.words_of(n.name || ' ' || n.legal_name) w order by 1, 2 on conflict do nothing;
  return null;
end $$;
create or replace trigger history__continue after update on clients.clients
  referencing old table as old_rows new table as new_rows for each statement execute function clients.continue_history();

-- Whoever may edit a client may still not give it away.
create or replace function clients.guard_keeper() returns trigger language plpgsql as $$
begin
  if app.employee() is not null and not app.may('clients.assign') then
    raise exception 'the keeper is not yours to change' using errcode = 'insufficient_privilege', constraint = 'clients__keeper_guarded';
  end if;
  return new;
end $$;
create or replace trigger keeper__guarded before update of keeper_id on clients.clients
  for each row when (new.keeper_id is distinct from old.keeper_id) execute function clients.guard_keeper();
