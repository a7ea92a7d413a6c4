-- Attaches what every table has, so that no one can forget it: journal, revision, privileges of the application role.
-- A table is left out of the journal only where its comment says @derived.
create or replace procedure app.protect() language plpgsql as $$
declare
  t record;
begin
  for t in
    select c.oid::regclass as name, n.nspname as schema, coalesce(obj_description(c.oid), '') as remark,
           exists (select from pg_attribute a where a.attrelid = c.oid and a.attname = 'revision' and not a.attisdropped) as revised,
           (select coalesce(string_agg(quote_literal(a.attname), ', ' order by a.attnum), '') from pg_attribute a
             where a.attrelid = c.oid and a.atttypid = 'bytea'::regtype and not a.attisdropped) as byte_columns
      from pg_class c join pg_namespace n on n.oid = c.relnamespace
     where c.relkind in ('r', 'p') and n.nspname not in ('pg_catalog', 'information_schema', 'identity', 'graphile_worker', 'public')
       and n.nspname not like 'pg_%' and not c.relispartition
  loop
    if t.remark not like '@derived%' then
      execute format('create or replace trigger journal__insert after insert on %s referencing new table as new_rows for each statement execute function journal.record(%s)', t.name, t.byte_columns);
      execute format('create or replace trigger journal__update after update on %s referencing old table as old_rows new table as new_rows for each statement execute function journal.record(%s)', t.name, t.byte_columns);
      execute format('create or replace trigger journal__delete after delete on %s referencing old table as old_rows for each statement execute function journal.record(%s)', t.name, t.byte_columns);
    end if;
    if t.revised then
      execute format('create or replace trigger revision__count before update on %s for each row execute function app.count_revision()', t.name);
    end if;
    execute format('alter table %s enable row level security', t.name);
    if t.schema <> 'journal' and t.name::text not in ('app.grants', 'app.reach', 'app.common_permits', 'platform.migrations') then
      execute format('grant select, insert, update, delete on %s to mandate_app', t.name);
    else
      execute format('revoke insert, update, delete on %s from mandate_app', t.name);
      execute format('grant select on %s to mandate_app', t.name);
    end if;
  end loop;
  for t in select nspname as schema from pg_namespace where nspname not like 'pg_%' and nspname not in ('information_schema', 'public', 'identity', 'graphile_worker') loop
    execute format('grant usage on schema %I to mandate_app', t.schema);
    execute format('grant execute on all functions in schema %I to mandate_app', t.schema);
    execute format('grant execute on all procedures in schema %I to mandate_app', t.schema);
  end loop;
  grant usage on schema identity to mandate_identity;
  grant select, insert, update, delete on all tables in schema identity to mandate_identity;
  revoke all on identity.api_keys from mandate_identity;
  for t in select c.oid::regclass as name from pg_class c join pg_namespace n on n.oid = c.relnamespace
            where c.relkind = 'v' and n.nspname not like 'pg_%' and n.nspname not in ('information_schema', 'public', 'identity', 'graphile_worker') loop
    execute format('grant select on %s to mandate_app', t.name);
  end loop;
end $$;
