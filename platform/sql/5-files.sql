-- Files: whoever sees a record sees what is attached to it, and whoever may change it attaches and detaches.

-- Makes records of a table take files. The permits are those of which any lets a person attach: over all records, or, where
-- the table has a keeper, over the records of keepers in reach.
create or replace procedure platform.take_files(of_kind text, of_table regclass, variadic permits text[]) language plpgsql as $$
declare
  kept boolean := exists (select from pg_attribute where attrelid = of_table and attname = 'keeper_id' and not attisdropped);
  ours text := format('company_id = (select app.company()) and subject_kind = %L', of_kind);
  may text;
  seen text;
  changed text;
begin
  select string_agg(format(case when kept
      then '(select app.may_all(%1$L)) or ((select app.may(%1$L)) and s.keeper_id = any ((select app.reach())::uuid[]))'
      else '(select app.may_all(%1$L))' end, p), ' or ') into may from unnest(permits) p;
  seen := format('%s and exists (select from %s s where s.id = files.subject_id)', ours, of_table);
  changed := format('%s and exists (select from %s s where s.id = files.subject_id and (%s))', ours, of_table, may);
  execute format('drop policy if exists %I on platform.files', 'may_read ' || of_kind);
  execute format('drop policy if exists %I on platform.files', 'may_add ' || of_kind);
  execute format('drop policy if exists %I on platform.files', 'may_change ' || of_kind);
  execute format('create policy %I on platform.files for select using (%s)', 'may_read ' || of_kind, seen);
  execute format('create policy %I on platform.files for insert with check (%s and stored_by is not distinct from (select app.employee()))', 'may_add ' || of_kind, changed);
  execute format('create policy %I on platform.files for update using (%s) with check (%s)', 'may_change ' || of_kind, changed, changed);
  execute format('create or replace trigger files__released after delete on %s referencing old table as old_rows for each statement execute function platform.release_files(%L)', of_table, of_kind);
end $$;
comment on procedure platform.take_files is 'Makes records of a table take files; called by the module that registers the kind.';

-- A record that goes leaves its files behind, detached.
create or replace function platform.release_files() returns trigger
  language plpgsql security definer set search_path = '' as $$
begin
  update platform.files f set detached_at = now() from old_rows o
   where f.subject_id = o.id and f.subject_kind = tg_argv[0] and f.detached_at is null;
  return null;
end $$;

-- What was stored stays what it was; only attaching and detaching changes.
create or replace function platform.guard_file() returns trigger language plpgsql as $$
begin
  if (new.id, new.company_id, new.name, new.media_type, new.bytes, new.sha256, new.subject_kind, new.subject_id, new.stored_at, new.stored_by)
     is distinct from (old.id, old.company_id, old.name, old.media_type, old.bytes, old.sha256, old.subject_kind, old.subject_id, old.stored_at, old.stored_by) then
    raise exception 'a stored file never changes' using errcode = 'check_violation', constraint = 'files__never_changes';
  end if;
  return new;
end $$;
create or replace trigger file__never_changes before update on platform.files for each row execute function platform.guard_file();

-- How many bytes the company's files take; what is stored twice counts once.
create or replace function platform.bytes_stored() returns bigint
  language sql stable security definer set search_path = '' as $$
  select coalesce(sum(c.bytes), 0)::bigint
    from (select distinct f.sha256, f.bytes from platform.files f where f.company_id = app.company()) c
$$;

-- Which of the contents no file of any company refers to.
create or replace function platform.contents_let_go(hashes text[]) returns setof text
  language sql stable security definer set search_path = '' as $$
  select h from unnest(hashes) h where not exists (select from platform.files f where f.sha256 = h)
$$;
