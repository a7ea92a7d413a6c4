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
    if t.schema <> 'journal' and t.name::text not in ('app.grants', 'app.reach', 'app.access_versions', 'app.common_permits', 'platform.migrations') then
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
  call app.keep_companies_apart();
  call app.drop_plain_company_keys();
end $$;

-- A row that names another row of its company is in a company that exists. A reference to the company's own row besides
-- would say nothing more, and as everybody who writes looks at that one row, make them wait for each other.
create or replace procedure app.drop_plain_company_keys() language plpgsql as $$
declare
  r record;
begin
  for r in
    select c.conname as name, c.conrelid::regclass as source from pg_constraint c
     where c.contype = 'f' and c.confrelid = 'platform.companies'::regclass and cardinality(c.conkey) = 1 and c.conparentid = 0
       and exists (
         select from pg_constraint o
          where o.conrelid = c.conrelid and o.contype = 'f' and o.conkey @> c.conkey and cardinality(o.conkey) > 1
            and not exists (select from pg_attribute a where a.attrelid = o.conrelid and a.attnum = any (o.conkey) and not a.attnotnull))
  loop
    execute format('alter table %s drop constraint %I', r.source, r.name);
  end loop;
end $$;

-- A reference cannot leave the company: every foreign key between two tables of companies that does not say the company
-- is widened to (company_id, …), those with a keeper too. The unique constraints that only the narrow ones needed go: the
-- primary key says as much, and every row written would have to be put into their indexes as well.
create or replace procedure app.keep_companies_apart() language plpgsql as $$
declare
  r record;
begin
  for r in
    select c.conname as name, c.conrelid::regclass as source, c.confrelid::regclass as target, k.fields, k.keys, k.key_names,
           (select relname from pg_class where oid = c.confrelid) || '__' || array_to_string(k.key_names, '_') || '_in_company' as unique_name,
           case c.confdeltype when 'c' then ' on delete cascade' when 'r' then ' on delete restrict'
             when 'n' then format(' on delete set null (%s)', k.fields) else '' end
           || case c.confupdtype when 'c' then ' on update cascade' when 'r' then ' on update restrict' else '' end
           || case when c.condeferrable then ' deferrable' else '' end
           || case when c.condeferred then ' initially deferred' else '' end as manner
      from pg_constraint c
     cross join lateral (
       select string_agg(quote_ident(a.attname), ', ' order by n.at) as fields, string_agg(quote_ident(f.attname), ', ' order by n.at) as keys,
              array_agg(f.attname::text order by n.at) as key_names, bool_or(a.attname = 'company_id') as in_company
         from unnest(c.conkey, c.confkey) with ordinality n(field, key, at)
         join pg_attribute a on a.attrelid = c.conrelid and a.attnum = n.field
         join pg_attribute f on f.attrelid = c.confrelid and f.attnum = n.key) k
     where c.contype = 'f' and not k.in_company and c.conparentid = 0 and c.confrelid <> 'platform.companies'::regclass
       and exists (select from pg_attribute x where x.attrelid = c.conrelid and x.attname = 'company_id' and not x.attisdropped)
       and exists (select from pg_attribute x where x.attrelid = c.confrelid and x.attname = 'company_id' and not x.attisdropped)
     order by c.conrelid::regclass::text, c.conname
  loop
    if not exists (
      select from pg_index i where i.indrelid = r.target and i.indisunique and i.indpred is null and i.indexprs is null
         and (select array_agg(x.attname::text order by x.attname) from pg_attribute x where x.attrelid = i.indrelid and x.attnum = any (i.indkey))
             = (select array_agg(n order by n) from unnest('company_id'::text || r.key_names) n)) then
      execute format('alter table %s add constraint %I unique (company_id, %s)', r.target, r.unique_name, r.keys);
    end if;
    execute format('alter table %1$s drop constraint %2$I, add constraint %2$I foreign key (company_id, %3$s) references %4$s (company_id, %5$s)%6$s',
      r.source, r.name, r.fields, r.target, r.keys, r.manner);
  end loop;
  for r in
    select u.conname as name, u.conrelid::regclass as source from pg_constraint u
      join pg_constraint p on p.conrelid = u.conrelid and p.contype = 'p' and p.conkey <@ u.conkey
     where u.contype = 'u'
       and exists (select from pg_attribute x where x.attrelid = u.conrelid and x.attname = 'company_id' and not x.attisdropped
                    and x.attnum <> all (u.conkey))
       and not exists (select from pg_constraint f where f.contype = 'f' and f.conindid = u.conindid)
  loop
    execute format('alter table %s drop constraint %I', r.source, r.name);
  end loop;
end $$;
