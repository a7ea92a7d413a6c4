-- Rows that an import has taken are known only to those who import.
do $$
declare
  verb text;
begin
  foreach verb in array array['read', 'add', 'remove'] loop
    call app.policy('orders.import_digests', verb, 'company_id = (select app.company()) and (select app.may_all(''imports.run''))');
  end loop;
end $$;

-- The sum of an imported return is known when all its lines are in.
call app.policy('orders.returns', 'change', 'company_id = (select app.company()) and (select app.may_all(''imports.run'')) and import_id is not null');

-- The orders to which an import brought lines, with their sums. A function, since of lines that came a moment ago the planner
-- expects one or none, and then goes through all orders for each; of a function it expects what is said here.
create or replace function orders.lines_of_import(of_import uuid) returns table (order_id uuid, total bigint, line_count int)
  language sql stable security definer set search_path = '' rows 1000 as $$
  select l.order_id, sum(l.amount)::bigint, count(*)::int from orders.order_lines l
   where l.import_id = of_import and l.company_id = app.company() group by l.order_id
$$;

-- The clients whose sales an import changed.
create or replace function orders.clients_of_import(of_import uuid) returns uuid[]
  language sql stable security definer set search_path = '' as $$
  select coalesce(array_agg(c.id), '{}') from (
    select o.client_id as id from orders.lines_of_import(of_import) l join orders.orders o on o.id = l.order_id and o.company_id = app.company()
    union select r.client_id from orders.returns r where r.import_id = of_import and r.company_id = app.company()) c
$$;

-- The orders that an import's lines had made history become drafts again, before their lines and shipments go.
create or replace function orders.unmake_history(of_import uuid) returns void
  language plpgsql security definer set search_path = '' as $$
begin
  perform platform.guard_taking_back(of_import);
  update orders.orders o set state = 'draft', number = null, total = 0, line_count = 0, uninvoiced = 0, entered_total = null,
         content_hash = '', confirmed_at = null, confirmed_by = null, entered_at = null, checked_at = null
    from orders.lines_of_import(of_import) l
   where o.id = l.order_id and o.company_id = app.company() and o.import_id is not null and o.state in ('shipped', 'entered');
end $$;

-- Whose sales of which days an import made, and how many of its orders were decided about since. Past row security: what
-- holds an import, holds it whoever may see the orders.
create or replace function orders.days_of_import(of_import uuid) returns table (employee_id uuid, day date)
  language sql stable security definer set search_path = '' as $$
  select s.credited_to, s.shipped_on from orders.shipments s where s.import_id = of_import and s.company_id = app.company()
  union select r.credited_to, r.returned_on from orders.returns r where r.import_id = of_import and r.company_id = app.company()
$$;
create or replace function orders.decided_of_import(of_import uuid) returns bigint
  language sql stable security definer set search_path = '' as $$
  select count(*) from orders.lines_of_import(of_import) l join orders.orders o on o.id = l.order_id
   where o.company_id = app.company() and o.state not in ('draft', 'entered', 'shipped')
$$;
