-- Orders exist for the client's keeper, for those above and the substitute, and for duties over all of the company.
do $$
declare
  t text;
  ours text := 'company_id = (select app.company())';
  allowed text := '((select app.may_all(''%1$s'')) or ((select app.may(''%1$s'')) and keeper_id = any ((select app.reach())::uuid[])))';
  reads text;
  takes text;
  enters text;
  decides text;
  types text;
  imports text;
begin
  reads := ours || ' and ' || format(allowed, 'orders.read');
  takes := format(allowed, 'orders.take');
  enters := format(allowed, 'orders.enter');
  -- Sales support write the lines of what was captured and of nothing else.
  types := '(' || enters || ' and exists (select from orders.orders o where o.id = order_id and o.state = ''captured''))';
  imports := '(select app.may_all(''imports.run''))';
  -- Whoever decides what goes beyond a right carries the order on.
  decides := '(' || format(allowed, 'orders.price-column') || ' or ' || format(allowed, 'orders.discount') || ' or '
    || format(allowed, 'orders.release-credit') || ')';

  call app.policy('orders.client_terms', 'read', reads);
  foreach t in array array['add', 'change'] loop
    call app.policy('orders.client_terms', t, ours || ' and (' || format(allowed, 'orders.edit-terms') || ' or ' || imports || ')');
    call app.policy('orders.number_series', t, ours);
  end loop;
  call app.policy('orders.number_series', 'read', ours);

  foreach t in array array['orders', 'order_lines', 'entered_lines', 'authorizations', 'order_messages', 'shipments',
                           'shipment_lines', 'returns', 'return_lines', 'rhythms'] loop
    call app.policy(('orders.' || t)::regclass, 'read', reads);
  end loop;

  call app.policy('orders.orders', 'add', ours || ' and ((' || takes || ' and state = ''draft'' and number is null) or ' || imports || ')');
  call app.policy('orders.orders', 'change', ours || ' and (' || takes || ' or ' || enters || ' or ' || decides || ' or ' || imports || ')');
  call app.policy('orders.order_lines', 'add', ours || ' and (' || takes || ' or ' || types || ' or ' || imports || ')');
  call app.policy('orders.order_lines', 'change', ours || ' and ' || takes);
  call app.policy('orders.order_lines', 'remove', ours || ' and (' || takes || ' or ' || types || ' or ' || imports || ')');
  call app.policy('orders.orders', 'remove', ours || ' and ' || imports || ' and import_id is not null');
  call app.policy('orders.authorizations', 'add', ours || ' and (' || takes || ' or ' || decides || ')');
  call app.policy('orders.authorizations', 'change', ours || ' and (' || takes || ' or ' || decides || ')');
  call app.policy('orders.order_messages', 'add', ours || ' and author_id = (select app.employee()) and (' || takes || ' or ' || enters || ')');
  call app.policy('orders.entered_lines', 'add', ours || ' and ' || enters);
  call app.policy('orders.entered_lines', 'remove', ours || ' and ' || enters);
  foreach t in array array['shipments', 'shipment_lines', 'returns', 'return_lines'] loop
    call app.policy(('orders.' || t)::regclass, 'add', ours || ' and (' || enters || ' or ' || imports || ')');
    call app.policy(('orders.' || t)::regclass, 'remove', ours || ' and ' || imports);
  end loop;
end $$;
