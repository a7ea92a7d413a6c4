-- Rebuilds reach and grants of a company from what is in force and what is ordered. Dated rows, so that a future version
-- or substitution begins, and an ended one ends, without anybody touching them.
create or replace function mandates.rebuild_access(of_company uuid) returns void
  language plpgsql security definer set search_path = '' as $$
begin
  perform pg_advisory_xact_lock(hashtextextended('mandates.access:' || of_company::text, 0));
  delete from app.reach where company_id = of_company;
  delete from app.grants where company_id = of_company;

  -- Below: everyone under one in the reporting line, for the days on which every link of the chain holds.
  with recursive chain as (
    select r.superior_id as top, r.employee_id as bottom, r.valid, 1 as depth
      from organization.reporting_lines r where r.company_id = of_company
    union all
    select c.top, r.employee_id, c.valid * r.valid, c.depth + 1
      from chain c join organization.reporting_lines r on r.superior_id = c.bottom and r.valid && c.valid
     where c.depth < 20 and r.employee_id <> c.top
  )
  insert into app.reach (company_id, employee_id, keeper_id, kind, valid)
  select of_company, e.id, e.id, 'self', daterange(null, null) from organization.employees e
   where e.company_id = of_company and e.dismissed_at is null
  union all
  select of_company, c.top, c.bottom, 'below', c.valid from chain c
    join organization.employees t on t.id = c.top and t.dismissed_at is null;

  -- Substitution: all that the absent employee reaches, for the days of the order.
  insert into app.reach (company_id, employee_id, keeper_id, kind, on_behalf_of, valid)
  select of_company, s.substitute_id, r.keeper_id, 'substitution', s.absent_id, r.valid * s.valid
    from organization.substitutions s
    join app.reach r on r.employee_id = s.absent_id and r.kind in ('self', 'below') and r.valid && s.valid
    join organization.employees e on e.id = s.substitute_id and e.dismissed_at is null
   where s.company_id = of_company and s.revoked_at is null and r.keeper_id <> s.substitute_id;

  insert into app.grants (company_id, employee_id, permit, scope, limits, clause_id, clause_number, position_id, valid)
  select of_company, a.employee_id, g ->> 'permit', g ->> 'scope', coalesce(g -> 'limits', '{}'), c.id, c.number, a.position_id,
         a.valid * v.in_force
    from organization.assignments a
    join organization.employees e on e.id = a.employee_id and e.dismissed_at is null
    join mandates.job_descriptions j on j.position_id = a.position_id and (j.employee_id is null or j.employee_id = a.employee_id)
    join mandates.versions v on v.job_description_id = j.id and v.state in ('approved', 'revoked') and v.in_force && a.valid
    join mandates.clauses c on c.version_id = v.id
    join mandates.bindings b on b.clause_id = c.id
    cross join lateral jsonb_array_elements(b.grants) g
   where a.company_id = of_company
  union all
  select of_company, a.employee_id, p.permit, 'own', '{}', null, null, a.position_id, a.valid
    from organization.assignments a
    join organization.employees e on e.id = a.employee_id and e.dismissed_at is null
    join app.common_permits p on p.holder = 'everyone'
   where a.company_id = of_company
  union all
  select of_company, e.id, p.permit, 'all', '{}', null, null, null, daterange(null, null)
    from organization.employees e
    join app.common_permits p on p.holder in ('founder', 'everyone')
   where e.company_id = of_company and e.founder and e.dismissed_at is null;

  -- What passes by a substitution order: the whole mandate, or the chosen permits.
  insert into app.grants (company_id, employee_id, permit, scope, limits, clause_id, clause_number, position_id, on_behalf_of, valid)
  select of_company, s.substitute_id, g.permit, g.scope, g.limits, g.clause_id, g.clause_number, g.position_id, s.absent_id, g.valid * s.valid
    from organization.substitutions s
    join app.grants g on g.employee_id = s.absent_id and g.on_behalf_of is null and g.valid && s.valid and g.clause_id is not null
    join organization.employees e on e.id = s.substitute_id and e.dismissed_at is null
   where s.company_id = of_company and s.revoked_at is null and (s.permits is null or g.permit = any (s.permits));

  -- An absent employee with a substitute gives the mandate away for exactly those days.
  perform mandates.take_away(of_company);
  insert into app.access_versions as a (company_id, version) values (of_company, 1)
  on conflict (company_id) do update set version = a.version + 1;
