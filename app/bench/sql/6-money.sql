-- Every shipment is invoiced. Most invoices are paid around their due day, some later, a few in part or not at all.
create unlogged table bench.invoices as
select n, client_id, keeper_id, shipped_on, due_on, total, paid_on,
       case when paid_on >= :today then 0 when bench.share(n, 43) < 0.04 and age < 300 then total / 2 else total end as paid
  from bench.orders cross join lateral (select shipped_on + payment_days as due_on) d
 cross join lateral (select case when bench.share(n, 42) < 0.01 and age < 400 then 'infinity'::date
   else greatest(shipped_on + 1, due_on - 10 + floor(-12 * ln(1 - bench.share(n, 41)))::int) end as paid_on) p
 where state = 'shipped' and total > 1;
analyze bench.invoices;

insert into settlements.invoices (id, company_id, client_id, keeper_id, order_id, number, issued_on, due_on, amount, allocated, currency)
select bench.id(:company, 7, n), :company_id, client_id, keeper_id, bench.id(:company, 3, n), 'I' || lpad(n::text, 8, '0'), shipped_on, due_on, total, paid, 'EUR'
  from bench.invoices;

insert into settlements.payments (id, company_id, client_id, keeper_id, number, received_on, amount, allocated, currency, purpose, posted_by, posted_at)
select bench.id(:company, 8, n), :company_id, client_id, keeper_id, 'B' || lpad(n::text, 8, '0'), paid_on, paid, paid, 'EUR', 'Invoice I' || lpad(n::text, 8, '0'),
       bench.id(:company, 1, 3 + n % 2), paid_on::timestamptz + interval '11 hours'
  from bench.invoices where paid > 0;

insert into settlements.allocations (id, company_id, payment_id, invoice_id, amount, made_at)
select bench.id(:company, 9, n), :company_id, bench.id(:company, 8, n), bench.id(:company, 7, n), paid, paid_on::timestamptz + interval '11 hours'
  from bench.invoices where paid > 0;

insert into settlements.promises (id, company_id, client_id, keeper_id, invoice_id, amount, currency, promised_for, recorded_by, recorded_on, state, settled_on)
select bench.id(:company, 19, n), :company_id, client_id, keeper_id, bench.id(:company, 7, n), total - paid, 'EUR', promised, keeper_id, promised - 7,
       case when promised < :today then 'broken' else 'open' end, case when promised < :today then promised + 1 end
  from bench.invoices cross join lateral (select :today - 20 + floor(30 * bench.share(n, 45))::int as promised) p
 where paid < total and due_on < :today and bench.share(n, 44) < 0.2;
