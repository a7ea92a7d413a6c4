-- Exports and readings of marked data: written, never changed. Read by oneself, by those above, and by whoever watches.

create or replace function platform.kept_for_good() returns trigger language plpgsql as $$
begin
  raise exception '% is append-only', tg_table_name using errcode = 'restrict_violation';
end $$;

do $$
declare
  t text;
begin
  foreach t in array array['platform.exports', 'platform.readings'] loop
    execute format('create or replace trigger kept_for_good before update or delete on %s for each row execute function platform.kept_for_good()', t);
    call app.policy(t::regclass, 'read', 'company_id = (select app.company()) and ((select app.may_all(''security.watch'')) or employee_id = (select app.employee()) or employee_id = any ((select app.reach())::uuid[]))');
  end loop;
end $$;
call app.policy('platform.exports', 'add', 'company_id = (select app.company()) and employee_id = (select app.employee())');
-- The server keeps them in the name of the company: no person writes a reading, be it their own.
call app.policy('platform.readings', 'add', 'company_id = (select app.company()) and (select app.employee()) is null');

-- What the records of a table are called, the first few of them, as far as the caller may see them.
create or replace function platform.names_of(of_table text, ids uuid[], most int) returns text[]
  language plpgsql stable set search_path = '' as $$
declare
  named text := (select pg_catalog.quote_ident(a.attname) from pg_catalog.pg_attribute a
    where a.attrelid = pg_catalog.to_regclass(of_table) and a.attname in ('name', 'title', 'number') and not a.attisdropped
    order by a.attname limit 1);
  found text[];
begin
  if named is null then return '{}'; end if;
  execute pg_catalog.format('select coalesce(array_agg(x.named order by x.named), ''{}'') from (select r.%s::text as named from %s r where r.id = any ($1) order by 1 limit $2) x',
    named, pg_catalog.to_regclass(of_table)) into found using ids, most;
  return found;
end $$;
