-- breaking: no
-- An import whose process was killed is cut off: it says how far it came, and can be taken back.
alter table platform.imports
  drop constraint imports__state_known,
  add constraint imports__state_known check (state in ('preview', 'running', 'done', 'failed', 'cut-off', 'reverted')),
  add column progressed_at timestamptz;
comment on column platform.imports.progressed_at is 'When rows_read was last counted; of an import that was cut off, the last that is known of it.';
create index imports__running on platform.imports (company_id) where state = 'running';
