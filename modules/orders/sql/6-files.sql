call platform.take_files('orders.orders', 'orders.orders', 'orders.take', 'orders.enter');

-- From its confirmation on they prove what the client ordered.
create or replace function orders.keep_files() returns trigger
  language plpgsql security definer set search_path = '' as $$
begin
  if exists (select from orders.orders o where o.id = new.subject_id and o.state <> 'draft') then
    raise exception 'the files of an order stay' using errcode = 'check_violation', constraint = 'orders__files_stay';
  end if;
  return new;
end $$;
create or replace trigger order_files__stay before update of detached_at on platform.files
  for each row when (new.detached_at is not null and new.subject_kind = 'orders.orders') execute function orders.keep_files();
