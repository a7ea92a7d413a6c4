-- breaking: no
-- Calls to potential clients in free time: who is ready to be called, and who asked not to be.

alter table activities.last_contacts add column potential boolean not null default false;
alter table activities.last_contacts add column last_tried_on date;
comment on column activities.last_contacts.potential is 'The client is a potential one; told by trigger, as the class.';
comment on column activities.last_contacts.last_tried_on is 'The last attempt, whether it reached somebody or not.';
update activities.last_contacts l set potential = c.status = 'potential',
    last_tried_on = (select max(a.done_on) from activities.activities a where a.client_id = l.client_id and a.state = 'done')
  from clients.clients c where c.id = l.client_id;
create index last_contacts__prospects on activities.last_contacts (company_id, keeper_id, last_tried_on nulls first, client_id) where potential;

create table activities.call_bans (
  id uuid primary key default uuidv7(),
  company_id uuid not null references platform.companies,
  client_id uuid not null,
  keeper_id uuid not null,
  reason text not null constraint call_bans__reason_given check (btrim(reason) <> ''),
  set_by uuid references organization.employees,
  set_at timestamptz not null default now(),
  constraint call_bans__one_a_client unique (client_id),
  constraint call_bans__of_client foreign key (client_id, keeper_id) references clients.clients (id, keeper_id) on update cascade
);
comment on table activities.call_bans is 'Clients that asked not to be called.';
