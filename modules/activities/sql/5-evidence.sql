-- Evidence of an employee’s work outlives the change of a client's keeper: it is read past row security, by those who may
-- know how the employee’s duties were done, and says no more than a measure needs.
create or replace function activities.may_measure(of_employee uuid) returns boolean language sql stable as $$
  select of_employee = app.employee() or of_employee = any (app.reach()) or app.may_all('mandates.read')
$$;

-- Its columns were others once, and a function's columns cannot be replaced.
drop function if exists activities.evidence_of(uuid, date, date);
create function activities.evidence_of(of_employee uuid, from_day date, to_day date)
  returns table (id uuid, kind text, state text, day date, planned_on date, client text, with_potential boolean, in_plan boolean, outcome text, outside boolean)
  language sql stable security definer set search_path = '' as $$
  select a.id, a.kind, a.state, a.day, a.planned_on, c.name, a.with_potential, a.week_plan_id is not null, a.outcome,
         a.outside_description
    from activities.activities a join clients.clients c on c.id = a.client_id
   where a.company_id = app.company() and activities.may_measure(of_employee) and a.owed_by = of_employee
     and a.day >= from_day and a.day < to_day
   order by 4, 1
$$;

-- How each client that an employee kept on a day stood with its cadence then: the day since which it waited.
create or replace function activities.waiting_on(of_employee uuid, on_day date)
  returns table (client_id uuid, client text, cadence_class text, waiting_since date)
  language sql stable security definer set search_path = '' as $$
  select c.id, c.name, l.cadence_class,
         greatest(coalesce((select a.done_on from activities.activities a
           where a.client_id = c.id and a.state = 'done' and a.outcome <> 'no-contact' and a.done_on <= on_day
           order by a.done_on desc limit 1), l.since), lower(k.valid))
    from clients.keepers k join clients.clients c on c.id = k.client_id join activities.last_contacts l on l.client_id = c.id
   where k.company_id = app.company() and activities.may_measure(of_employee) and k.keeper_id = of_employee and k.valid @> on_day
     and l.cadence_class is not null and l.since <= on_day
$$;
