-- breaking: no
-- What Today and the list of lapsed clients are asked by, kept as it changes: nobody judges two years of orders, or reads
-- all the clients of a company, to show the few that matter.

-- The rhythm of each client that ordered.
create table orders.rhythms (
  client_id uuid primary key,
  company_id uuid not null references platform.companies,
  keeper_id uuid not null,
  last_on date,
  every_days int,
  due_on date,
  usual bigint not null default 0,
  constraint rhythms__of_client foreign key (client_id, keeper_id) references clients.clients (id, keeper_id) on update cascade,
  constraint rhythms__due_by_rhythm check ((every_days is null) = (due_on is null))
);
comment on table orders.rhythms is '@derived from the orders of the two years up to the last one, in their transaction';
comment on column orders.rhythms.every_days is 'The middle interval between days of order; null: too few to know a rhythm.';
comment on column orders.rhythms.due_on is 'The day by which the next order is usually there.';
comment on column orders.rhythms.usual is 'The average order in minor units.';
create index rhythms__of_keeper on orders.rhythms (company_id, keeper_id, due_on, client_id) include (last_on, every_days, usual);
create index rhythms__by_due on orders.rhythms (company_id, due_on, client_id);

insert into orders.rhythms (client_id, company_id, keeper_id, last_on, every_days, due_on, usual)
with counted as (
  select o.client_id, o.company_id, o.keeper_id, o.ordered_on, o.total, max(o.ordered_on) over (partition by o.client_id) as last_on
    from orders.orders o where o.number is not null and o.state <> 'cancelled'),
recent as (select * from counted where ordered_on > last_on - 730),
gaps as (
  select d.client_id, d.ordered_on - lag(d.ordered_on) over (partition by d.client_id order by d.ordered_on) as days
    from (select distinct client_id, ordered_on from recent) d),
rhythm as (
  select client_id, percentile_cont(0.5) within group (order by days) as every from gaps where days is not null
   group by client_id having count(*) >= 2)
select r.client_id, r.company_id, r.keeper_id, r.last_on, round(h.every::numeric)::int, r.last_on + ceil(h.every)::int, round(avg(r.total))::bigint
  from recent r left join rhythm h on h.client_id = r.client_id
 group by r.client_id, r.company_id, r.keeper_id, r.last_on, h.every;

-- The status of a client stands beside its figures: a filter by the one and an order by the other are one range. So do its
-- class and the last day on which anything is known of it: whoever is silent is one range too.
alter table clients.figures add column status text not null default 'potential', add column class text,
  add column since date not null default current_date;
update clients.figures f set status = c.status, class = c.class, since = c.since from clients.clients c where c.id = f.client_id;
alter table clients.figures add column last_on date not null generated always as (greatest(last_contact_on, last_order_on, since)) stored;
comment on column clients.figures.status is 'That of the client, as are class and since; told by trigger.';
comment on column clients.figures.last_on is 'The last contact or order, or the first day of the relation while there was none.';
create index figures__silent on clients.figures (company_id, keeper_id, status, last_on) include (client_id, class, sales_12m);
create index figures__of_status on clients.figures (company_id, status, last_order_on, client_id);
create index figures__kept_of_status on clients.figures (company_id, keeper_id, status, last_order_on, client_id);

-- With whom of a keeper's clients something is planned: whoever waits for a contact is told without them.
create index activities__planned_of_keeper on activities.activities (company_id, keeper_id, planned_on) include (client_id) where state = 'planned';

-- Payments with money left over, among all that were ever received.
create index payments__loose on settlements.payments (company_id, received_on, id) where allocated < amount;
