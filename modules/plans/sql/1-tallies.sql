-- The tallies of plans keep themselves in the transaction of each shipment and return, whoever writes it: a fact on a
-- screen is never older than the order behind it, and no event can be lost or counted twice.

-- Whether sales that a substitute made count for the substitute on a day (the company's choice; else for the keeper).
create or replace function plans.substitute_is_credited(of_company uuid, on_day date) returns boolean
  language sql stable security definer set search_path = '' as $$
  select coalesce((select s.value = '"substitute"'::jsonb from platform.settings s
    where s.company_id = of_company and s.key = 'plans.substitution-credit' and s.scope_kind = 'company' and s.valid_from <= on_day
    order by s.valid_from desc limit 1), false)
$$;

-- Judges anew which of some clients, and of all cards with their tax numbers, are old customers registered anew.
-- Not security definer: the triggers that call it run as the owner, nobody else may change what it changes.
create or replace function plans.judge_new(of_clients uuid[]) returns void
  language sql set search_path = '' as $$
  with judged as (
    select s.client_id, exists (
        select from clients.clients o join plans.served_clients e on e.client_id = o.id
         where o.company_id = c.company_id and o.tax_number = c.tax_number and o.tax_number <> '' and o.id <> c.id
           and (e.first_shipped_on, e.client_id) < (s.first_shipped_on, s.client_id)) as anew
      from clients.clients named
      join clients.clients c on c.company_id = named.company_id and c.tax_number = named.tax_number
      join plans.served_clients s on s.client_id = c.id
     where named.id = any (of_clients) and named.tax_number <> ''
  )
  update plans.served_clients s set registered_anew = j.anew from judged j
   where j.client_id = s.client_id and s.registered_anew <> j.anew
$$;

create or replace function plans.tax_number_changed() returns trigger
  language plpgsql security definer set search_path = '' as $$
declare
  changed uuid[];
  left_behind uuid[];
begin
  select array_agg(n.id) into changed from new_rows n join old_rows o on o.id = n.id where n.tax_number <> o.tax_number;
  if changed is null then return null; end if;
  update plans.served_clients s set registered_anew = false where s.client_id = any (changed) and s.registered_anew;
  select array_agg(c.id) into left_behind from old_rows o
    join clients.clients c on c.company_id = o.company_id and c.tax_number = o.tax_number and o.tax_number <> ''
   where o.id = any (changed);
  perform plans.judge_new(changed || coalesce(left_behind, '{}'));
  return null;
end $$;
create or replace trigger plans__tax_number after update on clients.clients
  referencing old table as old_rows new table as new_rows for each statement execute function plans.tax_number_changed();

-- Rows are taken in the order of the key, so that two shipments at once cannot lock each other out.
create or replace function plans.count_shipments() returns trigger
  language plpgsql security definer set search_path = '' as $$
declare
  sign int := case tg_op when 'INSERT' then 1 else -1 end;
  begun uuid[];
begin
  insert into plans.daily_sales as d (company_id, employee_id, day, currency, amount, shipments)
  select c.company_id, c.credited_to, c.shipped_on, c.currency, sign * sum(c.amount), sign * count(*)
    from changed c group by 1, 2, 3, 4 order by 1, 2, 3, 4
  on conflict (company_id, employee_id, day, currency) do update
    set amount = d.amount + excluded.amount, shipments = d.shipments + excluded.shipments;
  if tg_op = 'INSERT' then
    with told as (
      insert into plans.served_clients as s (client_id, company_id, keeper_id, first_shipped_on, first_credited_to, last_shipped_on)
      select distinct on (c.client_id) c.client_id, c.company_id, c.keeper_id, c.shipped_on, c.credited_to,
             max(c.shipped_on) over (partition by c.client_id)
        from changed c order by c.client_id, c.shipped_on, c.id
      on conflict (client_id) do update
        set first_credited_to = case when excluded.first_shipped_on < s.first_shipped_on then excluded.first_credited_to else s.first_credited_to end,
            first_shipped_on = least(s.first_shipped_on, excluded.first_shipped_on),
            last_shipped_on = greatest(s.last_shipped_on, excluded.last_shipped_on)
        where excluded.first_shipped_on < s.first_shipped_on or excluded.last_shipped_on > s.last_shipped_on
      returning with (old as before, new as told) told.client_id, told.first_shipped_on is distinct from before.first_shipped_on as is_first
    )
    select array_agg(t.client_id) filter (where t.is_first) into begun from told t;
    if begun is not null then perform plans.judge_new(begun); end if;
    insert into plans.transferred_sales (company_id, sale_id, client_id, from_id, to_id, day, amount, currency)
    select c.company_id, c.id, c.client_id, c.credited_to, o.taken_by, c.shipped_on, c.amount, c.currency
      from changed c join orders.orders o on o.id = c.order_id
     where o.acting_for = c.credited_to and o.taken_by <> c.credited_to
       and plans.substitute_is_credited(c.company_id, c.shipped_on);
  else
    delete from plans.transferred_sales t using changed c where t.sale_id = c.id;
    delete from plans.served_clients s using (select distinct client_id from changed) c where s.client_id = c.client_id;
    insert into plans.served_clients (client_id, company_id, keeper_id, first_shipped_on, first_credited_to, last_shipped_on)
    select distinct on (s.client_id) s.client_id, s.company_id, s.keeper_id, s.shipped_on, s.credited_to,
           max(s.shipped_on) over (partition by s.client_id)
      from orders.shipments s where s.client_id in (select c.client_id from changed c)
     order by s.client_id, s.shipped_on, s.id;
    perform plans.judge_new(array(select distinct c.client_id from changed c));
  end if;
  return null;
end $$;
create or replace trigger plans__count_added after insert on orders.shipments
  referencing new table as changed for each statement execute function plans.count_shipments();
create or replace trigger plans__count_removed after delete on orders.shipments
  referencing old table as changed for each statement execute function plans.count_shipments();

create or replace function plans.count_returns() returns trigger
  language plpgsql security definer set search_path = '' as $$
declare
  sign int := case tg_op when 'INSERT' then -1 else 1 end;
begin
  insert into plans.daily_sales as d (company_id, employee_id, day, currency, amount, shipments)
  select c.company_id, c.credited_to, c.returned_on, c.currency, sign * sum(c.amount), 0
    from changed c group by 1, 2, 3, 4 order by 1, 2, 3, 4
  on conflict (company_id, employee_id, day, currency) do update set amount = d.amount + excluded.amount;
  if tg_op = 'INSERT' then
    insert into plans.transferred_sales (company_id, sale_id, client_id, from_id, to_id, day, amount, currency)
    select distinct on (c.id) c.company_id, c.id, c.client_id, c.credited_to, t.to_id, c.returned_on, -c.amount, c.currency
      from changed c join orders.shipments s on s.order_id = c.order_id join plans.transferred_sales t on t.sale_id = s.id
     where t.from_id = c.credited_to order by c.id;
  else
    delete from plans.transferred_sales t using changed c where t.sale_id = c.id;
  end if;
  return null;
end $$;
create or replace trigger plans__count_added after insert on orders.returns
  referencing new table as changed for each statement execute function plans.count_returns();
create or replace trigger plans__count_removed after delete on orders.returns
  referencing old table as changed for each statement execute function plans.count_returns();

-- What of a return changed later: its amount or day while it is being entered.
create or replace function plans.recount_returns() returns trigger
  language plpgsql security definer set search_path = '' as $$
begin
  insert into plans.daily_sales as d (company_id, employee_id, day, currency, amount, shipments)
  select x.company_id, x.credited_to, x.returned_on, x.currency, sum(x.amount), 0
    from (select company_id, credited_to, returned_on, currency, -amount as amount from new_rows
          union all select company_id, credited_to, returned_on, currency, amount from old_rows) x
   group by 1, 2, 3, 4 having sum(x.amount) <> 0 order by 1, 2, 3, 4
  on conflict (company_id, employee_id, day, currency) do update set amount = d.amount + excluded.amount;
  update plans.transferred_sales t set amount = -n.amount, day = n.returned_on
    from new_rows n where t.sale_id = n.id and (t.amount, t.day) is distinct from (-n.amount, n.returned_on);
  return null;
end $$;
create or replace trigger plans__recount after update on orders.returns
  referencing old table as old_rows new table as new_rows for each statement execute function plans.recount_returns();

-- A transferred sale leaves the keeper's day and enters the substitute's. They are few, so row by row.
create or replace function plans.count_transfer() returns trigger
  language plpgsql security definer set search_path = '' as $$
begin
  if tg_op <> 'INSERT' then
    perform plans.move_sale(old.company_id, old.to_id, old.from_id, old.day, old.currency, old.amount);
  end if;
  if tg_op <> 'DELETE' then
    perform plans.move_sale(new.company_id, new.from_id, new.to_id, new.day, new.currency, new.amount);
  end if;
  return null;
end $$;
create or replace function plans.move_sale(of_company uuid, from_employee uuid, to_employee uuid, on_day date, in_currency char(3), moved bigint)
  returns void language sql as $$
  insert into plans.daily_sales as d (company_id, employee_id, day, currency, amount, shipments)
  select of_company, m.employee_id, on_day, in_currency, m.sign * moved, m.sign * (moved > 0)::int
    from (values (from_employee, -1), (to_employee, 1)) m(employee_id, sign) order by m.employee_id
  on conflict (company_id, employee_id, day, currency) do update
    set amount = d.amount + excluded.amount, shipments = d.shipments + excluded.shipments
$$;
create or replace trigger transfer__count after insert or update or delete on plans.transferred_sales
  for each row execute function plans.count_transfer();

-- What was settled stays, whoever asks.
create or replace function plans.settled_stays() returns trigger language plpgsql as $$
begin
  raise exception 'a settled statement stays' using errcode = '23514', constraint = 'pay_statements__settled_stays';
end $$;
create or replace trigger pay_statements__settled_stays before update or delete on plans.pay_statements
  for each row execute function plans.settled_stays();

-- A plan that was set stays as it was set: it may be approved once, and superseded once.
create or replace function plans.plan_stays() returns trigger language plpgsql as $$
declare
  fixed text[] := array['state', 'approved_by', 'approved_at', 'override_reason', 'superseded_at'];
begin
  if to_jsonb(old) - fixed is distinct from to_jsonb(new) - fixed or old.superseded_at is not null
     or (old.state = 'approved' and (to_jsonb(old) - 'superseded_at') is distinct from (to_jsonb(new) - 'superseded_at')) then
    raise exception 'a plan that was set stays' using errcode = '23514', constraint = 'plans__stays';
  end if;
  return new;
end $$;
create or replace trigger plans__stays before update on plans.plans for each row execute function plans.plan_stays();

-- The approved parts of a plan, by product group and by client each for itself, never add up to more than the approved whole.
-- Judged when the transaction ends, since a whole and its parts change together. The whole is held meanwhile: two acts cannot
-- each add what fits alone.
create or replace function plans.keep_parts_within() returns trigger
  language plpgsql security definer set search_path = '' as $$
declare
  sums record;
begin
  perform from plans.plans p
   where p.company_id = new.company_id and p.month = new.month and p.metric = new.metric and p.superseded_at is null
     and (p.employee_id = new.employee_id or p.department_id = new.department_id)
     and p.state = 'approved' and p.category_id is null and p.client_id is null for no key update;
  select coalesce(sum(p.amount) filter (where p.category_id is null and p.client_id is null), 0) as whole,
         coalesce(sum(p.amount) filter (where p.category_id is not null), 0) as by_category,
         coalesce(sum(p.amount) filter (where p.client_id is not null), 0) as by_client into sums
    from plans.plans p
   where p.company_id = new.company_id and p.month = new.month and p.metric = new.metric and p.superseded_at is null
     and (p.employee_id = new.employee_id or p.department_id = new.department_id) and p.state = 'approved';
  if greatest(sums.by_category, sums.by_client) > sums.whole then
    raise exception 'the parts of a plan exceed it' using errcode = '23514', constraint = 'plans__parts_within';
  end if;
  return null;
end $$;
drop trigger if exists plans__parts_within on plans.plans;
create constraint trigger plans__parts_within after insert or update on plans.plans deferrable initially deferred
  for each row when (new.metric = 'sales' and new.state = 'approved') execute function plans.keep_parts_within();
