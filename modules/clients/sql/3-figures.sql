-- What the modules above tell about a client, for lists. They call these after their own change, which row security has
-- judged; here only the company is checked.

create or replace function clients.tell_contact(of_client uuid, on_day date) returns void
  language sql security definer set search_path = '' as $$
  update clients.figures f set last_contact_on = greatest(f.last_contact_on, on_day)
   where f.client_id = of_client and f.company_id = app.company() and f.last_contact_on is distinct from greatest(f.last_contact_on, on_day)
$$;

create or replace function clients.tell_sales(of_client uuid, shipped_12m bigint, ordered_on date) returns void
  language sql security definer set search_path = '' as $$
  update clients.figures f set sales_12m = shipped_12m, last_order_on = greatest(f.last_order_on, ordered_on)
   where f.client_id = of_client and f.company_id = app.company()
$$;

-- Of many clients at once, after an import was ended or taken back.
create or replace function clients.tell_many_sales(of_clients uuid[], shipped_12m bigint[], ordered_on date[]) returns void
  language plpgsql security definer set search_path = '' as $$
begin
  update clients.figures f set sales_12m = t.sales, last_order_on = t.last_on
    from unnest(of_clients, shipped_12m, ordered_on) t(id, sales, last_on)
   where f.client_id = t.id and f.company_id = app.company() and (f.sales_12m, f.last_order_on) is distinct from (t.sales, t.last_on);
  update clients.clients c set status = 'active'
    from unnest(of_clients, ordered_on) t(id, last_on)
   where c.id = t.id and c.company_id = app.company() and c.status <> 'active' and t.last_on is not null;
end $$;

create or replace function clients.tell_debt(of_client uuid, owed_now bigint, overdue_now bigint, oldest date) returns void
  language sql security definer set search_path = '' as $$
  update clients.figures f set owed = owed_now, overdue = overdue_now, oldest_due_on = oldest
   where f.client_id = of_client and f.company_id = app.company()
$$;

-- A first order makes a potential client active, and a lapsed one active again.
create or replace function clients.tell_order(of_client uuid, ordered_on date) returns void
  language plpgsql security definer set search_path = '' as $$
begin
  update clients.figures f set last_order_on = ordered_on
   where f.client_id = of_client and f.company_id = app.company() and (f.last_order_on is null or f.last_order_on < ordered_on);
  -- Asked first: an update of no row wakes all that listens to clients.
  if exists (select from clients.clients c where c.id = of_client and c.company_id = app.company() and c.status <> 'active') then
    update clients.clients c set status = 'active'
     where c.id = of_client and c.company_id = app.company() and c.status <> 'active';
  end if;
end $$;

-- How many clients of an employee were active on a day: today by the clients themselves, before by their histories.
create or replace function clients.active_base(of_employee uuid, on_day date) returns bigint language sql stable as $$
  select case when on_day >= app.today(app.company()) then
    (select count(*) from clients.clients c where c.company_id = (select app.company()) and c.keeper_id = of_employee and c.status = 'active')
  else
    (select count(*) from clients.keepers k join clients.statuses s on s.client_id = k.client_id and s.valid @> on_day
      where k.keeper_id = of_employee and k.company_id = (select app.company()) and k.valid @> on_day and s.status = 'active')
  end
$$;

-- Whether any client of the company has the code, in reach or not.
create or replace function clients.code_taken(wanted text) returns boolean
  language sql stable security definer set search_path = '' as $$
  select exists (select from clients.clients c where c.company_id = app.company() and c.code = wanted)
$$;