end $$;

-- Takes the days of a substitution out of the absent employee's own grants (what has a clause), so that no two people
-- hold one authority at a time.
create or replace function mandates.take_away(of_company uuid) returns void
  language sql security definer set search_path = '' as $$
  with taken as (
    delete from app.grants g using organization.substitutions s
     where g.company_id = of_company and s.company_id = of_company and s.revoked_at is null and g.employee_id = s.absent_id
       and g.on_behalf_of is null and g.clause_id is not null and g.valid && s.valid and (s.permits is null or g.permit = any (s.permits))
       and g.permit not like '%.read'
    returning g.*, (select range_agg(x.valid) from organization.substitutions x
                     where x.absent_id = g.employee_id and x.revoked_at is null and (x.permits is null or g.permit = any (x.permits))) as away
  )
  insert into app.grants (company_id, employee_id, permit, scope, limits, clause_id, clause_number, position_id, on_behalf_of, valid)
  select distinct t.company_id, t.employee_id, t.permit, t.scope, t.limits, t.clause_id, t.clause_number, t.position_id, t.on_behalf_of, left_over
    from taken t cross join lateral unnest(datemultirange(t.valid) - t.away) left_over
$$;

-- The text of a version that its hash covers: every clause with all that it says and binds, in order.
create or replace function mandates.canonical_text(of_version uuid) returns text language sql stable as $$
  select string_agg(concat_ws('|', c.number, c.text, c.area, c.cadence, coalesce(c.responsibility, ''), c.legal_reference)
           || coalesce((select string_agg(' {' || b.kind || ' ' || b.key || ' ' || b.settings::text || ' ' || b.grants::text || '}', '' order by b.kind, b.key, b.settings::text)
           from mandates.bindings b where b.clause_id = c.id), ''), E'\n' order by c.section, c.ordinal)
    from mandates.clauses c where c.version_id = of_version
$$;

create or replace function mandates.hash_of(of_version uuid) returns text language sql stable as $$
  select encode(sha256(convert_to(coalesce(mandates.canonical_text(of_version), ''), 'UTF8')), 'hex')
$$;

-- A version that left draft never changes: neither its clauses nor their bindings. Security definer: it must know the
-- state whoever writes.
create or replace function mandates.only_in_draft() returns trigger
  language plpgsql security definer set search_path = '' as $$
declare
  touched uuid[];
begin
  if tg_table_name = 'clauses' then
    touched := case tg_op when 'INSERT' then array[new.version_id] when 'DELETE' then array[old.version_id]
      else array[old.version_id, new.version_id] end;
  else
    select array_agg(c.version_id) into touched from mandates.clauses c
     where c.id = any (case tg_op when 'INSERT' then array[new.clause_id] when 'DELETE' then array[old.clause_id]
      else array[old.clause_id, new.clause_id] end);
  end if;
  -- The lock makes a submission wait for edits under way, so that its hash covers them.
  perform from mandates.versions v where v.id = any (touched) for share;
  if exists (select from mandates.versions v where v.id = any (touched) and v.state <> 'draft') then
    raise exception 'version is not a draft' using errcode = '23514', constraint = 'versions__frozen';
  end if;
  return coalesce(new, old);
end $$;
create or replace trigger clauses__only_in_draft before insert or update or delete on mandates.clauses
  for each row execute function mandates.only_in_draft();
create or replace trigger bindings__only_in_draft before insert or update or delete on mandates.bindings
  for each row execute function mandates.only_in_draft();

-- What was approved stays as it was approved: only a later version may cut its end, and a revocation its state. What is
-- in review keeps its hash until it is approved or goes back to draft.
create or replace function mandates.approved_stays() returns trigger language plpgsql as $$
declare
  fixed text[] := array['state', 'in_force', 'revision'];
