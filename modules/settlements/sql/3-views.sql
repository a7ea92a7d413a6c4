create or replace view settlements.v_timeline with (security_invoker = true) as
  select i.client_id, app.start_of(i.issued_on, i.company_id) as at, 'invoice' as kind, i.id, null::uuid as employee_id,
         jsonb_build_object('number', i.number, 'amount', i.amount, 'currency', i.currency, 'dueOn', i.due_on, 'open', i.open_amount,
           'onDay', true, 'href', '/clients/' || i.client_id || '?tab=money') as data
    from settlements.invoices i
  union all
  select p.client_id, app.start_of(p.received_on, p.company_id), 'payment', p.id, p.posted_by,
         jsonb_build_object('amount', p.amount, 'currency', p.currency, 'onDay', true, 'href', '/clients/' || p.client_id || '?tab=money')
    from settlements.payments p
  union all
  select r.client_id, app.start_of(r.recorded_on, r.company_id), 'promise', r.id, r.recorded_by,
         jsonb_build_object('amount', r.amount, 'currency', r.currency, 'promisedFor', r.promised_for, 'state', r.state,
           'actingFor', (select e.name from organization.employees e where e.id = r.acting_for),
           'onDay', true, 'href', '/clients/' || r.client_id || '?tab=money')
    from settlements.promises r
  union all
  select r.client_id, app.start_of(r.settled_on, r.company_id), 'promise-withdrawn', r.id, r.withdrawn_by,
         jsonb_build_object('amount', r.amount, 'currency', r.currency, 'promisedFor', r.promised_for, 'reason', r.withdrawn_reason,
           'onDay', true, 'href', '/clients/' || r.client_id || '?tab=money')
    from settlements.promises r where r.state = 'withdrawn' and r.withdrawn_by is not null;

-- Which products an invoice is about: those of its order.
create or replace view settlements.v_timeline_products with (security_invoker = true) as
  select i.id, l.product_id, p.category_id
    from settlements.invoices i join orders.v_order_lines l on l.order_id = i.order_id join catalog.v_products p on p.id = l.product_id;
