-- Sales by product group keep themselves like those by day: in the transaction of each line, whoever writes it. A line stands
-- with whom its sale is credited to, or with the substitute whom it was transferred to.

-- Adds changes, of products that have a group. Rows are taken in the order of the key, so that two acts cannot lock each
-- other out. Not security definer: the triggers that call it run as the owner, nobody else may change a tally.
create or replace function plans.add_group_sales(changes plans.group_change[]) returns void
  language sql set search_path = '' as $$
  insert into plans.group_sales as g (company_id, month, employee_id, currency, category_id, amount)
  select c.company_id, date_trunc('month', c.day)::date, c.employee_id, c.currency, p.category_id, sum(c.amount)
    from unnest(changes) c join catalog.products p on p.id = c.product_id
   where p.category_id is not null
   group by 1, 2, 3, 4, 5 having sum(c.amount) <> 0 order by 1, 2, 3, 4, 5
  on conflict (company_id, month, employee_id, currency, category_id) do update set amount = g.amount + excluded.amount
$$;

create or replace function plans.count_shipment_lines() returns trigger
  language plpgsql security definer set search_path = '' as $$
begin
  -- Lines that go with their shipment find it no more: they were counted out before it went.
  perform plans.add_group_sales(array_agg((s.company_id, coalesce(t.to_id, s.credited_to), s.shipped_on, s.currency, l.product_id,
      case tg_op when 'INSERT' then l.amount else -l.amount end)::plans.group_change))
    from changed l join orders.shipments s on s.id = l.shipment_id left join plans.transferred_sales t on t.sale_id = s.id;
  return null;
end $$;
create or replace trigger plans__count_added after insert on orders.shipment_lines
  referencing new table as changed for each statement execute function plans.count_shipment_lines();
create or replace trigger plans__count_removed after delete on orders.shipment_lines
  referencing old table as changed for each statement execute function plans.count_shipment_lines();

create or replace function plans.count_return_lines() returns trigger
  language plpgsql security definer set search_path = '' as $$
begin
  perform plans.add_group_sales(array_agg((r.company_id, coalesce(t.to_id, r.credited_to), r.returned_on, r.currency, l.product_id,
      case tg_op when 'INSERT' then -l.amount else l.amount end)::plans.group_change))
    from changed l join orders.returns r on r.id = l.return_id left join plans.transferred_sales t on t.sale_id = r.id;
  return null;
end $$;
create or replace trigger plans__count_added after insert on orders.return_lines
  referencing new table as changed for each statement execute function plans.count_return_lines();
create or replace trigger plans__count_removed after delete on orders.return_lines
  referencing old table as changed for each statement execute function plans.count_return_lines();

create or replace function plans.recount_return_lines() returns trigger
  language plpgsql security definer set search_path = '' as $$
begin
  perform plans.add_group_sales(array_agg((r.company_id, coalesce(t.to_id, r.credited_to), r.returned_on, r.currency, l.product_id,
      l.amount)::plans.group_change))
    from (select o.return_id, o.product_id, o.amount from old_rows o union all select n.return_id, n.product_id, -n.amount from new_rows n) l
    join orders.returns r on r.id = l.return_id left join plans.transferred_sales t on t.sale_id = r.id;
  return null;
end $$;
create or replace trigger plans__recount after update on orders.return_lines
  referencing old table as old_rows new table as new_rows for each statement execute function plans.recount_return_lines();

-- The lines of a sale, as they count: what came back is negative.
create or replace function plans.lines_of_sale(sale uuid) returns table (product_id uuid, amount bigint)
  language sql stable set search_path = '' as $$
  select l.product_id, l.amount from orders.shipment_lines l where l.shipment_id = sale
  union all
  select l.product_id, -l.amount from orders.return_lines l where l.return_id = sale
$$;

-- A shipment or return that goes takes its lines along: they are counted out while they can still be read.
create or replace function plans.uncount_sale() returns trigger
  language plpgsql security definer set search_path = '' as $$
declare
  gone jsonb := to_jsonb(old);
begin
  perform plans.add_group_sales(array_agg((old.company_id, coalesce(t.to_id, old.credited_to),
      coalesce(gone ->> 'shipped_on', gone ->> 'returned_on')::date, old.currency, l.product_id, -l.amount)::plans.group_change))
    from plans.lines_of_sale(old.id) l left join plans.transferred_sales t on t.sale_id = old.id;
  return old;
