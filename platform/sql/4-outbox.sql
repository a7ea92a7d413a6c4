-- An announced event becomes a job of the queue in the transaction that announced it.
create or replace function platform.enqueue() returns trigger
  language plpgsql security definer set search_path = '' as $$
begin
  if to_regclass('graphile_worker._private_jobs') is not null then
    perform graphile_worker.add_job('event', json_build_object('id', new.id, 'companyId', new.company_id));
  end if;
  return null;
end $$;
create or replace trigger outbox__enqueue after insert on platform.outbox
  for each row when (new.handled_at is null) execute function platform.enqueue();

-- All companies of the installation, for scheduled jobs.
create or replace function app.company_ids() returns setof uuid language sql stable security definer set search_path = ''
  as $$ select c.id from platform.companies c $$;

-- The number of the last migration, for health and for tools.
create or replace function app.schema_version() returns int language sql stable security definer set search_path = ''
  as $$ select max(m.number) from platform.migrations m $$;
