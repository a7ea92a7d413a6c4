-- breaking: no
-- What clients order: terms, orders with what was taken and what was entered, the authority they went under, shipments
-- and returns.

create schema orders;

-- The conditions agreed with a client. Without a row the company's default terms hold (setting orders.default-terms).
create table orders.client_terms (
  id uuid primary key default uuidv7(),
  company_id uuid not null references platform.companies,
  client_id uuid not null,
  keeper_id uuid not null,
  price_column_id uuid,
  payment_days int not null default 0 constraint client_terms__days_sane check (payment_days between 0 and 730),
  credit_limit bigint not null default 0 constraint client_terms__limit_sane check (credit_limit between 0 and 9000000000000000),
  overdue_tolerance_days int not null default 0 constraint client_terms__tolerance_sane check (overdue_tolerance_days between 0 and 730),
  set_by uuid references organization.employees,
  set_at timestamptz not null default now(),
  revision int not null default 1,
  constraint client_terms__one_a_client unique (client_id),
  constraint client_terms__of_client foreign key (client_id, keeper_id) references clients.clients (id, keeper_id) on update cascade,
  constraint client_terms__of_column foreign key (company_id, price_column_id) references catalog.price_columns (company_id, id)
);
comment on column orders.client_terms.price_column_id is 'The column agreed; null: the one that the client earns by rule.';
comment on column orders.client_terms.payment_days is 'From shipment to due date; 0: paid at once.';
comment on column orders.client_terms.credit_limit is 'Minor units of the company''s currency: debt, orders not invoiced and the new order together.';
comment on column orders.client_terms.overdue_tolerance_days is 'How late the oldest debt may be before orders need a release.';

-- The last number given. A row is locked from the giving to the commit, so numbers have no gaps.
create table orders.number_series (
  company_id uuid not null references platform.companies,
  year int not null,
  last int not null default 0,
  primary key (company_id, year)
);
comment on table orders.number_series is '@derived from the numbers of orders';

create table orders.orders (
  id uuid primary key default uuidv7(),
  company_id uuid not null references platform.companies,
  number text,
  client_id uuid not null,
  keeper_id uuid not null,
  state text not null default 'draft' constraint orders__state_known
    check (state in ('draft', 'waiting', 'confirmed', 'asked-back', 'entered', 'shipped', 'cancelled')),
  channel text not null default 'phone' constraint orders__channel_known
    check (channel in ('phone', 'visit', 'email', 'chat', 'portal', 'edi', 'other')),
  taken_by uuid references organization.employees,
  acting_for uuid references organization.employees,
  ordered_on date not null,
  wanted_on date,
  price_column_id uuid not null,
  payment_days int not null default 0,
  currency char(3) not null,
  total bigint not null default 0 constraint orders__total_sane check (total between 0 and 9000000000000000),
  line_count int not null default 0,
  uninvoiced bigint not null default 0 constraint orders__uninvoiced_sane check (uninvoiced >= 0),
  note text not null default '',
  client_reference text not null default '',
  content_hash text not null default '',
  asked_revision int,
  sent_back text not null default '',
  confirmed_at timestamptz,
  confirmed_by uuid references organization.employees,
  enter_by timestamptz,
  entered_at timestamptz,
  entered_by uuid references organization.employees,
  entered_total bigint,
  differs boolean not null default false,
  checked_at timestamptz,
  checked_by uuid references organization.employees,
  shipped_on date,
  cancelled_at timestamptz,
  cancelled_by uuid references organization.employees,
  cancel_reason text not null default '',
  copied_from uuid references orders.orders,
  import_id uuid,
  created_at timestamptz not null default now(),
  revision int not null default 1,
  constraint orders__of_client foreign key (client_id, keeper_id) references clients.clients (id, keeper_id) on update cascade,
  constraint orders__of_column foreign key (company_id, price_column_id) references catalog.price_columns (company_id, id),
  constraint orders__id_and_keeper unique (id, keeper_id),
  constraint orders__number_unique unique (company_id, number),
  constraint orders__numbered_when_decided check (case when state in ('draft', 'waiting') then number is null
    when state = 'cancelled' then true else number is not null end),
  constraint orders__shipped_has_day check (state <> 'shipped' or shipped_on is not null),
  constraint orders__cancelled_with_reason check (state <> 'cancelled' or btrim(cancel_reason) <> '')
);
comment on column orders.orders.number is 'The official number, given at confirmation, never before the decision.';
comment on column orders.orders.taken_by is 'Who took the order; acting_for: in whose place, by a substitution.';
comment on column orders.orders.payment_days is 'As agreed when the order was confirmed.';
comment on column orders.orders.uninvoiced is 'What of a confirmed order is not invoiced yet: it counts to the exposure. 0 for drafts.';
comment on column orders.orders.content_hash is 'Of client, column and lines: what a decision is tied to. A change makes another hash.';
comment on column orders.orders.asked_revision is 'The revision that the person saw when confirming: the same confirmation twice has one effect.';
comment on column orders.orders.sent_back is 'Why a decision returned the order to draft.';
comment on column orders.orders.enter_by is 'Until when sales support is to enter it.';
comment on column orders.orders.differs is 'What was entered is not what was taken; shipped only after the keeper accepts.';
comment on column orders.orders.import_id is 'The import that brought it; history keeps the numbers of its source.';

