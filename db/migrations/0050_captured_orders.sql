-- breaking: yes
-- An order that is only a note, a photo, what was said or a file is handed to sales support, who type its lines; the manager
-- confirms that they are what was taken, and only then it is decided about. Until its number it may be asked back about.
alter table orders.orders add column handed_at timestamptz;
comment on column orders.orders.handed_at is 'When the order was handed over to have its lines typed; null: whoever took it typed them.';
alter table orders.orders drop constraint orders__state_known, drop constraint orders__numbered_when_decided;
alter table orders.orders add constraint orders__state_known
  check (state in ('draft', 'captured', 'typed', 'waiting', 'confirmed', 'asked-back', 'entered', 'shipped', 'cancelled'));
alter table orders.orders add constraint orders__numbered_when_decided
  check (case when state in ('draft', 'captured', 'typed', 'waiting') then number is null
    when state = 'asked-back' then number is not null or handed_at is not null
    when state = 'cancelled' then true else number is not null end);
drop index orders.orders__open;
create index orders__open on orders.orders (company_id, state, keeper_id, id)
  where state in ('draft', 'captured', 'typed', 'waiting', 'confirmed', 'asked-back', 'entered');
drop index orders.orders__queue;
create index orders__queue on orders.orders (company_id, enter_by, id) where state in ('captured', 'confirmed', 'asked-back');
create index orders__handed on orders.orders (company_id, handed_at) where handed_at is not null;
