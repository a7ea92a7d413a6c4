-- The rhythm of each client: kept by its orders themselves, whoever writes them.

-- What an order day counts for: the middle interval between days of order in the two years up to the last one. The same
-- as rules/judge-lapse.ts says of the same days; a test holds the two together.
create or replace function orders.rhythm_of(of_client uuid)
  returns table (last_on date, every_days int, due_on date, usual bigint) language sql stable set search_path = '' as $$
  with latest as (
    select max(o.ordered_on) as day from orders.orders o where o.client_id = of_client and o.number is not null and o.state <> 'cancelled'),
  counted as (
    select o.ordered_on, o.total from orders.orders o, latest l
     where o.client_id = of_client and o.number is not null and o.state <> 'cancelled' and o.ordered_on > l.day - 730),
  gaps as (
    select d.ordered_on - lag(d.ordered_on) over (order by d.ordered_on) as days from (select distinct ordered_on from counted) d),
  rhythm as (
    select percentile_cont(0.5) within group (order by g.days) as every from gaps g where g.days is not null having count(*) >= 2)
  select l.day, round(h.every::numeric)::int, l.day + ceil(h.every)::int,
         coalesce((select round(avg(c.total))::bigint from counted c), 0)
    from latest l left join rhythm h on true
$$;

-- Counts the rhythm of clients anew. Their rows are held first, always in one order, and the orders are read after: so an
-- order that was confirmed meanwhile is counted as well, and two acts cannot wait for each other crosswise.
-- Not security definer: only the triggers below, which run as the owner, may change a tally.
create or replace function orders.count_rhythms(of_clients uuid[]) returns void
  language plpgsql set search_path = '' as $$
begin
  if of_clients is null then return; end if;
  insert into orders.rhythms (client_id, company_id, keeper_id)
  select c.id, c.company_id, c.keeper_id from clients.clients c where c.id = any (of_clients) order by c.id on conflict do nothing;
  perform from orders.rhythms r where r.client_id = any (of_clients) order by r.client_id for update;
  update orders.rhythms r set last_on = n.last_on, every_days = n.every_days, due_on = n.due_on, usual = n.usual
    from unnest(of_clients) c cross join lateral orders.rhythm_of(c) n
   where r.client_id = c
     and (r.last_on, r.every_days, r.due_on, r.usual) is distinct from (n.last_on, n.every_days, n.due_on, n.usual);
end $$;

create or replace function orders.keep_rhythms() returns trigger
  language plpgsql security definer set search_path = '' as $$
begin
  if tg_op = 'INSERT' then
    perform orders.count_rhythms(array_agg(distinct n.client_id)) from new_rows n where n.number is not null and n.state <> 'cancelled';
  elsif tg_op = 'DELETE' then
    perform orders.count_rhythms(array_agg(distinct o.client_id)) from old_rows o where o.number is not null and o.state <> 'cancelled';
  else
    perform orders.count_rhythms(array_agg(distinct c.client_id))
      from new_rows n join old_rows o on o.id = n.id cross join lateral (values (n.client_id), (o.client_id)) c(client_id)
     where (n.client_id, n.ordered_on, n.total, n.number is not null and n.state <> 'cancelled')
           is distinct from (o.client_id, o.ordered_on, o.total, o.number is not null and o.state <> 'cancelled');
  end if;
  return null;
end $$;
create or replace trigger rhythms__count_added after insert on orders.orders
  referencing new table as new_rows for each statement execute function orders.keep_rhythms();
create or replace trigger rhythms__count_changed after update on orders.orders
  referencing old table as old_rows new table as new_rows for each statement execute function orders.keep_rhythms();
create or replace trigger rhythms__count_removed after delete on orders.orders
  referencing old table as old_rows for each statement execute function orders.keep_rhythms();
