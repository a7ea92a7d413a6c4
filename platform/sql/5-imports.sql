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

-- How many rows an import made, by table, and how many of them were changed after it ended.
create or replace function platform.made_by_import(of_import uuid) returns table (table_name text, made bigint, changed bigint)
  language plpgsql stable security definer set search_path = '' as $$
declare
  ended timestamptz := (select i.ended_at from platform.imports i where i.id = of_import);
  t regclass;
begin
  perform platform.guard_taking_back(of_import);
  for t in select * from platform.imported_tables() loop
    table_name := t::text;
    execute pg_catalog.format('select count(*) from %s where import_id = $1 and company_id = $2', t) into made using of_import, app.company();
    continue when made = 0;
    changed := 0;
    -- Only records that people edit count their revisions.
    if exists (select from pg_catalog.pg_attribute a where a.attrelid = t and a.attname = 'revision' and not a.attisdropped) then
      execute pg_catalog.format('select count(*) from %s m where m.import_id = $1 and m.company_id = $2 and m.revision > 1
        and exists (select from journal.entries e where e.record_id = m.id and e.act = ''update'' and e.at > $3)', t)
        into changed using of_import, app.company(), ended;
    end if;
    return next;
  end loop;
end $$;

-- The condition by which a foreign key matches a row of its table with one of the table that it refers to.
create or replace function platform.matched_by(of_constraint oid, source text, target text) returns text
  language sql stable set search_path = '' as $$
  select pg_catalog.string_agg(pg_catalog.format('%s.%I = %s.%I', matched_by.source, s.attname, matched_by.target, t.attname), ' and ')
    from pg_catalog.pg_constraint c cross join unnest(c.conkey, c.confkey) k(source_number, target_number)
    join pg_catalog.pg_attribute s on s.attrelid = c.conrelid and s.attnum = k.source_number
    join pg_catalog.pg_attribute t on t.attrelid = c.confrelid and t.attnum = k.target_number
   where c.oid = of_constraint
$$;

-- What depends on the rows that an import made and would stay without them: how many rows of which table, with a few names
-- of what they depend on. A row that goes with another of the import does not count. With `touched`: what depends on those
-- rows of that table, which others made and the import's going would change. Past row security: what holds, holds whoever may see it.
create or replace function platform.depending_on_import(of_import uuid, touched regclass default null, ids uuid[] default null) returns table (table_name text, depending bigint, made_table text, names text[])
  language plpgsql stable security definer set search_path = '' as $$
declare
  f record;
  t regclass;
  meant text := case when touched is null then 'm.import_id = $1' else 'm.id = any ($3)' end;
begin
  perform platform.guard_taking_back(of_import);
  -- What may be of any kind of record names its subject without a foreign key: issued documents, attached files.
  for f in select * from (values ('platform.issued_documents', 'number', 'true'), ('platform.files', 'name', 'd.detached_at is null')) v (source, named, standing) loop
    for t in select i from platform.imported_tables() i where touched is null or i = touched loop
      execute pg_catalog.format('select count(*), (array_agg(distinct d.%I))[1:3] from %s m join %s d on d.subject_id = m.id and %s
        where %s and m.company_id = $2', f.named, t, f.source, f.standing, meant) into depending, names using of_import, app.company(), ids;
      if depending > 0 then
        table_name := f.source;
        made_table := t::text;
        return next;
      end if;
    end loop;
  end loop;
  for f in
    select c.conrelid::regclass as source, c.confrelid::regclass as target, platform.matched_by(c.oid, 'd', 'm') as matched,
           case when exists (select from platform.imported_tables() i where i = c.conrelid::regclass)
                then ' and d.import_id is distinct from $1' else '' end
           || coalesce((select pg_catalog.string_agg(pg_catalog.format(' and not exists (select from %s p where %s and p.import_id = $1)',
                          g.confrelid::regclass, platform.matched_by(g.oid, 'd', 'p')), '')
              from pg_catalog.pg_constraint g where g.contype = 'f' and g.confdeltype = 'c' and g.conrelid = c.conrelid
               and g.confrelid::regclass in (select * from platform.imported_tables())), '') as others,
           coalesce((select 'm.' || pg_catalog.quote_ident(a.attname) from pg_catalog.pg_attribute a
             where a.attrelid = c.confrelid and a.attname in ('name', 'number') and not a.attisdropped order by a.attname limit 1), 'null') as named
      from pg_catalog.pg_constraint c
     where c.contype = 'f' and c.confdeltype = 'a'
       and case when touched is null then c.confrelid::regclass in (select * from platform.imported_tables()) else c.confrelid = touched end
     order by c.conrelid::regclass::text, c.confrelid::regclass::text
  loop
    execute pg_catalog.format('select count(*), (array_agg(distinct %s::text) filter (where %s is not null))[1:3] from %s m join %s d on %s where %s and m.company_id = $2%s',
      f.named, f.named, f.target, f.source, f.matched, meant, f.others) into depending, names using of_import, app.company(), ids;
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
