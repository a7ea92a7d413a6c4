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
         jsonb_strip_nulls(jsonb_build_object('kind', a.kind, 'state', a.state, 'outcome', a.outcome, 'note', left(a.note, 500),
           'purpose', a.purpose, 'nextStep', nullif(left(a.next_step, 500), ''), 'nextOn', a.next_on, 'plannedOn', a.planned_on,
           'amount', a.promised_amount, 'promisedOn', a.promised_on, 'currency', a.currency, 'missedReason', nullif(a.missed_reason, ''),
           'actingFor', a.acting_for)) as data
    from activities.activities a where a.state in ('done', 'missed');
