-- breaking: no
-- Indexes that measuring a company of a million clients asked for.

-- The list of a keeper's clients in the order of each figure: fifty rows are read, not two thousand sorted.
create index figures__kept_by_last_contact on clients.figures (company_id, keeper_id, last_contact_on, client_id);
create index figures__kept_by_last_order on clients.figures (company_id, keeper_id, last_order_on, client_id);
create index figures__kept_by_sales on clients.figures (company_id, keeper_id, sales_12m, client_id);
create index figures__kept_by_owed on clients.figures (company_id, keeper_id, owed, client_id);
create index figures__kept_by_overdue on clients.figures (company_id, keeper_id, overdue, client_id);
drop index clients.figures__of_keeper;

-- How many clients of a keeper have a status is counted in the index alone.
drop index clients.clients__of_keeper;
create index clients__of_keeper on clients.clients (company_id, keeper_id, name, id) include (status);

-- Histories of a client: the exclusion constraints find periods that overlap, not the few rows of one client quickly.
create index keepers__by_client on clients.keepers (client_id);
create index statuses__by_client on clients.statuses (client_id);

-- An order by the beginning of its number.
create index orders__number_prefix on orders.orders (company_id, number text_pattern_ops) where number is not null;
