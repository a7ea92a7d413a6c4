-- What no code may do, whoever writes it: change the lines of an order that is being decided or was decided.

-- The content of an order stands still once it left draft; only its course goes on. History comes in with its lines, and
-- sales support type those of a captured order.
create or replace function orders.guard_content() returns trigger language plpgsql as $$
begin
  -- What an import brought goes back to draft when the import is taken back.
  if old.import_id is not null and new.state = 'draft' and app.may_all('imports.revert') then return new; end if;
  -- What was captured has its content once it is typed.
  if old.state <> 'draft' and not (old.state = 'captured' and new.state = 'typed') and (new.client_id, new.total, new.price_column_id, new.currency, new.line_count)
     is distinct from (old.client_id, old.total, old.price_column_id, old.currency, old.line_count) then
    raise exception 'the order left draft' using errcode = 'check_violation', constraint = 'orders__content_frozen';
  end if;
  if old.number is not null and new.number is distinct from old.number then
    raise exception 'a number is given once' using errcode = 'check_violation', constraint = 'orders__number_frozen';
  end if;
  if old.state = 'draft' and new.state = 'captured' and btrim(new.note) = '' and not exists (select from platform.files f
      where f.subject_kind = 'orders.orders' and f.subject_id = new.id and f.detached_at is null) then
    raise exception 'there is nothing to type from' using errcode = 'check_violation', constraint = 'orders__nothing_captured';
  end if;
  if old.state in ('cancelled', 'shipped') and new.state <> old.state then
    raise exception 'the order has ended' using errcode = 'check_violation', constraint = 'orders__ended';
  end if;
  return new;
end $$;
create or replace trigger content__guarded before update on orders.orders
  for each row execute function orders.guard_content();

create or replace function orders.guard_lines() returns trigger language plpgsql as $$
declare
  frozen boolean;
begin
  if tg_op = 'INSERT' then
    select exists (select from new_rows n join orders.orders o on o.id = n.order_id
      where o.state not in ('draft', 'captured') and not (o.import_id is not null and app.may_all('imports.run'))) into frozen;
  elsif tg_op = 'DELETE' then
    select exists (select from old_rows n join orders.orders o on o.id = n.order_id where o.state not in ('draft', 'captured')) into frozen;
  else
    select exists (select from new_rows n join old_rows o on o.id = n.id join orders.orders r on r.id = n.order_id
      where r.state <> 'draft' and (n.order_id, n.product_id, n.quantity, n.unit_price, n.discount_bp, n.amount)
        is distinct from (o.order_id, o.product_id, o.quantity, o.unit_price, o.discount_bp, o.amount)) into frozen;
  end if;
  if frozen then
    raise exception 'the order left draft' using errcode = 'check_violation', constraint = 'orders__content_frozen';
  end if;
  return null;
end $$;
create or replace trigger lines__guard_insert after insert on orders.order_lines
  referencing new table as new_rows for each statement execute function orders.guard_lines();
create or replace trigger lines__guard_update after update on orders.order_lines
  referencing old table as old_rows new table as new_rows for each statement execute function orders.guard_lines();
create or replace trigger lines__guard_delete after delete on orders.order_lines
  referencing old table as old_rows for each statement execute function orders.guard_lines();

-- Whoever releases credit by their own right says why, whichever way the release came here.
create or replace function orders.guard_release() returns trigger language plpgsql as $$
begin
  if exists (select from new_rows n where n.permit = 'orders.release-credit' and n.state = 'held' and btrim(n.reason) = '') then
    raise exception 'a release has its reason' using errcode = 'check_violation', constraint = 'authorizations__release_reasoned';
  end if;
  return null;
end $$;
create or replace trigger authorizations__reasoned after insert on orders.authorizations
  referencing new table as new_rows for each statement execute function orders.guard_release();

call clients.bind('orders.client_terms');
call clients.bind('orders.orders');
call clients.bind('orders.shipments');
call clients.bind('orders.returns');
