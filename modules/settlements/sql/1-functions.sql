-- Sums kept by the database: an invoice and a payment know what is allocated, whoever writes the allocation. On the search
-- path of the application's connections: the references of a payment that is new in this transaction are looked up once
-- more here, and the plan of that is thrown away whenever the path differs.
create or replace function settlements.count_allocated() returns trigger
  language plpgsql security definer set search_path = public as $$
begin
  if tg_op = 'INSERT' then
    update settlements.invoices i set allocated = i.allocated + s.total
      from (select invoice_id, sum(amount) as total from changed group by invoice_id) s where i.id = s.invoice_id;
    update settlements.payments p set allocated = p.allocated + s.total
      from (select payment_id, sum(amount) as total from changed group by payment_id) s where p.id = s.payment_id;
  else
    update settlements.invoices i set allocated = i.allocated - s.total
      from (select invoice_id, sum(amount) as total from changed group by invoice_id) s where i.id = s.invoice_id;
    update settlements.payments p set allocated = p.allocated - s.total
      from (select payment_id, sum(amount) as total from changed group by payment_id) s where p.id = s.payment_id;
  end if;
  return null;
end $$;
create or replace trigger allocations__count_added after insert on settlements.allocations
  referencing new table as changed for each statement execute function settlements.count_allocated();
create or replace trigger allocations__count_removed after delete on settlements.allocations
  referencing old table as changed for each statement execute function settlements.count_allocated();

-- What became of a promise is a fact that credit is judged by: kept, broken or withdrawn, it stays.
create or replace function settlements.guard_promise() returns trigger language plpgsql as $$
begin
  if old.state <> 'open' and new.state <> old.state then
    raise exception 'the promise is settled' using errcode = 'check_violation', constraint = 'promises__settled_stays';
  end if;
  return new;
end $$;
create or replace trigger promises__settled before update on settlements.promises
  for each row execute function settlements.guard_promise();

call clients.bind('settlements.invoices');
call clients.bind('settlements.payments');
call clients.bind('settlements.promises');

-- What credit is judged by: owed, overdue, the oldest overdue day, promises broken in the last half year.
create or replace function settlements.debt_of(of_client uuid, on_day date)
  returns table (owed bigint, overdue bigint, oldest_overdue_days int, broken_promises int)
  language sql stable security definer set search_path = '' as $$
  select coalesce(sum(i.open_amount), 0)::bigint,
         coalesce(sum(i.open_amount) filter (where i.due_on < on_day), 0)::bigint,
         coalesce(max(on_day - i.due_on) filter (where i.due_on < on_day), 0)::int,
         (select count(*)::int from settlements.promises p
           where p.client_id = of_client and p.company_id = app.company() and p.state = 'broken' and p.promised_for >= on_day - 182)
    from settlements.invoices i
   where i.client_id = of_client and i.company_id = app.company() and i.allocated < i.amount
$$;
comment on function settlements.debt_of is 'Security definer: an order is judged by the debt even where the one who takes it may not read receivables.';

-- How many days after the due day a client paid on average in a year, each amount by its size; before it is negative. Null
-- where nothing was paid.
create or replace function settlements.average_delay_of(of_client uuid, on_day date) returns numeric
  language sql stable security definer set search_path = '' as $$
  select round(sum((p.received_on - i.due_on) * a.amount) / sum(a.amount), 1)
    from settlements.payments p
    join settlements.allocations a on a.payment_id = p.id
    join settlements.invoices i on i.id = a.invoice_id
   where p.client_id = of_client and p.company_id = app.company() and p.received_on > on_day - 365
$$;

-- Lists of clients show and sort by debt, so the client's figures are told whenever an invoice changes.
create or replace function settlements.tell_debts() returns trigger
  language plpgsql security definer set search_path = '' as $$
declare
  today date := app.today(app.company());
begin
  perform clients.tell_debt(c.client_id,
      coalesce(sum(i.open_amount), 0)::bigint,
      coalesce(sum(i.open_amount) filter (where i.due_on < today), 0)::bigint,
      min(i.due_on) filter (where i.due_on < today))
    from (select distinct client_id from changed) c
    left join settlements.invoices i on i.client_id = c.client_id and i.allocated < i.amount
   group by c.client_id;
  return null;
end $$;
create or replace trigger invoices__tell_added after insert on settlements.invoices
  referencing new table as changed for each statement execute function settlements.tell_debts();
create or replace trigger invoices__tell_changed after update on settlements.invoices
  referencing new table as changed for each statement execute function settlements.tell_debts();

-- Nightly: what fell due yesterday is overdue today, though no invoice changed.
create or replace function settlements.tell_fallen_due(on_day date) returns void
  language sql security definer set search_path = '' as $$
  select clients.tell_debt(i.client_id, sum(i.open_amount)::bigint,
      coalesce(sum(i.open_amount) filter (where i.due_on < on_day), 0)::bigint, min(i.due_on) filter (where i.due_on < on_day))
    from settlements.invoices i
   where i.company_id = app.company() and i.allocated < i.amount
     and i.client_id in (select x.client_id from settlements.invoices x
       where x.company_id = app.company() and x.allocated < x.amount and x.due_on between on_day - 8 and on_day - 1)
   group by i.client_id
$$;
