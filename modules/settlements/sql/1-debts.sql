-- The tally of debts by keeper and age: kept by the invoices themselves, aged every night.

-- Adds changes of what is open to the tally. The rows of the keepers are held first, always in one order, so that the day
-- that their ages are of cannot change meanwhile and two acts cannot wait for each other crosswise.
-- Not security definer: only the triggers below, which run as the owner, may change a tally.
create or replace function settlements.add_debts(changes settlements.debt_change[]) returns void
  language plpgsql set search_path = '' as $$
begin
  if changes is null then return; end if;
  insert into settlements.debts (company_id, keeper_id, as_of)
  select distinct c.company_id, c.keeper_id, app.today(c.company_id) from unnest(changes) c order by 1, 2 on conflict do nothing;
  perform from settlements.debts d where (d.company_id, d.keeper_id) in (select c.company_id, c.keeper_id from unnest(changes) c)
    order by d.company_id, d.keeper_id for update;
  update settlements.debts d set not_due = d.not_due + s.not_due, to_30 = d.to_30 + s.to_30, to_60 = d.to_60 + s.to_60,
         to_90 = d.to_90 + s.to_90, over_90 = d.over_90 + s.over_90
    from (select c.company_id, c.keeper_id,
            coalesce(sum(c.amount) filter (where c.due_on >= k.as_of), 0) as not_due,
            coalesce(sum(c.amount) filter (where c.due_on < k.as_of and c.due_on >= k.as_of - 30), 0) as to_30,
            coalesce(sum(c.amount) filter (where c.due_on < k.as_of - 30 and c.due_on >= k.as_of - 60), 0) as to_60,
            coalesce(sum(c.amount) filter (where c.due_on < k.as_of - 60 and c.due_on >= k.as_of - 90), 0) as to_90,
            coalesce(sum(c.amount) filter (where c.due_on < k.as_of - 90), 0) as over_90
            from unnest(changes) c join settlements.debts k on k.company_id = c.company_id and k.keeper_id = c.keeper_id
           group by c.company_id, c.keeper_id) s
   where d.company_id = s.company_id and d.keeper_id = s.keeper_id;
end $$;

create or replace function settlements.count_debts() returns trigger
  language plpgsql security definer set search_path = '' as $$
begin
  if tg_op = 'INSERT' then
    perform settlements.add_debts(array_agg((n.company_id, n.keeper_id, n.due_on, n.open_amount)::settlements.debt_change))
      from new_rows n where n.open_amount <> 0;
  elsif tg_op = 'DELETE' then
    perform settlements.add_debts(array_agg((o.company_id, o.keeper_id, o.due_on, -o.open_amount)::settlements.debt_change))
      from old_rows o where o.open_amount <> 0;
  else
    perform settlements.add_debts(array_agg((x.company_id, x.keeper_id, x.due_on, x.amount)::settlements.debt_change))
      from (select b.company_id, b.keeper_id, b.due_on, sum(b.open_amount)::bigint as amount
              from (select company_id, keeper_id, due_on, open_amount from new_rows
                    union all select company_id, keeper_id, due_on, -open_amount from old_rows) b
             group by 1, 2, 3 having sum(b.open_amount) <> 0) x;
  end if;
  return null;
end $$;
create or replace trigger debts__count_added after insert on settlements.invoices
  referencing new table as new_rows for each statement execute function settlements.count_debts();
create or replace trigger debts__count_changed after update on settlements.invoices
  referencing old table as old_rows new table as new_rows for each statement execute function settlements.count_debts();
create or replace trigger debts__count_removed after delete on settlements.invoices
  referencing old table as old_rows for each statement execute function settlements.count_debts();

-- Every night: the ages of today. Keeper by keeper, each held while its invoices are added up, so that what changes
-- meanwhile is counted once: in the sum, or on top of it.
create or replace function settlements.age_debts(on_day date) returns void
  language plpgsql security definer set search_path = '' as $$
declare
  aged record;
begin
  for aged in select d.keeper_id from settlements.debts d where d.company_id = app.company() and d.as_of <> on_day order by d.keeper_id loop
    perform from settlements.debts d where d.company_id = app.company() and d.keeper_id = aged.keeper_id for update;
    update settlements.debts d set as_of = on_day, not_due = s.not_due, to_30 = s.to_30, to_60 = s.to_60, to_90 = s.to_90, over_90 = s.over_90
      from settlements.open_by_age(aged.keeper_id, on_day) s
     where d.company_id = app.company() and d.keeper_id = aged.keeper_id;
  end loop;
end $$;

create or replace function settlements.open_by_age(of_keeper uuid, on_day date)
  returns table (not_due bigint, to_30 bigint, to_60 bigint, to_90 bigint, over_90 bigint) language sql stable as $$
  select coalesce(sum(i.open_amount) filter (where i.due_on >= on_day), 0)::bigint,
         coalesce(sum(i.open_amount) filter (where i.due_on < on_day and i.due_on >= on_day - 30), 0)::bigint,
         coalesce(sum(i.open_amount) filter (where i.due_on < on_day - 30 and i.due_on >= on_day - 60), 0)::bigint,
         coalesce(sum(i.open_amount) filter (where i.due_on < on_day - 60 and i.due_on >= on_day - 90), 0)::bigint,
         coalesce(sum(i.open_amount) filter (where i.due_on < on_day - 90), 0)::bigint
    from settlements.invoices i where i.company_id = app.company() and i.keeper_id = of_keeper and i.allocated < i.amount
$$;
