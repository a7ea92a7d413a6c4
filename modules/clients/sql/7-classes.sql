-- The class of every client of the company by its share of the sales of twelve months (see rules/class-share.ts). Reads as
-- the owner: a class is a client's place among all, whoever asks; only clients in reach are told.
create or replace function clients.classes_by_sales(up_to_key int, up_to_a int, up_to_b int)
  returns table (id uuid, sales bigint, share_bp int, proposed text)
  language sql stable security definer set search_path = '' as $$
  with ranked as (
    select f.client_id, f.keeper_id, f.sales_12m,
           coalesce(sum(f.sales_12m) over (order by f.sales_12m desc, f.client_id rows between unbounded preceding and 1 preceding), 0) as before,
           sum(f.sales_12m) over () as total
      from clients.figures f where f.company_id = app.company()
  )
  select r.client_id, r.sales_12m, (case when r.total > 0 then round(r.sales_12m * 10000 / r.total) else 0 end)::int,
         case when r.sales_12m <= 0 or r.total <= 0 then 'C'
              when r.before * 10000 < up_to_key * r.total then 'key'
              when r.before * 10000 < up_to_a * r.total then 'A'
              when r.before * 10000 < up_to_b * r.total then 'B'
              else 'C' end
    from ranked r
   where app.may_all('clients.read') or (app.may('clients.read') and r.keeper_id = any (app.reach()))
$$;
