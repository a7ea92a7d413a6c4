-- breaking: no
-- What is sold and for how much: products, categories, price columns (the numbered discount steps) and dated prices.

create schema catalog;

create table catalog.categories (
  id uuid primary key default uuidv7(),
  company_id uuid not null references platform.companies,
  name text not null constraint categories__name_given check (btrim(name) <> ''),
  parent_id uuid references catalog.categories constraint categories__not_own_parent check (parent_id <> id),
  revision int not null default 1,
  constraint categories__name_unique unique (company_id, name)
);

create table catalog.products (
  id uuid primary key default uuidv7(),
  company_id uuid not null references platform.companies,
  code text not null constraint products__code_given check (btrim(code) <> ''),
  name text not null constraint products__name_given check (btrim(name) <> ''),
  category_id uuid references catalog.categories,
  unit text not null default 'pcs',
  pack numeric(14,3) not null default 1 constraint products__pack_positive check (pack > 0),
  barcode text not null default '',
  description text not null default '',
  active boolean not null default true,
  created_at timestamptz not null default now(),
  search text not null generated always as (app.fold(code || ' ' || name || ' ' || barcode)) stored,
  name_folded text not null generated always as (app.fold(name)) stored,
  code_folded text not null generated always as (app.fold(code)) stored,
  revision int not null default 1,
  constraint products__code_unique unique (company_id, code),
  constraint products__id_in_company unique (company_id, id)
);
comment on column catalog.products.pack is 'Units in the smallest pack that is sold.';
create index products__by_name on catalog.products (company_id, name, id);
create index products__by_category on catalog.products (company_id, category_id, name, id);
create index products__code_prefix on catalog.products (company_id, code_folded text_pattern_ops);
create index products__name_prefix on catalog.products (company_id, name_folded text_pattern_ops);
create index products__search on catalog.products using gin (search gin_trgm_ops);

-- Column 1 is the list price. A further column either takes a discount off it or has prices of its own.
create table catalog.price_columns (
  id uuid primary key default uuidv7(),
  company_id uuid not null references platform.companies,
  number int not null constraint price_columns__number_positive check (number > 0),
  name text not null constraint price_columns__name_given check (btrim(name) <> ''),
  discount_bp int constraint price_columns__discount_sane check (discount_bp between 0 and 10000),
  min_monthly_sales bigint constraint price_columns__sales_sane check (min_monthly_sales >= 0),
  revision int not null default 1,
  constraint price_columns__number_unique unique (company_id, number),
  constraint price_columns__id_in_company unique (company_id, id),
  constraint price_columns__list_is_first check (number <> 1 or discount_bp is null)
);
comment on column catalog.price_columns.number is 'The step: the greater, the cheaper. A right to grant columns is limited by it.';
comment on column catalog.price_columns.discount_bp is 'Off the list price, in basis points; null: the column has prices of its own (as column 1 always has).';
comment on column catalog.price_columns.min_monthly_sales is 'Average sales a month, in minor units, from which a client earns this column; null: not earned by volume.';

-- Prices of the columns that have their own, dated.
create table catalog.prices (
  id uuid primary key default uuidv7(),
  company_id uuid not null references platform.companies,
  product_id uuid not null,
  column_id uuid not null,
  amount bigint not null constraint prices__amount_sane check (amount between 0 and 9000000000000000),
  currency char(3) not null,
  valid daterange not null constraint prices__period_given check (not isempty(valid)),
  revision int not null default 1,
  constraint prices__of_product foreign key (company_id, product_id) references catalog.products (company_id, id),
  constraint prices__of_column foreign key (company_id, column_id) references catalog.price_columns (company_id, id),
  constraint prices__one_at_a_time exclude using gist (product_id with =, column_id with =, valid with &&)
);
comment on column catalog.prices.amount is 'For one unit, in minor units of the currency, without tax.';
