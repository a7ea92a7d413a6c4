-- Rows that an import has taken are known only to those who import.
do $$
declare
  verb text;
begin
  foreach verb in array array['read', 'add', 'remove'] loop
    call app.policy('orders.import_digests', verb, 'company_id = (select app.company()) and (select app.may(''imports.run''))');
  end loop;
end $$;