create index orders__of_keeper on orders.orders (company_id, keeper_id, ordered_on desc, id desc);
create index orders__by_day on orders.orders (company_id, ordered_on desc, id desc);
create index orders__by_client on orders.orders (client_id, ordered_on desc, id desc);
create index orders__open on orders.orders (company_id, state, keeper_id, id) where state in ('draft', 'waiting', 'confirmed', 'asked-back', 'entered');
create index orders__queue on orders.orders (company_id, enter_by, id) where state in ('confirmed', 'asked-back');
create index orders__unchecked on orders.orders (company_id, keeper_id, entered_at) where entered_at is not null and checked_at is null;
create index orders__uninvoiced on orders.orders (client_id) include (uninvoiced) where uninvoiced > 0;
create index orders__confirmed on orders.orders (company_id, confirmed_at) where confirmed_at is not null;

create table orders.order_lines (
  id uuid primary key default uuidv7(),
  company_id uuid not null references platform.companies,
  order_id uuid not null,
  keeper_id uuid not null,
  position int not null constraint order_lines__position_positive check (position > 0),
  product_id uuid not null,
  quantity numeric(14,3) not null constraint order_lines__quantity_positive check (quantity > 0),
  list_price bigint not null constraint order_lines__list_price_sane check (list_price >= 0),
  column_price bigint not null constraint order_lines__column_price_sane check (column_price >= 0),
  unit_price bigint not null constraint order_lines__price_sane check (unit_price >= 0),
  price_by_hand boolean not null default false,
  discount_bp int not null default 0 constraint order_lines__discount_sane check (discount_bp between 0 and 10000),
  amount bigint not null,
  constraint order_lines__position_unique unique (order_id, position),
  constraint order_lines__of_order foreign key (order_id, keeper_id) references orders.orders (id, keeper_id) on update cascade,
  constraint order_lines__of_product foreign key (company_id, product_id) references catalog.products (company_id, id)
);
comment on column orders.order_lines.list_price is 'Column 1 on the day of pricing; minor units for one unit.';
comment on column orders.order_lines.column_price is 'In the order''s column on the day of pricing.';
comment on column orders.order_lines.unit_price is 'Asked of the client, before the discount; other than column_price only when price_by_hand.';
comment on column orders.order_lines.amount is 'quantity × unit_price less discount, rounded half up once.';
create index order_lines__by_product on orders.order_lines (product_id, order_id);

-- What sales support put into the books, kept beside what was taken.
create table orders.entered_lines (
  id uuid primary key default uuidv7(),
  company_id uuid not null references platform.companies,
  order_id uuid not null,
  keeper_id uuid not null,
  position int not null,
  product_id uuid not null,
  quantity numeric(14,3) not null constraint entered_lines__quantity_positive check (quantity > 0),
  unit_price bigint not null constraint entered_lines__price_sane check (unit_price >= 0),
  discount_bp int not null default 0 constraint entered_lines__discount_sane check (discount_bp between 0 and 10000),
  amount bigint not null,
  constraint entered_lines__position_unique unique (order_id, position),
  constraint entered_lines__of_order foreign key (order_id, keeper_id) references orders.orders (id, keeper_id) on update cascade,
  constraint entered_lines__of_product foreign key (company_id, product_id) references catalog.products (company_id, id)
);

-- Under which authority an order went beyond the ordinary: the taker's own right, or a decision asked for.
create table orders.authorizations (
  id uuid primary key default uuidv7(),
  company_id uuid not null references platform.companies,
  order_id uuid not null,
  keeper_id uuid not null,
  permit text not null,
  figures jsonb not null,
  content_hash text not null,
  state text not null constraint authorizations__state_known check (state in ('held', 'asked', 'granted', 'refused', 'void')),
  request_id uuid references mandates.requests,
  clause_id uuid,
  asked_by uuid references organization.employees,
  decided_by uuid references organization.employees,
  at timestamptz not null default now(),
  revision int not null default 1,
  constraint authorizations__of_order foreign key (order_id, keeper_id) references orders.orders (id, keeper_id) on update cascade
);
comment on column orders.authorizations.state is 'held: within the taker''s own right; the others follow the request.';
comment on column orders.authorizations.figures is 'What was covered: a greater figure needs a new decision.';
create unique index authorizations__one_asked on orders.authorizations (order_id, permit) where state = 'asked';
create index authorizations__by_order on orders.authorizations (order_id, at);

