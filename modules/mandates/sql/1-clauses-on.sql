-- Which clause binds an employee on a day where the given one was meant: itself, or the one of the same identity in the
-- version that is in force then; null where none does. Past row security: whether a clause binds does not depend on who asks.
create or replace function mandates.clause_on(of_clause uuid, of_employee uuid, on_day date) returns uuid
  language sql stable security definer set search_path = '' as $$
  select c.id
    from mandates.clauses meant
    join mandates.clauses c on c.company_id = meant.company_id and c.identity = meant.identity
    join mandates.versions v on v.id = c.version_id and v.state in ('approved', 'revoked') and v.in_force @> on_day
    join mandates.job_descriptions j on j.id = v.job_description_id
    join organization.assignments a on a.position_id = j.position_id and (j.employee_id is null or j.employee_id = a.employee_id)
   where meant.id = of_clause and a.employee_id = of_employee and a.valid @> on_day
     and (app.company() is null or meant.company_id = app.company())
   order by c.id = of_clause desc, c.id limit 1
$$;

-- Who is bound today by a kind of duty or right, with what the clause sets. Past row security: what one owes to others, and
-- what one may claim of them, is known to both.
create or replace function mandates.bound_on(of_kind text, of_key text, on_day date)
  returns table (employee_id uuid, name text, clause_id uuid, number text, text text, settings jsonb)
  language sql stable security definer set search_path = '' as $$
  select distinct on (a.employee_id) a.employee_id, e.name, c.id, c.number, c.text, b.settings
    from mandates.bindings b
    join mandates.clauses c on c.id = b.clause_id
    join mandates.versions v on v.id = c.version_id and v.state in ('approved', 'revoked') and v.in_force @> on_day
    join mandates.job_descriptions j on j.id = v.job_description_id
    join organization.assignments a on a.position_id = j.position_id and (j.employee_id is null or j.employee_id = a.employee_id)
      and a.valid @> on_day
    join organization.employees e on e.id = a.employee_id and e.dismissed_at is null
   where b.company_id = app.company() and b.kind = of_kind and b.key = of_key
   order by a.employee_id, c.section, c.ordinal, b.id
$$;

-- A clause as it is quoted on work that was assigned by it: whoever sees the work sees by which clause.
create or replace function mandates.quoted_clause(of_clause uuid) returns jsonb
  language sql stable security definer set search_path = '' as $$
  select jsonb_build_object('id', c.id, 'number', c.number, 'text', c.text, 'duties',
           coalesce((select jsonb_agg(b.key order by b.id) from mandates.bindings b where b.clause_id = c.id and b.kind = 'duty'), '[]'))
    from mandates.clauses c where c.id = of_clause and c.company_id = app.company()
$$;
