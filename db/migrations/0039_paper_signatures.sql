-- breaking: no
-- A signature on paper counts by the scan of the signed sheet.

alter table mandates.acknowledgements add column scan_id uuid references platform.files;
comment on column mandates.acknowledgements.scan_id is 'The signed sheet. Null for signatures on paper from before scans were asked for.';
create index acknowledgements__by_scan on mandates.acknowledgements (scan_id) where scan_id is not null;
