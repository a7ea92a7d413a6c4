-- breaking: yes
-- A reply is kept with its key in one row, written once, when the act is done. Nothing of another company can be meant by
-- the two tables below (row security lets in only the actor's own), and the look at the company's row, the same for
-- everybody who writes, made them wait for each other.
delete from platform.idempotency where status is null;
alter table platform.idempotency
  alter column status set not null,
  drop constraint idempotency_company_id_fkey;
alter table platform.outbox drop constraint outbox_company_id_fkey;
