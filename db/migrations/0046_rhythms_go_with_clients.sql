-- breaking: no
-- A rhythm is derived from a client's orders: it goes with a client that an import made and that is taken back.
alter table orders.rhythms
  drop constraint rhythms__of_client,
  add constraint rhythms__of_client foreign key (client_id, keeper_id) references clients.clients (id, keeper_id)
    on update cascade on delete cascade;
