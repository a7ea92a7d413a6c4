-- What other modules may read of clients.
create or replace view clients.v_clients with (security_invoker = true) as
  select c.id, c.company_id, c.code, c.name, c.legal_name, c.kind, c.status, c.class, c.keeper_id, c.parent_id, c.segment,
         c.country, c.city, c.address, c.phone, c.email, c.tax_number, c.language, c.since, c.name_folded, c.search
    from clients.clients c;

create or replace view clients.v_figures with (security_invoker = true) as
  select f.client_id, f.company_id, f.keeper_id, f.last_contact_on, f.last_order_on, f.sales_12m, f.owed, f.overdue, f.oldest_due_on
    from clients.figures f;

create or replace view clients.v_contacts with (security_invoker = true) as
  select k.id, k.company_id, k.client_id, k.keeper_id, k.name, k.title, k.level, k.decision_role, k.phone, k.email, k.language, k.is_main
    from clients.contacts k where k.left_on is null;

create or replace view clients.v_bank_accounts with (security_invoker = true) as
  select b.id, b.company_id, b.client_id, b.keeper_id, b.number, b.bank_code, b.currency from clients.bank_accounts b;

create or replace view clients.v_keepers with (security_invoker = true) as
  select k.company_id, k.client_id, k.keeper_id, k.valid from clients.keepers k;

create or replace view clients.v_statuses with (security_invoker = true) as
  select s.company_id, s.client_id, s.status, s.valid from clients.statuses s;

-- What happened with a client that this module knows of, for the timeline (see TimelineSource).
create or replace view clients.v_timeline with (security_invoker = true) as
  select k.client_id, k.set_at as at, 'keeper-changed' as kind, k.id, k.set_by as employee_id,
         jsonb_build_object('keeper', e.name, 'reason', k.reason) as data
    from clients.keepers k join clients.clients c on c.id = k.client_id and k.set_at > c.created_at
    join organization.employees e on e.id = k.keeper_id
  union all
  select g.client_id, g.changed_at, 'class-changed', g.id, g.changed_by,
         jsonb_build_object('before', coalesce(g.class_before, 'none'), 'after', coalesce(g.class_after, 'none'), 'reason', g.reason)
    from clients.class_changes g
  union all
  select d.client_id, d.created_at, 'dossier-entry', d.id, d.noted_by,
         jsonb_build_object('topic', d.topic, 'text', left(d.text, 500), 'source', d.source)
    from clients.dossier_entries d
  union all
  select k.client_id, k.created_at, 'contract-entered', k.id, k.entered_by,
         jsonb_build_object('number', k.number, 'subject', left(k.subject, 200), 'until', k.valid_until,
           'href', '/clients/' || k.client_id || '?tab=contracts')
    from clients.contracts k
  union all
  select c.id, c.created_at, 'client-entered', c.id, null::uuid, jsonb_build_object('name', c.name) from clients.clients c;
