-- breaking: no
-- What a product costs the company, dated: by it whoever decides about a discount sees what it does to the margin.
create table catalog.costs (
  id uuid primary key default uuidv7(),
  company_id uuid not null references platform.companies,
  product_id uuid not null,
  amount bigint not null constraint costs__amount_sane check (amount between 0 and 9000000000000000),
  currency char(3) not null,
  valid daterange not null constraint costs__period_given check (not isempty(valid)),
  import_id uuid,
  revision int not null default 1,
  constraint costs__of_product foreign key (company_id, product_id) references catalog.products (company_id, id),
  constraint costs__one_at_a_time exclude using gist (product_id with =, valid with &&)
);
comment on column catalog.costs.amount is 'For one unit, in minor units of the currency, without tax. Seen only with the permit catalog.cost.';
create index costs__by_import on catalog.costs (import_id) where import_id is not null;
