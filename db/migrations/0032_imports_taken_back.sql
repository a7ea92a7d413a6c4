-- breaking: no
-- An import can be taken back as a whole: what it made is known by it. What goes with a record when the record goes is
-- said by its foreign key (on delete cascade); whatever else refers to the record depends on it, and holds it.

alter table organization.employees add column import_id uuid;
alter table organization.assignments add column import_id uuid;
alter table organization.reporting_lines add column import_id uuid;
alter table organization.territories add column import_id uuid;
alter table organization.territory_employees add column import_id uuid;
alter table clients.clients add column import_id uuid;
alter table clients.contacts add column import_id uuid;
alter table catalog.categories add column import_id uuid;
alter table catalog.products add column import_id uuid;
alter table catalog.prices add column import_id uuid;
alter table orders.order_lines add column import_id uuid;
alter table orders.shipments add column import_id uuid;
comment on column orders.order_lines.import_id is 'The import that brought it; headers and lines of one order may come by two.';

do $$
declare
  t text;
begin
  foreach t in array array['organization.employees', 'organization.assignments', 'organization.reporting_lines', 'organization.territories',
    'organization.territory_employees', 'clients.clients', 'clients.contacts', 'catalog.categories', 'catalog.products', 'catalog.prices',
    'orders.shipments'] loop
    execute format('create index %I on %s (import_id) where import_id is not null', split_part(t, '.', 2) || '__by_import', t);
  end loop;
end $$;

-- With what a row of a file names them by: while an import fills an empty table the planner knows nothing of it yet, and of
-- two indexes takes the wrong one for every row.
create index orders__by_import on orders.orders (import_id, client_reference) where import_id is not null;
create index returns__by_import on orders.returns (import_id, number) where import_id is not null;
create index order_lines__by_import on orders.order_lines (import_id, order_id) where import_id is not null;

-- What never stands without its record: its lines, its histories, and all that is derived from it.
do $$
declare
  r record;
begin
  for r in
    select c.conname as name, c.conrelid::regclass as source, pg_get_constraintdef(c.oid) as definition
      from pg_constraint c
     where c.contype = 'f' and c.confdeltype = 'a'
       and exists (select from pg_attribute a where a.attrelid = c.confrelid and a.attname = 'import_id' and not a.attisdropped)
       and (c.conrelid in ('clients.keepers'::regclass, 'clients.statuses'::regclass, 'clients.class_changes'::regclass)
              and c.confrelid = 'clients.clients'::regclass
            or c.conrelid = 'orders.shipment_lines'::regclass and c.confrelid = 'orders.shipments'::regclass
            or c.conrelid = 'orders.return_lines'::regclass and c.confrelid = 'orders.returns'::regclass
            or starts_with(coalesce(obj_description(c.conrelid), ''), '@derived'))
  loop
    execute format('alter table %s drop constraint %I, add constraint %I %s on delete cascade', r.source, r.name, r.name, r.definition);
  end loop;
end $$;

-- An invoice for an order depends on the order.
alter table settlements.invoices add constraint invoices__of_order foreign key (order_id) references orders.orders (id);

-- Whether a copy was made of an order is asked of every order that goes.
create index orders__copies on orders.orders (copied_from) where copied_from is not null;

alter table platform.imports add column reverted_by uuid, add column reverted_at timestamptz,
  add constraint imports__reverted_when check ((state = 'reverted') = (reverted_at is not null));

-- The same is asked of every client and every product that goes.
create index plans__of_client on plans.plans (client_id) where client_id is not null;
create index transferred_sales__of_client on plans.transferred_sales (client_id);
create index entered_lines__by_product on orders.entered_lines (product_id);
