-- breaking: no
-- The facts of a team of five hundred with a million clients, in indexes alone.

-- Whether a client is new is known when it is first shipped to, not looked up for every figure.
alter table plans.served_clients add column registered_anew boolean not null default false;
comment on column plans.served_clients.registered_anew is 'Another card with the same tax number was shipped to before: the client is not new.';
update plans.served_clients s set registered_anew = true
  from clients.clients c
 where c.id = s.client_id and c.tax_number <> '' and exists (
   select from clients.clients o join plans.served_clients e on e.client_id = o.id
    where o.company_id = c.company_id and o.tax_number = c.tax_number and o.id <> c.id
      and (e.first_shipped_on, e.client_id) < (s.first_shipped_on, s.client_id));
drop index plans.served_clients__new;
create index served_clients__new on plans.served_clients (company_id, first_shipped_on, first_credited_to) include (client_id) where not registered_anew;

-- One month of everybody is one range.
create index daily_sales__by_day on plans.daily_sales (company_id, day, employee_id) include (currency, amount);
