-- One journal entry a changed row, written by statement triggers; a statement over more than 1,000 rows leaves one
-- entry with their count, ids and digest (the import that made it keeps the rest).

drop function if exists journal.changed(jsonb, jsonb, jsonb);

-- A row as the journal keeps it: of each column of bytes (named in the trigger's arguments) only the hash, so that a
-- file is stored once and a change of it is still seen.
create or replace function journal.kept(whole jsonb, byte_columns text[]) returns jsonb
  language sql immutable parallel safe as $$
  select whole || coalesce(jsonb_object_agg(c, 'sha256 ' || encode(sha256((whole ->> c)::bytea), 'hex')), '{}')
    from unnest(byte_columns) c where whole ->> c is not null
$$;

-- `offset 0` keeps the planner from drawing a subquery into the one around it, where each mention of a row would turn the
-- row into JSON once more.
create or replace function journal.record() returns trigger
  language plpgsql security definer set search_path = '' as $$
declare
  actor uuid := nullif(current_setting('app.employee_id', true), '')::uuid;
  behalf uuid := nullif(current_setting('app.acting_for', true), '')::uuid;
  clause uuid := nullif(current_setting('app.clause_id', true), '')::uuid;
  request text := nullif(current_setting('app.request_id', true), '');
  named text := tg_table_schema || '.' || tg_table_name;
begin
  if tg_op = 'DELETE' then
    perform from old_rows offset 1000 limit 1;
  else
    perform from new_rows offset 1000 limit 1;
  end if;
  if found then
    if tg_op = 'DELETE' then
      insert into journal.entries (epoch, company_id, employee_id, acting_for, clause_id, request_id, table_name, act, after)
      select (select max(e.epoch) from journal.epochs e), app.company(), actor, behalf, clause, request, named, 'bulk',
             jsonb_build_object('op', tg_op, 'rows', count(*), 'digest', encode(sha256(convert_to(string_agg(to_jsonb(o)::text, '' order by to_jsonb(o)::text), 'UTF8')), 'hex'))
        from old_rows o;
    else
      insert into journal.entries (epoch, company_id, employee_id, acting_for, clause_id, request_id, table_name, act, after)
      select (select max(e.epoch) from journal.epochs e), app.company(), actor, behalf, clause, request, named, 'bulk',
             jsonb_build_object('op', tg_op, 'rows', count(*), 'digest', encode(sha256(string_agg(record_send(n), ''::bytea)), 'hex'))
        from new_rows n;
    end if;
    return null;
  end if;
  if tg_op = 'INSERT' then
    insert into journal.entries (epoch, company_id, employee_id, acting_for, clause_id, request_id, table_name, record_id, act, after)
    select (select max(e.epoch) from journal.epochs e), (r.row ->> 'company_id')::uuid, actor, behalf, clause, request, named, (r.row ->> 'id')::uuid, 'insert', r.row
      from (select case when tg_nargs = 0 then to_jsonb(n) else journal.kept(to_jsonb(n), tg_argv) end as row from new_rows n offset 0) r;
  elsif tg_op = 'DELETE' then
    insert into journal.entries (epoch, company_id, employee_id, acting_for, clause_id, request_id, table_name, record_id, act, before)
    select (select max(e.epoch) from journal.epochs e), (r.row ->> 'company_id')::uuid, actor, behalf, clause, request, named, (r.row ->> 'id')::uuid, 'delete', r.row
      from (select case when tg_nargs = 0 then to_jsonb(o) else journal.kept(to_jsonb(o), tg_argv) end as row from old_rows o offset 0) r;
  else
    insert into journal.entries (epoch, company_id, employee_id, acting_for, clause_id, request_id, table_name, record_id, act, before, after)
    select (select max(e.epoch) from journal.epochs e), (a.row ->> 'company_id')::uuid, actor, behalf, clause, request, named, (a.row ->> 'id')::uuid, 'update', d.before, d.after
      from (select case when tg_nargs = 0 then to_jsonb(o) else journal.kept(to_jsonb(o), tg_argv) end as row from old_rows o offset 0) b
      join (select case when tg_nargs = 0 then to_jsonb(n) else journal.kept(to_jsonb(n), tg_argv) end as row from new_rows n offset 0) a
        on a.row ->> 'id' = b.row ->> 'id'
     cross join lateral (
       select jsonb_object_agg(e.key, e.value) as before, jsonb_object_agg(e.key, a.row -> e.key) as after,
              bool_or(e.key <> 'revision') as more_than_revision
         from jsonb_each(b.row) e where a.row -> e.key is distinct from e.value) d
     where d.more_than_revision;
  end if;
  return null;
end $$;

create or replace function journal.no_change() returns trigger language plpgsql as $$
begin
  raise exception 'the journal is append-only' using errcode = 'restrict_violation';
end $$;
drop trigger if exists entries__append_only on journal.entries;
create trigger entries__append_only before update or delete or truncate on journal.entries
  for each statement execute function journal.no_change();

-- The text of an entry that a seal covers: every column, in a fixed order.
create or replace function journal.entry_text(e journal.entries) returns text language sql stable parallel safe as $$
  select concat_ws('|', e.epoch, e.xid::text, e.id, to_char(e.at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US'), e.company_id,
    coalesce(e.employee_id::text, '-'), coalesce(e.acting_for::text, '-'), coalesce(e.clause_id::text, '-'),
    coalesce(e.request_id, '-'), e.table_name, coalesce(e.record_id::text, '-'), e.act,
    coalesce(e.before::text, '-'), coalesce(e.after::text, '-'))
$$;

-- The hash of all entries of the transactions in [from_xid, to_xid) of an epoch, after `previous`.
create or replace function journal.hash_of(of_epoch int, lower xid8, upper xid8, previous bytea, out hash bytea, out entries bigint)
  language sql stable as $$
  select sha256(previous || convert_to(coalesce(string_agg(encode(sha256(convert_to(journal.entry_text(e), 'UTF8')), 'hex'), '' order by e.xid, e.id), ''), 'UTF8')),
         count(e.id)
    from journal.entries e where e.epoch = of_epoch and e.xid >= lower and e.xid < upper
$$;

-- Seals all that is certain: transactions below the oldest one still running. Returns the number of entries sealed.
create or replace function journal.seal() returns bigint language plpgsql security definer set search_path = '' as $$
declare
  current_epoch int;
  upper xid8 := pg_snapshot_xmin(pg_current_snapshot());
  last journal.seals;
  lower xid8;
  sealed record;
begin
  lock table journal.seals in exclusive mode;
  select max(epoch) into current_epoch from journal.epochs;
  select * into last from journal.seals order by number desc limit 1;
  lower := case when last.epoch = current_epoch then last.to_xid else '0'::xid8 end;
  if lower >= upper then return 0; end if;
  select * into sealed from journal.hash_of(current_epoch, lower, upper, coalesce(last.hash, '\x'::bytea));
  if sealed.entries = 0 then return 0; end if;
  insert into journal.seals (epoch, from_xid, to_xid, entries, previous_hash, hash)
  values (current_epoch, lower, upper, sealed.entries, coalesce(last.hash, '\x'::bytea), sealed.hash);
  return sealed.entries;
end $$;

-- Proves the journal: every seal that does not agree with its entries or with the seal before it.
create or replace function journal.broken_seals() returns table (number bigint, why text) language plpgsql stable as $$
declare
  seal journal.seals;
  previous bytea := '\x';
  found_hash record;
begin
  for seal in select * from journal.seals s order by s.number loop
    select * into found_hash from journal.hash_of(seal.epoch, seal.from_xid, seal.to_xid, previous);
    if seal.previous_hash <> previous then
      number := seal.number; why := 'does not follow the seal before it'; return next;
    elsif found_hash.entries <> seal.entries then
      number := seal.number; why := format('covers %s entries, %s are there', seal.entries, found_hash.entries); return next;
    elsif found_hash.hash <> seal.hash then
      number := seal.number; why := 'entries were altered'; return next;
    end if;
    previous := seal.hash;
  end loop;
end $$;
