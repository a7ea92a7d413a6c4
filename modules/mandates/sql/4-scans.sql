-- The scan of a signed acknowledgement sheet is attached to the acknowledgement by whoever drafts job descriptions.
call platform.take_files('mandates.acknowledgements', 'mandates.acknowledgements', 'mandates.draft');

create or replace function mandates.paper_needs_scan() returns trigger language plpgsql as $$
begin
  if not exists (select from platform.files f where f.id = new.scan_id and f.subject_kind = 'mandates.acknowledgements'
                    and f.subject_id = new.id and f.detached_at is null) then
    raise exception 'a signature on paper needs the scan of the sheet'
      using errcode = 'check_violation', constraint = 'acknowledgements__paper_needs_scan';
  end if;
  return new;
end $$;
create or replace trigger paper__needs_scan before insert or update of method, scan_id on mandates.acknowledgements
  for each row when (new.method = 'paper') execute function mandates.paper_needs_scan();

-- What proves a signature stays where it is.
create or replace function mandates.keep_scan() returns trigger
  language plpgsql security definer set search_path = '' as $$
begin
  if exists (select from mandates.acknowledgements k where k.scan_id = new.id) then
    raise exception 'the scan proves a signature' using errcode = 'check_violation', constraint = 'acknowledgements__scan_stays';
  end if;
  return new;
end $$;
create or replace trigger scan__stays before update of detached_at on platform.files
  for each row when (new.detached_at is not null and new.subject_kind = 'mandates.acknowledgements') execute function mandates.keep_scan();
