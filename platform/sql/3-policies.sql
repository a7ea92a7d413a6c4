-- Row security of the platform's own tables.

-- Of a condition that hangs on permits the planner knows nothing and takes a fraction of the rows, once for every table
-- joined; then it sorts thousands where an index gives the first fifty in order. Written as `nullif(…) is not null` it
-- counts as nearly all rows, which is right: queries narrow to the keepers in reach themselves. Only where all of the
-- condition after the company is in one pair of brackets.
create or replace function app.as_nearly_all(condition text) returns text language plpgsql immutable as $$
declare
  ours text := 'company_id = (select app.company()) and ';
  rest text := substr(condition, length(ours) + 1);
  depth int := 0;
begin
  if not starts_with(condition, ours) or position('app.may_all(' in rest) = 0 then return condition; end if;
  for at in 1 .. length(rest) loop
    depth := depth + case substr(rest, at, 1) when '(' then 1 when ')' then -1 else 0 end;
    if depth = 0 and at < length(rest) then return condition; end if;
  end loop;
  return ours || 'nullif(' || rest || ', false) is not null';
end $$;

create or replace procedure app.policy(of_table regclass, verb text, condition text) language plpgsql as $$
declare
  named text := 'may_' || verb;
begin
  execute format('alter table %s enable row level security', of_table);
  execute format('drop policy if exists %I on %s', named, of_table);
  execute case verb
    when 'read' then format('create policy %I on %s for select using (%s)', named, of_table, app.as_nearly_all(condition))
    when 'add' then format('create policy %I on %s for insert with check (%s)', named, of_table, condition)
    when 'change' then format('create policy %I on %s for update using (%s) with check (%s)', named, of_table, condition, condition)
    when 'remove' then format('create policy %I on %s for delete using (%s)', named, of_table, condition)
  end;
end $$;
comment on procedure app.policy is 'One policy a verb: read, add, change, remove. A verb without a policy is refused.';

-- A table of the platform is read on further grounds, which modules bring: each has a name and stands beside the others.
create or replace procedure app.also_read(of_table regclass, ground text, condition text) language plpgsql as $$
declare
  named text := 'may_read_' || ground;
begin
  execute format('drop policy if exists %I on %s', named, of_table);
  execute format('create policy %I on %s for select using (%s)', named, of_table, condition);
end $$;
comment on procedure app.also_read is 'Another ground on which rows may be read, beside the policy of the table.';

-- What a module keeps secret is not read by another way either: rows of a table of the platform are read only where the
-- condition holds, whatever other ground there is.
create or replace procedure app.read_only_where(of_table regclass, ground text, condition text) language plpgsql as $$
declare
  named text := 'only_read_' || ground;
begin
  execute format('drop policy if exists %I on %s', named, of_table);
  execute format('create policy %I on %s as restrictive for select using (%s)', named, of_table, condition);
end $$;
comment on procedure app.read_only_where is 'A condition on reading rows besides every ground on which they may be read.';

call app.policy('platform.companies', 'read', 'id = (select app.company())');
call app.policy('platform.companies', 'change', 'id = (select app.company()) and (select app.may_all(''organization.configure''))');

call app.policy('app.reach', 'read', 'company_id = (select app.company()) and (employee_id = (select app.employee()) or (select app.may_all(''mandates.read'')))');
call app.policy('app.access_versions', 'read', 'company_id = (select app.company())');
call app.policy('app.grants', 'read', 'company_id = (select app.company()) and (employee_id = any ((select app.reach())::uuid[]) or employee_id = (select app.employee()) or (select app.may_all(''mandates.read'')))');

call app.policy('journal.entries', 'read', 'company_id = (select app.company()) and (employee_id = any ((select app.reach())::uuid[]) or employee_id = (select app.employee()) or (select app.may_all(''journal.read'')))');
call app.policy('journal.seals', 'read', '(select app.may_all(''journal.read''))');
call app.policy('journal.epochs', 'read', '(select app.may_all(''journal.read''))');

do $$
declare
  verb text;
  own text := 'company_id = (select app.company()) and employee_id = (select app.employee())';
  ours text := 'company_id = (select app.company())';
begin
  foreach verb in array array['read', 'add', 'change'] loop
    call app.policy('platform.idempotency', verb, own);
    call app.policy('platform.imports', verb, ours || ' and (select app.may_all(''imports.run''))');
  end loop;
  foreach verb in array array['read', 'add'] loop
    call app.policy('platform.import_rejections', verb, ours || ' and (select app.may_all(''imports.run''))');
    call app.policy('platform.document_numbers', verb, ours);
  end loop;
  call app.policy('platform.document_numbers', 'change', ours);
  call app.policy('platform.settings', 'read', ours);
  call app.policy('platform.settings', 'add', ours || ' and (select app.may_all(''organization.configure''))');
  -- Whoever chose something from a day on may think again until that day is over.
  call app.policy('platform.settings', 'change', ours || ' and (select app.may_all(''organization.configure'')) and valid_from >= (select app.today(app.company()))');
  foreach verb in array array['read', 'add', 'change', 'remove'] loop
    call app.policy('platform.saved_views', verb, case verb when 'read'
      then ours || ' and (shared or employee_id = (select app.employee()))' else own end);
    call app.policy('platform.import_mappings', verb, ours || ' and (select app.may_all(''imports.run''))');
  end loop;
  call app.policy('platform.outbox', 'add', ours);
  call app.policy('platform.outbox', 'read', ours || ' and (select app.may_all(''platform.operate''))');
  call app.policy('platform.outbox', 'change', ours || ' and (select app.may_all(''platform.operate''))');
  -- One's own choice; the company's jobs find whose digest is due.
  foreach verb in array array['read', 'add', 'change'] loop
    call app.policy('platform.digests', verb, ours || ' and (employee_id = (select app.employee()) or (select app.may_all(''platform.operate'')))');
  end loop;
  call app.policy('platform.notifications', 'read', own);
  call app.policy('platform.notifications', 'change', own);
  call app.policy('platform.notifications', 'add', ours);
end $$;

-- A document is as visible as its permit and keeper say, and always to the one who issued it. A file is as visible as its
-- record (5-files.sql); the company itself clears away what was detached.
do $$
declare
  seen text := 'company_id = (select app.company()) and (%s = (select app.employee()) or app.may_all(permit) or (app.may(permit) and keeper_id = any ((select app.reach())::uuid[])))';
begin
  call app.policy('platform.files', 'read', 'company_id = (select app.company()) and (select app.employee()) is null');
  call app.policy('platform.files', 'remove', 'company_id = (select app.company()) and (select app.employee()) is null and detached_at is not null');
  call app.policy('platform.issued_documents', 'read', format(seen, 'issued_by'));
  call app.policy('platform.issued_documents', 'add', 'company_id = (select app.company()) and issued_by is not distinct from (select app.employee())');
  call app.policy('app.common_permits', 'read', 'true');
end $$;
