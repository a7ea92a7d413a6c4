-- breaking: no
-- What other tables name together with its keeper is known with its company, too, from here on: migrations after this one
-- refer to (company_id, id, keeper_id), on a new database as on an old one, where app.keep_companies_apart() made that key.
do $$
declare
  r record;
begin
  for r in
    select c.oid::regclass as source, c.relname as name
      from pg_constraint u join pg_class c on c.oid = u.conrelid
     where u.contype = 'u'
       and (select array_agg(a.attname::text order by a.attname) from pg_attribute a where a.attrelid = c.oid and a.attnum = any (u.conkey)) = '{id,keeper_id}'
       and exists (select from pg_attribute a where a.attrelid = c.oid and a.attname = 'company_id' and not a.attisdropped)
       and not exists (select from pg_constraint w where w.conrelid = c.oid and w.conname = c.relname || '__id_keeper_id_in_company')
  loop
    execute format('alter table %s add constraint %I unique (company_id, id, keeper_id)', r.source, r.name || '__id_keeper_id_in_company');
  end loop;
end $$;
