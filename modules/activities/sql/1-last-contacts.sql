-- Since when each client waits for a contact. Rows are written by triggers alone, whoever writes a client or an activity.

create or replace function activities.cadence_class(of_class text, of_status text) returns text language sql immutable parallel safe
  as $$ select coalesce(of_class, case when of_status = 'active' then 'C' end) $$;

create or replace function activities.begin_waiting() returns trigger
  language plpgsql security definer set search_path = '' as $$
begin
  insert into activities.last_contacts (client_id, company_id, keeper_id, cadence_class, since, potential)
  select n.id, n.company_id, n.keeper_id, activities.cadence_class(n.class, n.status), n.since, n.status = 'potential' from new_rows n
  on conflict (client_id) do nothing;
  return null;
end $$;
create or replace trigger last_contacts__begin after insert on clients.clients
  referencing new table as new_rows for each statement execute function activities.begin_waiting();

create or replace function activities.class_changed() returns trigger
  language plpgsql security definer set search_path = '' as $$
begin
  update activities.last_contacts l set cadence_class = activities.cadence_class(n.class, n.status), since = n.since,
         potential = n.status = 'potential'
    from new_rows n
   where l.client_id = n.id
     and (l.cadence_class, l.since, l.potential)
         is distinct from (activities.cadence_class(n.class, n.status), n.since, n.status = 'potential');
  return null;
end $$;
create or replace trigger last_contacts__class after update on clients.clients
  referencing new table as new_rows for each statement execute function activities.class_changed();

-- A contact is what reached somebody; an attempt is one as well that did not. The last ones move on, never back.
create or replace function activities.contact_made() returns trigger
  language plpgsql security definer set search_path = '' as $$
begin
  update activities.last_contacts l set last_tried_on = m.done_on
    from (select n.client_id, max(n.done_on) as done_on from new_rows n where n.state = 'done' group by n.client_id) m
   where l.client_id = m.client_id and (l.last_tried_on is null or l.last_tried_on < m.done_on);
  update activities.last_contacts l set last_on = m.done_on, activity_id = m.id
    from (select distinct on (n.client_id) n.client_id, n.done_on, n.id from new_rows n
           where n.state = 'done' and n.outcome <> 'no-contact' order by n.client_id, n.done_on desc, n.id desc) m
   where l.client_id = m.client_id and (l.last_on is null or l.last_on < m.done_on);
  perform clients.tell_contact(m.client_id, m.done_on)
    from (select n.client_id, max(n.done_on) as done_on from new_rows n
           where n.state = 'done' and n.outcome <> 'no-contact' group by n.client_id) m;
  return null;
end $$;
create or replace trigger last_contacts__made after insert on activities.activities
  referencing new table as new_rows for each statement execute function activities.contact_made();
create or replace trigger last_contacts__made_later after update on activities.activities
  referencing new table as new_rows for each statement execute function activities.contact_made();
