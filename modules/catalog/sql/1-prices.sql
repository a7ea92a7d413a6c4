-- The price of a product in a column on a day: its own price, else the list price less the column's discount, rounded
-- half up to the minor unit. No row where there is no price.
create or replace function catalog.prices_on(products uuid[], in_column uuid, on_day date)
  returns table (product_id uuid, list_price bigint, unit_price bigint, currency char(3)) language sql stable as $$
  select p.id, l.amount,
         coalesce(own.amount, (l.amount * (10000 - c.discount_bp) + 5000) / 10000),
         coalesce(own.currency, l.currency)
    from catalog.products p
    join catalog.price_columns c on c.id = in_column
    join catalog.price_columns first on first.company_id = c.company_id and first.number = 1
    left join catalog.prices l on l.product_id = p.id and l.column_id = first.id and l.valid @> on_day
    left join catalog.prices own on own.product_id = p.id and own.column_id = c.id and own.valid @> on_day
   where p.id = any (products) and (own.amount is not null or (l.amount is not null and c.discount_bp is not null))
$$;
