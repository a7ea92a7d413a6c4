-- breaking: no
-- Import of sales history, line by line of invoices.

create index orders__imported on orders.orders (company_id, client_reference) where import_id is not null;
create index returns__imported on orders.returns (company_id, number) where import_id is not null;

-- The rows that an import has taken so far, so that the same row is not taken twice. Emptied when the import ends.
create unlogged table orders.import_digests (
  company_id uuid not null,
  import_id uuid not null,
  digest uuid not null,
  primary key (import_id, digest)
);
comment on table orders.import_digests is '@derived';