begin
  if old.state in ('approved', 'revoked') and (
      to_jsonb(old) - fixed is distinct from to_jsonb(new) - fixed
      or new.state not in (old.state, 'revoked')
      or not (new.in_force <@ old.in_force)
      or (not isempty(new.in_force) and lower(new.in_force) is distinct from lower(old.in_force))) then
    raise exception 'an approved version stays' using errcode = '23514', constraint = 'versions__frozen';
  end if;
  if old.state in ('in-review', 'reviewed') and new.state <> 'draft' and new.text_hash is distinct from old.text_hash then
    raise exception 'a version in review keeps its text' using errcode = '23514', constraint = 'versions__frozen';
  end if;
  return new;
end $$;
create or replace trigger versions__approved_stays before update on mandates.versions
  for each row execute function mandates.approved_stays();

-- A decision of another about exactly this content, whoever asks: the one who goes on with an act need not be the one who
-- asked, and may not see the request itself.
create or replace function mandates.decision_for(of_permit text, of_subject uuid, of_hash text)
  returns table (id uuid, decided_by uuid, decided_at timestamptz, clause_id uuid, acting_for uuid, reason text)
  language sql stable security definer set search_path = '' as $$
  select r.id, r.decided_by, r.decided_at, r.clause_id, r.acting_for, r.decision_reason from mandates.requests r
   where r.company_id = app.company() and r.permit = of_permit and r.subject_id = of_subject
     and r.content_hash = of_hash and r.state = 'granted'
   order by r.decided_at desc limit 1
$$;

-- A change of the content makes what was asked or granted about the former content void, whoever changes it.
create or replace function mandates.outdate_requests(of_subject uuid, keep_hash text) returns int
  language sql security definer set search_path = '' as $$
  with outdated as (
    update mandates.requests r set state = 'outdated'
     where r.company_id = app.company() and r.subject_id = of_subject and r.state in ('open', 'granted')
       and r.content_hash is distinct from keep_hash
    returning 1
  ) select count(*)::int from outdated
$$;

-- Holds all that is open about a subject, in one order, until the end of the transaction. Whoever decides or withdraws one
-- may have to withdraw the others: two who each held one and wanted the other's would wait for ever.
create or replace function mandates.hold_requests(of_subject uuid) returns void
  language plpgsql security definer set search_path = '' as $$
begin
  perform from mandates.requests r where r.company_id = app.company() and r.subject_id = of_subject and r.state = 'open'
   order by r.id for update;
end $$;

-- What was asked about a subject is withdrawn with the act that waited, whoever takes the act back.
create or replace function mandates.withdraw_requests(of_subject uuid) returns int
  language plpgsql security definer set search_path = '' as $$
declare
  withdrawn int;
begin
  perform mandates.hold_requests(of_subject);
  update mandates.requests r set state = 'withdrawn'
   where r.company_id = app.company() and r.subject_id = of_subject and r.state = 'open';
  get diagnostics withdrawn = row_count;
  return withdrawn;
end $$;

-- Who stands in for an employee on a day.
create or replace function mandates.substitute_of(of_employee uuid, on_day date) returns uuid
  language sql stable as $$
  select s.substitute_id from organization.substitutions s
   where s.absent_id = of_employee and s.revoked_at is null and s.valid @> on_day limit 1
$$;

-- Within how many hours an employee answers by the clauses in force on a day; null where none says. Past row security: due is
-- an answer also to those who may not read the description of whoever owes it.
create or replace function mandates.answer_hours_of(of_employee uuid, on_day date) returns int
  language sql stable security definer set search_path = '' as $$
  select min((b.settings ->> 'withinHours')::int)
    from organization.assignments a
    join mandates.job_descriptions j on j.position_id = a.position_id and (j.employee_id is null or j.employee_id = a.employee_id)
    join mandates.versions v on v.job_description_id = j.id and v.state in ('approved', 'revoked') and v.in_force @> on_day
    join mandates.clauses c on c.version_id = v.id
    join mandates.bindings b on b.clause_id = c.id and b.kind = 'duty' and b.key = 'mandates.answer-requests'
   where a.company_id = app.company() and a.employee_id = of_employee and a.valid @> on_day
$$;

