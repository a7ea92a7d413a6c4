-- Taking an import back. What it made are the rows that carry its id (import_id); what goes with them says its foreign key
-- (on delete cascade); all else that refers to them depends on them and holds them. No list of tables is kept anywhere.

-- The tables whose rows may know the import that made them; those that refer to others of them come first.
create or replace function platform.imported_tables() returns setof regclass language sql stable set search_path = '' as $$
  with recursive named as (
    select c.oid from pg_catalog.pg_class c join pg_catalog.pg_attribute a on a.attrelid = c.oid and a.attname = 'import_id' and not a.attisdropped
     where c.relkind = 'r' and not pg_catalog.starts_with(coalesce(pg_catalog.obj_description(c.oid, 'pg_class'), ''), '@derived')
  ), heights as (
    select n.oid, 0 as height from named n
    union
    select f.conrelid, h.height + 1 from heights h
      join pg_catalog.pg_constraint f on f.contype = 'f' and f.confrelid = h.oid and f.conrelid <> h.oid
      join named n on n.oid = f.conrelid
     where h.height < 20
  )
  select h.oid::regclass from heights h group by h.oid order by max(h.height) desc, h.oid::regclass::text
$$;

create or replace function platform.guard_taking_back(of_import uuid) returns void language plpgsql stable set search_path = '' as $$
begin
  if not app.may_all('imports.revert')
     or not exists (select from platform.imports i where i.id = of_import and i.company_id = app.company()) then
    raise exception 'the import is not yours to take back' using errcode = 'insufficient_privilege';
  end if;
end $$;

-- How many rows an import made, by table.
create or replace function platform.made_by_import(of_import uuid) returns table (table_name text, made bigint)
  language plpgsql stable security definer set search_path = '' as $$
declare
  t regclass;
begin
  perform platform.guard_taking_back(of_import);
  for t in select * from platform.imported_tables() loop
    table_name := t::text;
    execute pg_catalog.format('select count(*) from %s where import_id = $1 and company_id = $2', t) into made using of_import, app.company();
    if made > 0 then return next; end if;
  end loop;
end $$;

-- What depends on the rows that an import made and would stay without them: how many rows of which table, with a few names
-- of what they depend on. Past row security: what holds, holds whoever may see it.
create or replace function platform.depending_on_import(of_import uuid) returns table (table_name text, depending bigint, made_table text, names text[])
  language plpgsql stable security definer set search_path = '' as $$
declare
  f record;
begin
  perform platform.guard_taking_back(of_import);
  for f in
    select c.conrelid::regclass as source, c.confrelid::regclass as target,
           (select pg_catalog.string_agg(pg_catalog.format('d.%I = m.%I', s.attname, t.attname), ' and ')
              from unnest(c.conkey, c.confkey) k(source_number, target_number)
              join pg_catalog.pg_attribute s on s.attrelid = c.conrelid and s.attnum = k.source_number
              join pg_catalog.pg_attribute t on t.attrelid = c.confrelid and t.attnum = k.target_number) as matched,
           case when exists (select from platform.imported_tables() i where i = c.conrelid::regclass)
                then ' and d.import_id is distinct from $1' else '' end as others,
           coalesce((select 'm.' || pg_catalog.quote_ident(a.attname) from pg_catalog.pg_attribute a
             where a.attrelid = c.confrelid and a.attname in ('name', 'number') and not a.attisdropped order by a.attname limit 1), 'null') as named
      from pg_catalog.pg_constraint c
     where c.contype = 'f' and c.confdeltype = 'a' and c.confrelid::regclass in (select * from platform.imported_tables())
     order by c.conrelid::regclass::text, c.confrelid::regclass::text
  loop
    execute pg_catalog.format('select count(*), (array_agg(distinct %s::text) filter (where %s is not null))[1:3] from %s m join %s d on %s where m.import_id = $1 and m.company_id = $2%s',
      f.named, f.named, f.target, f.source, f.matched, f.others) into depending, names using of_import, app.company();
    if depending > 0 then
      table_name := f.source::text;
      made_table := f.target::text;
      return next;
    end if;
  end loop;
end $$;

-- Takes back every row that an import made. What depends on one of them refuses all of it, by its foreign key.
create or replace function platform.take_back(of_import uuid) returns void
  language plpgsql security definer set search_path = '' as $$
declare
  t regclass;
begin
  perform platform.guard_taking_back(of_import);
  for t in select * from platform.imported_tables() loop
    execute pg_catalog.format('delete from %s where import_id = $1 and company_id = $2', t) using of_import, app.company();
  end loop;
end $$;
