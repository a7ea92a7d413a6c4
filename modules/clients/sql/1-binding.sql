-- Records of a client carry its keeper, so that row security is one comparison. The keeper is filled in at insert and
-- then follows the client by the foreign key (client_id, keeper_id) … on update cascade.

-- Reads the client as the caller does: one out of reach, or of another company, does not exist, whatever keeper is given.
-- The company itself may give the keeper (imports of millions of rows); the foreign key then proves it.
create or replace function clients.fill_keeper() returns trigger language plpgsql as $$
begin
  if new.keeper_id is not null and app.employee() is null then return new; end if;
  select c.keeper_id into new.keeper_id from clients.clients c where c.id = new.client_id and c.company_id = new.company_id;
  if not found then
    raise exception 'no such client' using errcode = 'foreign_key_violation', constraint = 'clients__unknown_client';
  end if;
  return new;
end $$;

create or replace procedure clients.bind(of_table regclass) language plpgsql as $$
begin
  execute format('create or replace trigger keeper__at_insert before insert on %s for each row execute function clients.fill_keeper()', of_table);
  execute format('create or replace trigger keeper__at_move before update of client_id on %s for each row when (new.client_id is distinct from old.client_id) execute function clients.fill_keeper()', of_table);
end $$;
comment on procedure clients.bind is 'Makes a table with client_id and keeper_id follow the keeper of its client.';

call clients.bind('clients.contacts');
call clients.bind('clients.sites');
call clients.bind('clients.bank_accounts');
call clients.bind('clients.dossier_entries');
call clients.bind('clients.contracts');
