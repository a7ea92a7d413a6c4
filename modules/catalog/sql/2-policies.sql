-- The catalogue is one for the company: whoever reads it reads all of it; whoever keeps it changes it.
do $$
declare
  t text;
  ours text := 'company_id = (select app.company())';
begin
  foreach t in array array['categories', 'products', 'price_columns', 'prices'] loop
    call app.policy(('catalog.' || t)::regclass, 'read', ours || ' and (select app.may(''catalog.read''))');
    call app.policy(('catalog.' || t)::regclass, 'add', ours || ' and (select app.may(''catalog.edit''))');
    call app.policy(('catalog.' || t)::regclass, 'change', ours || ' and (select app.may(''catalog.edit''))');
  end loop;
  call app.policy('catalog.prices', 'remove', ours || ' and (select app.may(''catalog.edit'')) and lower(valid) > (select app.today(app.company()))');
end $$;