end $$;
create or replace trigger plans__uncount before delete on orders.shipments for each row execute function plans.uncount_sale();
create or replace trigger plans__uncount before delete on orders.returns for each row execute function plans.uncount_sale();

-- What of a return changed later: its day while it is being entered. A transfer of it moves by itself.
create or replace function plans.move_return_lines() returns trigger
  language plpgsql security definer set search_path = '' as $$
begin
  perform plans.add_group_sales(array_agg((m.company_id, m.credited_to, m.day, m.currency, l.product_id, m.sign * l.amount)::plans.group_change))
    from old_rows o join new_rows n on n.id = o.id
      and (o.returned_on, o.credited_to, o.currency) is distinct from (n.returned_on, n.credited_to, n.currency)
    cross join lateral (values (o.company_id, o.credited_to, o.returned_on, o.currency, 1), (n.company_id, n.credited_to, n.returned_on, n.currency, -1))
      m(company_id, credited_to, day, currency, sign)
    join orders.return_lines l on l.return_id = n.id;
  return null;
end $$;
create or replace trigger plans__move_lines after update on orders.returns
  referencing old table as old_rows new table as new_rows for each statement execute function plans.move_return_lines();

-- A transferred sale takes its lines along. Transfers are few, so row by row.
create or replace function plans.transfer_lines() returns trigger
  language plpgsql security definer set search_path = '' as $$
begin
  if tg_op <> 'INSERT' then perform plans.move_lines(old.sale_id, old.company_id, old.to_id, old.from_id, old.day, old.currency); end if;
  if tg_op <> 'DELETE' then perform plans.move_lines(new.sale_id, new.company_id, new.from_id, new.to_id, new.day, new.currency); end if;
  return null;
end $$;
create or replace function plans.move_lines(sale uuid, of_company uuid, from_employee uuid, to_employee uuid, on_day date, in_currency char(3))
  returns void language sql set search_path = '' as $$
  select plans.add_group_sales(array_agg((of_company, m.employee_id, on_day, in_currency, l.product_id, m.sign * l.amount)::plans.group_change))
    from plans.lines_of_sale(sale) l cross join (values (from_employee, -1), (to_employee, 1)) m(employee_id, sign)
$$;
create or replace trigger transfer__lines after insert or update or delete on plans.transferred_sales
  for each row execute function plans.transfer_lines();

-- A product that passes to another group takes all that was ever sold of it along.
create or replace function plans.product_regrouped() returns trigger
  language plpgsql security definer set search_path = '' as $$
begin
  if not exists (select from old_rows o join new_rows n on n.id = o.id and n.category_id is distinct from o.category_id) then return null; end if;
  insert into plans.group_sales as g (company_id, month, employee_id, currency, category_id, amount)
  select x.company_id, date_trunc('month', x.day)::date, x.employee_id, x.currency, m.category_id, sum(m.sign * x.amount)
    from old_rows o join new_rows n on n.id = o.id and n.category_id is distinct from o.category_id
    join lateral (
      select s.company_id, coalesce(t.to_id, s.credited_to) as employee_id, s.shipped_on as day, s.currency, l.amount
        from orders.shipment_lines l join orders.shipments s on s.id = l.shipment_id left join plans.transferred_sales t on t.sale_id = s.id
       where l.product_id = n.id
      union all
      select r.company_id, coalesce(t.to_id, r.credited_to), r.returned_on, r.currency, -l.amount
        from orders.return_lines l join orders.returns r on r.id = l.return_id left join plans.transferred_sales t on t.sale_id = r.id
       where l.product_id = n.id
    ) x on true
    cross join lateral (values (o.category_id, -1), (n.category_id, 1)) m(category_id, sign)
   where m.category_id is not null
   group by 1, 2, 3, 4, 5 having sum(m.sign * x.amount) <> 0 order by 1, 2, 3, 4, 5
  on conflict (company_id, month, employee_id, currency, category_id) do update set amount = g.amount + excluded.amount;
  return null;
end $$;
create or replace trigger plans__regrouped after update on catalog.products
  referencing old table as old_rows new table as new_rows for each statement execute function plans.product_regrouped();
