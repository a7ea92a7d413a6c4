-- What other modules may read of the catalogue.
create or replace view catalog.v_products with (security_invoker = true) as
  select p.id, p.company_id, p.code, p.name, p.category_id, g.name as category, p.unit, p.pack, p.barcode, p.active
    from catalog.products p left join catalog.categories g on g.id = p.category_id;

create or replace view catalog.v_price_columns with (security_invoker = true) as
  select c.id, c.company_id, c.number, c.name, c.discount_bp, c.min_monthly_sales from catalog.price_columns c;
