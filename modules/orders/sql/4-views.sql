-- What other modules may read of orders.
create or replace view orders.v_orders with (security_invoker = true) as
  select o.id, o.company_id, o.number, o.client_id, o.keeper_id, o.state, o.channel, o.taken_by, o.acting_for, o.ordered_on,
         o.price_column_id, o.payment_days, o.currency, o.total, o.uninvoiced, o.confirmed_at, o.shipped_on
    from orders.orders o;

create or replace view orders.v_order_lines with (security_invoker = true) as
  select l.id, l.company_id, l.order_id, l.keeper_id, l.position, l.product_id, l.quantity, l.list_price, l.unit_price,
         l.discount_bp, l.amount
    from orders.order_lines l;

create or replace view orders.v_client_terms with (security_invoker = true) as
  select t.company_id, t.client_id, t.keeper_id, t.price_column_id, t.payment_days, t.credit_limit, t.overdue_tolerance_days
    from orders.client_terms t;

create or replace view orders.v_shipments with (security_invoker = true) as
  select s.id, s.company_id, s.order_id, s.client_id, s.keeper_id, s.shipped_on, s.amount, s.currency, s.credited_to
    from orders.shipments s;

-- Sales: what was shipped, less what came back (negative). `credited_to` is whose sale it is for plan and pay; keeper_id
-- is who keeps the client now. Without products, for totals.
create or replace view orders.v_sales with (security_invoker = true) as
  select s.id, s.company_id, s.client_id, s.keeper_id, s.credited_to, s.shipped_on as day, s.amount, s.currency, 'shipment' as kind
    from orders.shipments s
  union all
  select r.id, r.company_id, r.client_id, r.keeper_id, r.credited_to, r.returned_on, -r.amount, r.currency, r.kind
    from orders.returns r;

create or replace view orders.v_product_sales with (security_invoker = true) as
  select s.id, s.company_id, s.client_id, s.keeper_id, s.credited_to, s.shipped_on as day, l.product_id, l.quantity, l.amount, s.currency,
         'shipment' as kind
    from orders.shipments s join orders.shipment_lines l on l.shipment_id = s.id
  union all
  select r.id, r.company_id, r.client_id, r.keeper_id, r.credited_to, r.returned_on, l.product_id, -l.quantity, -l.amount, r.currency, r.kind
    from orders.returns r join orders.return_lines l on l.return_id = r.id;

-- The timeline of a client: orders, shipments and returns. Of an order that was imported only the day is known.
create or replace view orders.v_timeline with (security_invoker = true) as
  select o.company_id, o.client_id, coalesce(case when o.import_id is null then o.confirmed_at end, app.start_of(o.ordered_on, o.company_id)) as at, 'order-confirmed' as kind, o.id,
         coalesce(o.taken_by, o.keeper_id) as employee_id,
         jsonb_build_object('number', o.number, 'amount', o.total, 'total', o.total, 'currency', o.currency, 'state', o.state,
           'channel', o.channel, 'actingFor', (select e.name from organization.employees e where e.id = o.acting_for),
           'onDay', o.confirmed_at is null or o.import_id is not null, 'href', '/orders/' || o.id) as data
    from orders.orders o where o.number is not null
  union all
  select o.company_id, o.client_id, a.at, 'credit-released', a.id, a.asked_by,
         jsonb_build_object('reason', a.reason, 'number', coalesce(o.number, ''), 'href', '/orders/' || o.id || '?tab=authority')
    from orders.authorizations a join orders.orders o on o.id = a.order_id
   where a.permit = 'orders.release-credit' and a.state = 'held' and a.reason <> ''
  union all
  select s.company_id, s.client_id, app.start_of(s.shipped_on, s.company_id), 'order-shipped', s.id, s.shipped_by,
         jsonb_build_object('number', o.number, 'amount', s.amount, 'currency', s.currency, 'shippedOn', s.shipped_on, 'onDay', true,
           'href', '/orders/' || s.order_id)
    from orders.shipments s join orders.orders o on o.id = s.order_id
  union all
  select r.company_id, r.client_id, app.start_of(r.returned_on, r.company_id), 'goods-returned', r.id, r.registered_by,
         jsonb_build_object('number', coalesce(nullif(r.number, ''), o.number), 'amount', -r.amount, 'currency', r.currency,
           'cause', r.cause, 'kind', r.kind, 'onDay', true, 'href', '/orders/' || r.order_id)
    from orders.returns r left join orders.orders o on o.id = r.order_id;

-- Which products the entries of the timeline are about.
create or replace view orders.v_timeline_products with (security_invoker = true) as
  select l.order_id as id, l.product_id, p.category_id from orders.order_lines l join catalog.v_products p on p.id = l.product_id
  union all
  select l.shipment_id, l.product_id, p.category_id from orders.shipment_lines l join catalog.v_products p on p.id = l.product_id
  union all
  select l.return_id, l.product_id, p.category_id from orders.return_lines l join catalog.v_products p on p.id = l.product_id;
