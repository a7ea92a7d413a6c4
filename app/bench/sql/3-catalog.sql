-- 5,000 products in 20 categories, with list prices and three columns by discount.
insert into catalog.categories (id, company_id, name)
select bench.id(:company, 15, n), :company_id, 'Group ' || n from generate_series(1, 20) n;

insert into catalog.products (id, company_id, code, name, category_id, barcode)
select bench.id(:company, 12, n), :company_id, 'P' || lpad(n::text, 5, '0'), initcap(bench.word(n * 17 % 64000)) || ' ' || bench.word(n * 29 % 64000) || ' ' || n % 40 * 5,
       bench.id(:company, 15, 1 + n % 20), (4000000000000 + n)::text
  from generate_series(1, 5000) n;

insert into catalog.price_columns (id, company_id, number, name, discount_bp, min_monthly_sales)
select bench.id(:company, 13, n), :company_id, n, 'Column ' || n, case when n > 1 then (n - 1) * 300 end, case when n > 1 then (n - 1) * 500000 end
  from generate_series(1, 4) n;

insert into catalog.prices (company_id, product_id, column_id, amount, currency, valid)
select :company_id, bench.id(:company, 12, n), bench.id(:company, 13, 1), bench.price(n), 'EUR', daterange(:today - 1100, null) from generate_series(1, 5000) n;
