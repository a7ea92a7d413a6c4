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
           'currency', a.currency, 'purpose', a.purpose,
           'actingFor', (select e.name from organization.employees e where e.id = a.acting_for)) as data
    from activities.activities a where a.state in ('done', 'missed');

-- The last day since which a client of a class may wait today, by the company's setting activities.cadence, else its
-- default (a test holds the default and the declaration together).
create or replace function activities.quiet_before(of_class text) returns date language sql stable as $$
  select app.today(app.company()) - (coalesce(
    organization.setting_of(app.company(), 'activities.cadence', null, app.today(app.company())),
    '{"key": 7, "A": 14, "B": 30, "C": 60}') ->> of_class)::int
$$;

-- Clients whose last contact is older than the cadence of their class. A branch a class, so that each is one range of an
-- index, however few of a million clients wait.
create or replace view activities.v_quiet_clients with (security_invoker = true) as
  select l.client_id, l.company_id, l.keeper_id, l.cadence_class, l.last_on, l.waiting_since,
         (select activities.quiet_before('key')) - l.waiting_since as days_overdue
    from activities.last_contacts l where l.cadence_class = 'key' and l.waiting_since < (select activities.quiet_before('key'))
  union all
  select l.client_id, l.company_id, l.keeper_id, l.cadence_class, l.last_on, l.waiting_since,
         (select activities.quiet_before('A')) - l.waiting_since
    from activities.last_contacts l where l.cadence_class = 'A' and l.waiting_since < (select activities.quiet_before('A'))
  union all
  select l.client_id, l.company_id, l.keeper_id, l.cadence_class, l.last_on, l.waiting_since,
         (select activities.quiet_before('B')) - l.waiting_since
    from activities.last_contacts l where l.cadence_class = 'B' and l.waiting_since < (select activities.quiet_before('B'))
  union all
  select l.client_id, l.company_id, l.keeper_id, l.cadence_class, l.last_on, l.waiting_since,
         (select activities.quiet_before('C')) - l.waiting_since
    from activities.last_contacts l where l.cadence_class = 'C' and l.waiting_since < (select activities.quiet_before('C'));
