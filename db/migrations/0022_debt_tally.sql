-- breaking: no
-- What is owed to each keeper's clients by age, kept as it changes: nobody adds up a quarter of a million invoices to read
-- five figures.

create table settlements.debts (
  company_id uuid not null references platform.companies,
  keeper_id uuid not null,
  as_of date not null,
  not_due bigint not null default 0,
  to_30 bigint not null default 0,
  to_60 bigint not null default 0,
  to_90 bigint not null default 0,
  over_90 bigint not null default 0,
  primary key (company_id, keeper_id)
);
comment on table settlements.debts is '@derived from open invoices, in their transaction; ages are those of the day as_of';

create type settlements.debt_change as (company_id uuid, keeper_id uuid, due_on date, amount bigint);

insert into settlements.debts (company_id, keeper_id, as_of, not_due, to_30, to_60, to_90, over_90)
select i.company_id, i.keeper_id, d.day, coalesce(sum(i.open_amount) filter (where i.due_on >= d.day), 0),
       coalesce(sum(i.open_amount) filter (where i.due_on < d.day and i.due_on >= d.day - 30), 0),
       coalesce(sum(i.open_amount) filter (where i.due_on < d.day - 30 and i.due_on >= d.day - 60), 0),
       coalesce(sum(i.open_amount) filter (where i.due_on < d.day - 60 and i.due_on >= d.day - 90), 0),
       coalesce(sum(i.open_amount) filter (where i.due_on < d.day - 90), 0)
  from settlements.invoices i cross join (select current_date as day) d
 where i.allocated < i.amount group by i.company_id, i.keeper_id, d.day;
