-- Five orders for two clients, one to seven lines each, over the two years up to yesterday, in the order of their days: ten
-- lines a client. The orders are laid out first, since shipments, invoices and payments follow from them.
create unlogged table bench.orders as
select n, client, bench.id(:company, 2, client) as client_id, bench.keeper(:company, client, :keepers) as keeper_id, day, :today - day as age,
       state, least(day + 1 + (n % 3)::int, :today) as shipped_on, lines, total, bench.payment_days(client) as payment_days
  from generate_series(1, :clients::bigint * 5 / 2) n
 cross join lateral (select :today - 730 + (730 * (n - 1) / (:clients::bigint * 5 / 2))::int as day) d
 cross join lateral (select bench.buyer(n, :clients, :today - day < 400) as client, bench.state(n, :today - day) as state, 1 + (n % 7)::int as lines) o
 cross join lateral (select sum(bench.amount(n * 8 + p))::bigint as total from generate_series(1, lines) p) l;
analyze bench.orders;

insert into orders.orders (id, company_id, number, client_id, keeper_id, state, channel, taken_by, ordered_on, price_column_id, payment_days, currency, total,
  line_count, uninvoiced, content_hash, confirmed_at, confirmed_by, enter_by, entered_at, entered_by, entered_total, checked_at, checked_by, shipped_on,
  cancelled_at, cancel_reason, created_at, asked_revision)
select bench.id(:company, 3, n), :company_id, case when decided then to_char(day, 'YYYY') || '-' || lpad(n::text, 8, '0') end, client_id, keeper_id, state,
       case when n % 5 = 0 then 'email' else 'phone' end, keeper_id, day, bench.id(:company, 13, 1 + client % 3), payment_days, 'EUR', total, lines,
       case when state in ('confirmed', 'asked-back', 'entered') then total else 0 end, 'bench',
       case when decided then at end, case when decided then keeper_id end, case when decided then at + interval '4 hours' end,
       case when entered then at + interval '2 hours' end, case when entered then bench.id(:company, 1, 5 + n % 6) end, case when entered then total end,
       case when entered and age > 2 then at + interval '5 hours' end, case when entered and age > 2 then keeper_id end,
       case when state = 'shipped' then shipped_on end, case when state = 'cancelled' then at + interval '1 day' end,
       case when state = 'cancelled' then 'The client changed its mind' else '' end, at - interval '10 minutes', case when state = 'waiting' then 1 end
  from bench.orders
 cross join lateral (select state in ('confirmed', 'asked-back', 'entered', 'shipped') as decided, state in ('entered', 'shipped') as entered,
   day::timestamptz + interval '8 hours' + (n % 480) * interval '1 minute' as at) x;

insert into orders.order_lines (id, company_id, order_id, keeper_id, position, product_id, quantity, list_price, column_price, unit_price, discount_bp, amount)
select bench.id(:company, 4, line), :company_id, bench.id(:company, 3, n), keeper_id, p, bench.id(:company, 12, product), bench.quantity(line),
       bench.price(product), bench.price(product), bench.price(product), bench.discount(line), bench.amount(line)
  from bench.orders cross join generate_series(1, lines) p
 cross join lateral (select n * 8 + p as line, bench.product(n * 8 + p) as product) l;

insert into orders.number_series (company_id, year, last)
select :company_id, extract(year from :today)::int, :clients::bigint * 5 / 2 on conflict (company_id, year) do update set last = excluded.last;

insert into orders.shipments (id, company_id, order_id, client_id, keeper_id, shipped_on, amount, currency, credited_to, shipped_by, created_at)
select bench.id(:company, 5, n), :company_id, bench.id(:company, 3, n), client_id, keeper_id, shipped_on, total, 'EUR', keeper_id,
       bench.id(:company, 1, 5 + n % 6), shipped_on::timestamptz + interval '12 hours'
  from bench.orders where state = 'shipped';

insert into orders.shipment_lines (id, company_id, shipment_id, keeper_id, position, product_id, quantity, amount)
select bench.id(:company, 6, line), :company_id, bench.id(:company, 5, n), keeper_id, p, bench.id(:company, 12, bench.product(line)), bench.quantity(line), bench.amount(line)
  from bench.orders cross join generate_series(1, lines) p cross join lateral (select n * 8 + p as line) l where state = 'shipped';

-- What waits for a decision is asked of the head.
insert into mandates.requests (id, company_id, permit, subject_kind, subject_id, subject_label, asked_by, asked_of, keeper_id, about_id, figures, excess, content_hash, reason, asked_at, due_at)
select bench.id(:company, 20, n), :company_id, 'orders.discount', 'order', bench.id(:company, 3, n), 'Order ' || n, keeper_id,
       (select r.superior_id from organization.reporting_lines r where r.employee_id = o.keeper_id), keeper_id, client_id, '{"percent": 700}',
       '[{"dimension": "percent", "limit": 500, "figure": 700}]', 'bench', 'The client compares with another offer', day::timestamptz + interval '10 hours', day::timestamptz + interval '18 hours'
  from bench.orders o where state = 'waiting';
insert into orders.authorizations (company_id, order_id, keeper_id, permit, figures, content_hash, state, request_id, asked_by, at)
select :company_id, bench.id(:company, 3, n), keeper_id, 'orders.discount', '{"percent": 700}', 'bench', 'asked', bench.id(:company, 20, n), keeper_id, day::timestamptz + interval '10 hours'
  from bench.orders o where state = 'waiting';
