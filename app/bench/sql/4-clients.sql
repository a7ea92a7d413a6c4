-- The clients with their people, terms and histories. A client is entered before its first order.
insert into clients.clients (id, company_id, code, name, legal_name, status, class, keeper_id, segment, source, country, city, address, phone, email,
  tax_number, since, created_at)
select bench.id(:company, 2, n), :company_id, 'C' || lpad(n::text, 7, '0'), name, name, bench.status(n), bench.class(n), bench.keeper(:company, n, :keepers),
       'Segment ' || 1 + floor(12 * bench.share(n, 11))::int, 'trade fair', (array['DE', 'AT', 'CH', 'FR', 'PL', 'IT', 'NL', 'BE'])[1 + floor(8 * bench.share(n, 12))::int],
       initcap(bench.word(200 * floor(300 * bench.share(n, 13))::int)), 'Street ' || n % 200, '+49 30 ' || lpad(n::text, 8, '0'), 'office' || n || '@client.example',
       'DE' || lpad((n * 7919 % 1000000000)::text, 9, '0'), since, since::timestamptz
  from generate_series(1, :clients::bigint) n
 cross join lateral (select initcap(bench.word(floor(64000 * bench.share(n, 14))::int)) || ' ' || initcap(bench.word(floor(64000 * bench.share(n, 15))::int))
       || (array[' GmbH', ' AG', ' KG', ' Handel', ' & Co', ' Group'])[1 + floor(6 * bench.share(n, 16))::int] as name,
     :today - (case when bench.status(n) = 'potential' then 20 + 400 * bench.share(n, 17) else 740 + 1000 * bench.share(n, 17) end)::int as since) c;

insert into clients.words (company_id, word)
select distinct :company_id, w from clients.clients c, clients.words_of(c.name) w where c.company_id = :company_id on conflict do nothing;

insert into clients.keepers (company_id, client_id, keeper_id, valid, set_at)
select company_id, id, keeper_id, daterange(since, null), created_at from clients.clients where company_id = :company_id;

insert into clients.statuses (company_id, client_id, status, valid)
select company_id, id, status, daterange(since, null) from clients.clients where company_id = :company_id;

insert into clients.class_changes (company_id, client_id, class_after, changed_at)
select company_id, id, class, created_at from clients.clients where company_id = :company_id and class is not null;

insert into clients.contacts (company_id, client_id, keeper_id, name, title, level, decision_role, phone, email, is_main, created_at)
select :company_id, bench.id(:company, 2, n), bench.keeper(:company, n, :keepers), initcap(bench.word((n * 3 % 64000)::int)) || ' ' || initcap(bench.word((n * 11 % 64000)::int)),
       case when second then 'Buyer' else 'Head of purchasing' end, case when second then 'specialist' else 'middle' end, case when second then 'orders' else 'decides' end,
       '+49 40 ' || lpad(n::text, 8, '0'), 'person' || n || '@client.example', not second, :today::timestamptz - interval '400 days'
  from generate_series(1, :clients::bigint) n cross join (values (false), (true)) v(second) where not second or n % 2 = 0;

insert into orders.client_terms (company_id, client_id, keeper_id, price_column_id, payment_days, credit_limit, overdue_tolerance_days, set_at)
select :company_id, bench.id(:company, 2, n), bench.keeper(:company, n, :keepers), bench.id(:company, 13, 1 + n % 3), bench.payment_days(n), 2000000000, 365, :today::timestamptz
  from generate_series(1, :clients::bigint) n where bench.status(n) <> 'potential';
