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
    join mandates.versions v on v.job_description_id = j.id and v.state = 'approved' and v.in_force && a.valid
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
  perform pg_notify('mandates_changed', of_company::text);
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

-- The text of a version that its hash covers: every clause with its bindings, in order.
create or replace function mandates.canonical_text(of_version uuid) returns text language sql stable as $$
  select string_agg(c.number || ' ' || c.text || coalesce((select string_agg(' {' || b.kind || ' ' || b.key || ' ' || b.settings::text || '}', '' order by b.id)
           from mandates.bindings b where b.clause_id = c.id), ''), E'\n' order by c.section, c.ordinal)
    from mandates.clauses c where c.version_id = of_version
$$;

-- A version that left draft never changes: neither its clauses nor their bindings.
create or replace function mandates.only_in_draft() returns trigger language plpgsql as $$
declare
  of_version uuid;
  state_now text;
begin
  if tg_table_name = 'clauses' then
    of_version := coalesce(new.version_id, old.version_id);
  else
    select c.version_id into of_version from mandates.clauses c where c.id = coalesce(new.clause_id, old.clause_id);
  end if;
  select v.state into state_now from mandates.versions v where v.id = of_version;
  if state_now is distinct from 'draft' and state_now is not null then
    raise exception 'version is not a draft' using errcode = '23514', constraint = 'versions__frozen';
  end if;
  return coalesce(new, old);
end $$;
create or replace trigger clauses__only_in_draft before insert or update or delete on mandates.clauses
  for each row execute function mandates.only_in_draft();
create or replace trigger bindings__only_in_draft before insert or update or delete on mandates.bindings
  for each row execute function mandates.only_in_draft();

-- The whole mandate of an employee on a day, for `decide`: grants, reach, and the grants of each superior, nearest first.
create or replace function app.mandate_of(of_company uuid, of_employee uuid, on_day date) returns jsonb
  language sql stable security definer set search_path = '' as $$
  with line as (
    select s.superior_id, s.distance from organization.superiors_of(of_company, of_employee, on_day) s
  ),
  held as (
    select g.employee_id, jsonb_agg(jsonb_build_object(
        'permit', g.permit, 'scope', g.scope, 'limits', g.limits, 'clauseId', g.clause_id,
        'clauseNumber', g.clause_number, 'positionId', g.position_id, 'onBehalfOf', g.on_behalf_of)
        order by g.clause_number) as grants
      from app.grants g
      where g.company_id = of_company and g.valid @> on_day
        and (g.employee_id = of_employee or g.employee_id in (select superior_id from line))
      group by g.employee_id
  )
  select jsonb_build_object(
    'grants', coalesce((select grants from held where employee_id = of_employee), '[]'),
    'reach', coalesce((select jsonb_agg(jsonb_build_object('keeperId', r.keeper_id, 'kind', r.kind, 'onBehalfOf', r.on_behalf_of))
        from app.reach r where r.company_id = of_company and r.employee_id = of_employee and r.valid @> on_day), '[]'),
    'superiors', coalesce((select jsonb_agg(jsonb_build_object('employeeId', l.superior_id,
        'grants', coalesce(h.grants, '[]')) order by l.distance) from line l left join held h on h.employee_id = l.superior_id), '[]'))
$$;