-- Sends each version in force, or to come into force, to whoever holds the position and has not got it.
create or replace function mandates.send_for_signature(of_company uuid) returns void
  language sql security definer set search_path = '' as $$
  insert into mandates.acknowledgements (company_id, version_id, employee_id)
  select distinct v.company_id, v.id, a.employee_id
    from mandates.versions v
    join mandates.job_descriptions j on j.id = v.job_description_id
    join organization.assignments a on a.position_id = j.position_id and (j.employee_id is null or j.employee_id = a.employee_id)
    join organization.employees e on e.id = a.employee_id and e.dismissed_at is null
   where v.company_id = of_company and v.state = 'approved' and v.in_force && a.valid
     and a.valid && daterange(app.today(of_company), null) and v.in_force && daterange(app.today(of_company), null)
  on conflict (version_id, employee_id) do nothing
$$;

-- The whole mandate of an employee on a day, for `decide`: grants, reach, and the grants of each superior, nearest first.
create or replace function app.mandate_of(of_company uuid, of_employee uuid, on_day date) returns jsonb
  language sql stable security definer set search_path = '' as $$
  with line as (
    select s.superior_id, s.distance from organization.superiors_of(of_company, of_employee, on_day) s
  ),
  -- The authority of a superior who is away is held by whoever stands in: it counts as the superior's, except when that
  -- is the employee who asks.
  held as (
    select case when g.employee_id = of_employee then of_employee else coalesce(g.on_behalf_of, g.employee_id) end as holder_id,
        jsonb_agg(jsonb_build_object(
        'permit', g.permit, 'scope', g.scope, 'limits', g.limits, 'clauseId', g.clause_id,
        'clauseNumber', g.clause_number, 'positionId', g.position_id, 'onBehalfOf', g.on_behalf_of)
        order by g.clause_number) as grants
      from app.grants g
      where g.company_id = of_company and g.valid @> on_day
        and (g.employee_id = of_employee or coalesce(g.on_behalf_of, g.employee_id) in (select superior_id from line))
      group by 1
  )
  select jsonb_build_object(
    'grants', coalesce((select grants from held where holder_id = of_employee), '[]'),
    -- Whose clients they are before whoever stands above: the rights of the nearest apply.
    'reach', coalesce((select jsonb_agg(jsonb_build_object('keeperId', r.keeper_id, 'kind', r.kind, 'onBehalfOf', r.on_behalf_of)
          order by r.keeper_id is distinct from r.on_behalf_of, r.on_behalf_of)
        from app.reach r where r.company_id = of_company and r.employee_id = of_employee and r.valid @> on_day), '[]'),
    'superiors', coalesce((select jsonb_agg(jsonb_build_object('employeeId', l.superior_id,
        'grants', coalesce(h.grants, '[]')) order by l.distance) from line l left join held h on h.holder_id = l.superior_id), '[]'))
$$;

-- Those of the days that an appraisal of the employee covers, begun or closed. Past row security: that one is appraised binds
-- everybody, also those who may not read the appraisal.
create or replace function mandates.appraised_days(employees uuid[], days date[]) returns table (employee_id uuid, day date)
  language sql stable security definer set search_path = '' as $$
  select distinct asked.employee_id, asked.day from unnest(employees, days) asked(employee_id, day)
    join mandates.appraisals a on a.company_id = app.company() and a.employee_id = asked.employee_id and a.period @> asked.day
$$;

-- By which norm each employee owes duties on a day: of two clauses that bind the same duty the first counts, as on Today.
-- Past row security: whoever sees how long a client waits must be told it by the keeper's norm, whether they read the
-- keeper's job description or not.
create or replace function mandates.duty_norms(of_keys text[], on_day date, of_employee uuid default null)
  returns table (employee_id uuid, key text, settings jsonb)
  language sql stable security definer set search_path = '' as $$
  select distinct on (a.employee_id, b.key) a.employee_id, b.key, b.settings
    from mandates.bindings b
    join mandates.clauses c on c.id = b.clause_id
    join mandates.versions v on v.id = c.version_id and v.state in ('approved', 'revoked') and v.in_force @> on_day
    join mandates.job_descriptions j on j.id = v.job_description_id
    join organization.assignments a on a.position_id = j.position_id and (j.employee_id is null or j.employee_id = a.employee_id)
     and a.valid @> on_day and a.employee_id = coalesce(of_employee, a.employee_id)
   where b.company_id = app.company() and a.company_id = app.company() and b.kind = 'duty' and b.key = any (of_keys)
   order by a.employee_id, b.key, j.title, v.number, c.section, c.ordinal, b.id
$$;
