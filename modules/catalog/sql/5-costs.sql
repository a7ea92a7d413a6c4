-- What products cost is seen with a permit of its own and by nobody else: neither here, nor where the journal keeps what was
-- written, nor among the rows of a file that an import did not take.
do $$
declare
  sees text := 'company_id = (select app.company()) and (select app.may(''catalog.cost''))';
  keeps text := sees || ' and (select app.may(''catalog.edit''))';
begin
  call app.policy('catalog.costs', 'read', sees);
  call app.policy('catalog.costs', 'add', keeps);
  call app.policy('catalog.costs', 'change', keeps);
end $$;
call app.read_only_where('journal.entries', 'costs', 'table_name <> ''catalog.costs'' or (select app.may(''catalog.cost''))');
call app.read_only_where('platform.import_rejections', 'costs', '(select app.may(''catalog.cost'')) or exists (select from platform.imports i
  where i.id = import_id and (not i.mapping ? ''cost'' or i.started_by = (select app.employee())))');
