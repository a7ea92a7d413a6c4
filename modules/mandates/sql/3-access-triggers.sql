-- Whatever changes who holds what, whoever changes it: access is rebuilt at the end of that transaction, once, and whoever
-- newly holds a position gets its description to sign. Where something waits for an answer it is announced, so that nothing
-- goes on waiting for somebody who can no longer give it.
create or replace function mandates.access_changed() returns trigger
  language plpgsql security definer set search_path = '' as $$
declare
  done text := pg_current_xact_id()::text;
  of_company uuid := coalesce(new.company_id, old.company_id);
begin
  if current_setting('app.access_rebuilt', true) is distinct from done then
    perform mandates.rebuild_access(of_company);
    perform mandates.send_for_signature(of_company);
    insert into platform.outbox (company_id, event, payload)
    select of_company, 'mandates.access-changed', '{}'
     where exists (select from mandates.requests r where r.company_id = of_company and r.state = 'open')
        or exists (select from mandates.reviews r join mandates.versions v on v.id = r.version_id
                    where r.company_id = of_company and r.verdict is null and v.state = 'in-review');
    perform set_config('app.access_rebuilt', done, true);
  end if;
  return null;
end $$;

do $$
declare
  t text;
begin
  foreach t in array array['organization.assignments', 'organization.reporting_lines', 'organization.substitutions', 'organization.employees'] loop
    execute format('drop trigger if exists access__changed on %s', t);
    execute format('create constraint trigger access__changed after insert or update or delete on %s deferrable initially deferred for each row execute function mandates.access_changed()', t);
  end loop;
  drop trigger if exists access__changed on mandates.versions;
  create constraint trigger access__changed after update of state, in_force on mandates.versions
    deferrable initially deferred for each row execute function mandates.access_changed();
end $$;