-- The thread of an order: support asks back, the keeper answers.
create table orders.order_messages (
  id uuid primary key default uuidv7(),
  company_id uuid not null references platform.companies,
  order_id uuid not null,
  keeper_id uuid not null,
  kind text not null default 'note' constraint order_messages__kind_known check (kind in ('note', 'question', 'answer')),
  author_id uuid references organization.employees,
  text text not null constraint order_messages__text_given check (btrim(text) <> ''),
  written_at timestamptz not null default now(),
  constraint order_messages__of_order foreign key (order_id, keeper_id) references orders.orders (id, keeper_id) on update cascade
);
create index order_messages__by_order on orders.order_messages (order_id, written_at);

create table orders.shipments (
  id uuid primary key default uuidv7(),
  company_id uuid not null references platform.companies,
  order_id uuid not null,
  client_id uuid not null,
  keeper_id uuid not null,
  shipped_on date not null,
  amount bigint not null constraint shipments__amount_sane check (amount >= 0),
  currency char(3) not null,
  credited_to uuid not null references organization.employees,
  shipped_by uuid references organization.employees,
  reference text not null default '',
  created_at timestamptz not null default now(),
  constraint shipments__id_and_keeper unique (id, keeper_id),
  constraint shipments__of_order foreign key (order_id) references orders.orders (id),
  constraint shipments__of_client foreign key (client_id, keeper_id) references clients.clients (id, keeper_id) on update cascade
);
comment on column orders.shipments.credited_to is 'Whose sale it is: the keeper on the day of shipment. A later handing over does not move it.';
create index shipments__by_order on orders.shipments (order_id);
create index shipments__by_client on orders.shipments (client_id, shipped_on) include (amount);
create index shipments__credited on orders.shipments (company_id, credited_to, shipped_on) include (amount, client_id);
create index shipments__of_keeper on orders.shipments (company_id, keeper_id, shipped_on) include (amount, client_id);

create table orders.shipment_lines (
  id uuid primary key default uuidv7(),
  company_id uuid not null references platform.companies,
  shipment_id uuid not null,
  keeper_id uuid not null,
  position int not null,
  product_id uuid not null,
  quantity numeric(14,3) not null constraint shipment_lines__quantity_positive check (quantity > 0),
  amount bigint not null,
  constraint shipment_lines__position_unique unique (shipment_id, position),
  constraint shipment_lines__of_shipment foreign key (shipment_id, keeper_id) references orders.shipments (id, keeper_id) on update cascade,
  constraint shipment_lines__of_product foreign key (company_id, product_id) references catalog.products (company_id, id)
);
comment on column orders.shipment_lines.position is 'Of the line entered, or taken where nothing was entered.';
create index shipment_lines__by_product on orders.shipment_lines (product_id, shipment_id);

-- Goods that came back or were not accepted at the door.
create table orders.returns (
  id uuid primary key default uuidv7(),
  company_id uuid not null references platform.companies,
  client_id uuid not null,
  keeper_id uuid not null,
  order_id uuid references orders.orders,
  number text not null default '',
  kind text not null default 'return' constraint returns__kind_known check (kind in ('return', 'refusal')),
  returned_on date not null,
  cause text not null default '',
  amount bigint not null default 0 constraint returns__amount_sane check (amount >= 0),
  currency char(3) not null,
  credited_to uuid not null references organization.employees,
  registered_by uuid references organization.employees,
  note text not null default '',
  import_id uuid,
  created_at timestamptz not null default now(),
  revision int not null default 1,
  constraint returns__id_and_keeper unique (id, keeper_id),
  constraint returns__of_client foreign key (client_id, keeper_id) references clients.clients (id, keeper_id) on update cascade
);
comment on column orders.returns.credited_to is 'From whose sales it is taken off: the keeper on that day.';
create index returns__by_client on orders.returns (client_id, returned_on);
create index returns__by_order on orders.returns (order_id) where order_id is not null;
create index returns__credited on orders.returns (company_id, credited_to, returned_on) include (amount);
create index returns__of_keeper on orders.returns (company_id, keeper_id, returned_on);

create table orders.return_lines (
  id uuid primary key default uuidv7(),
  company_id uuid not null references platform.companies,
  return_id uuid not null,
  keeper_id uuid not null,
  position int not null,
  product_id uuid not null,
  quantity numeric(14,3) not null constraint return_lines__quantity_positive check (quantity > 0),
  amount bigint not null constraint return_lines__amount_sane check (amount >= 0),
  cause text not null default '',
  constraint return_lines__position_unique unique (return_id, position),
  constraint return_lines__of_return foreign key (return_id, keeper_id) references orders.returns (id, keeper_id) on update cascade,
  constraint return_lines__of_product foreign key (company_id, product_id) references catalog.products (company_id, id)
);
create index return_lines__by_product on orders.return_lines (product_id, return_id);
