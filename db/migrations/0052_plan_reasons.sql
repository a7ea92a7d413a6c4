-- breaking: no
-- The history of plans is read by people: why a figure was changed, and the latest revisions of all plans first.

alter table plans.plans add column reason text not null default '';
comment on column plans.plans.reason is 'Why the figure was set so, in the words of whoever set it.';
create index plans__latest on plans.plans (company_id, set_at, id);
