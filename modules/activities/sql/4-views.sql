-- What other modules may read of activities.

-- Contacts that reached somebody.
create or replace view activities.v_contacts with (security_invoker = true) as
  select a.id, a.company_id, a.client_id, a.keeper_id, a.employee_id, a.acting_for, a.kind, a.outcome, a.done_on as on_day, a.done_at as at
    from activities.activities a where a.state = 'done' and a.outcome <> 'no-contact';

create or replace view activities.v_last_contacts with (security_invoker = true) as
  select l.client_id, l.company_id, l.keeper_id, l.cadence_class, l.since, l.last_on, l.activity_id, l.waiting_since
    from activities.last_contacts l;

create or replace view activities.v_planned with (security_invoker = true) as
  select a.id, a.company_id, a.client_id, a.keeper_id, a.employee_id, a.kind, a.planned_on, a.planned_at
    from activities.activities a where a.state = 'planned';

create or replace view activities.v_timeline with (security_invoker = true) as
  select a.client_id, coalesce(a.done_at, a.closed_at, a.planned_at, a.created_at) as at, 'activity' as kind, a.id, a.employee_id,
         jsonb_build_object('kind', a.kind, 'outcome', coalesce(a.outcome, a.state),
           'ending', replace(coalesce(a.outcome, a.state), '-', '_'), 'note', left(a.note || a.missed_reason, 500),
           'nextStep', left(a.next_step, 500), 'nextOn', a.next_on, 'amount', a.promised_amount, 'promisedOn', a.promised_on,
           'currency', a.currency, 'purpose', a.purpose, 'href', '/activities/' || a.id,
           'actingFor', (select e.name from organization.employees e where e.id = a.acting_for)) as data
    from activities.activities a where a.state in ('done', 'missed');

-- How many days a client of a class may wait with each employee today: by the clause of the keeper, else by the company's
-- setting activities.cadence, else by its default (a test holds the default and the declaration together).
create or replace function activities.cadences() returns table (employee_id uuid, days jsonb) language sql stable as $$
  with company as materialized (
    select coalesce(organization.setting_of(app.company(), 'activities.cadence', null, app.today(app.company())),
      '{"key": 7, "A": 14, "B": 30, "C": 60}') as days)
  select e.id, coalesce(
      (select jsonb_build_object('key', n.settings -> 'daysKey', 'A', n.settings -> 'daysA', 'B', n.settings -> 'daysB',
         'C', n.settings -> 'daysC') where n.settings is not null), (select c.days from company c))
    from organization.employees e
    left join mandates.duty_norms(array['activities.cadence'], app.today(app.company())) n on n.employee_id = e.id
   where e.company_id = (select app.company())
$$;

-- The day before which a client of a class waits too long today, by the id of its keeper; under `any` the latest of them.
create or replace function activities.quiet_days(of_class text) returns jsonb language sql stable as $$
  select coalesce(jsonb_object_agg(c.employee_id, app.today(app.company()) - (c.days ->> of_class)::int), '{}')
      || jsonb_build_object('any', max(app.today(app.company()) - (c.days ->> of_class)::int))
    from activities.cadences() c
$$;

-- Clients whose last contact is older than the cadence of their class with their keeper. A branch a class, so that each is
-- one range of an index, however few of a million clients wait; what the keepers' norms allow is looked up in one value.
create or replace view activities.v_quiet_clients with (security_invoker = true) as
  select l.client_id, l.company_id, l.keeper_id, l.cadence_class, l.last_on, l.waiting_since,
         ((select activities.quiet_days('key')) ->> l.keeper_id::text)::date - l.waiting_since as days_overdue
    from activities.last_contacts l
   where l.cadence_class = 'key' and l.waiting_since < ((select activities.quiet_days('key')) ->> 'any')::date
     and l.waiting_since < ((select activities.quiet_days('key')) ->> l.keeper_id::text)::date
  union all
  select l.client_id, l.company_id, l.keeper_id, l.cadence_class, l.last_on, l.waiting_since,
         ((select activities.quiet_days('A')) ->> l.keeper_id::text)::date - l.waiting_since as days_overdue
    from activities.last_contacts l
   where l.cadence_class = 'A' and l.waiting_since < ((select activities.quiet_days('A')) ->> 'any')::date
     and l.waiting_since < ((select activities.quiet_days('A')) ->> l.keeper_id::text)::date
  union all
  select l.client_id, l.company_id, l.keeper_id, l.cadence_class, l.last_on, l.waiting_since,
         ((select activities.quiet_days('B')) ->> l.keeper_id::text)::date - l.waiting_since as days_overdue
    from activities.last_contacts l
   where l.cadence_class = 'B' and l.waiting_since < ((select activities.quiet_days('B')) ->> 'any')::date
     and l.waiting_since < ((select activities.quiet_days('B')) ->> l.keeper_id::text)::date
  union all
  select l.client_id, l.company_id, l.keeper_id, l.cadence_class, l.last_on, l.waiting_since,
         ((select activities.quiet_days('C')) ->> l.keeper_id::text)::date - l.waiting_since as days_overdue
    from activities.last_contacts l
   where l.cadence_class = 'C' and l.waiting_since < ((select activities.quiet_days('C')) ->> 'any')::date
     and l.waiting_since < ((select activities.quiet_days('C')) ->> l.keeper_id::text)::date;
drop function if exists activities.quiet_before(text);
