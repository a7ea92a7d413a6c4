-- breaking: no
-- Why somebody used their own right to release an order beyond the credit, and why a promise to pay was withdrawn: both are
-- decisions that somebody answers for, so the reason stands in the record itself.
alter table orders.authorizations add column reason text not null default '';
comment on column orders.authorizations.reason is 'Why, in the words of whoever asked or released; empty for a right that needs none, and for releases recorded before reasons were asked for.';

alter table settlements.promises add column withdrawn_by uuid references organization.employees;
alter table settlements.promises add column withdrawn_reason text not null default '';
alter table settlements.promises add constraint promises__withdrawn_with_reason
  check (withdrawn_by is null or (state = 'withdrawn' and btrim(withdrawn_reason) <> ''));
comment on column settlements.promises.withdrawn_reason is 'Of promises withdrawn before it had a place of its own, the reason stands in the note.';
