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
