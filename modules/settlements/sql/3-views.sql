create or replace view settlements.v_timeline with (security_invoker = true) as
  select i.client_id, i.issued_on::timestamptz as at, 'invoice' as kind, i.id, null::uuid as employee_id,
         jsonb_build_object('number', i.number, 'amount', i.amount, 'currency', i.currency, 'dueOn', i.due_on, 'open', i.open_amount) as data
    from settlements.invoices i
  union all
  select p.client_id, p.received_on::timestamptz, 'payment', p.id, p.posted_by,
         jsonb_build_object('amount', p.amount, 'currency', p.currency)
    from settlements.payments p
  union all
  select r.client_id, r.recorded_on::timestamptz, 'promise', r.id, r.recorded_by,
         jsonb_build_object('amount', r.amount, 'currency', r.currency, 'promisedFor', r.promised_for, 'state', r.state,
           'actingFor', (select e.name from organization.employees e where e.id = r.acting_for))
    from settlements.promises r
  union all
  select r.client_id, r.settled_on::timestamptz, 'promise-withdrawn', r.id, r.withdrawn_by,
         jsonb_build_object('amount', r.amount, 'currency', r.currency, 'promisedFor', r.promised_for, 'reason', r.withdrawn_reason)
    from settlements.promises r where r.state = 'withdrawn' and r.withdrawn_by is not null;
