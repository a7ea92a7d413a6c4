-- What other modules may read of clients.
create or replace view clients.v_clients with (security_invoker = true) as
  select c.id, c.company_id, c.code, c.name, c.legal_name, c.kind, c.status, c.class, c.keeper_id, c.parent_id, c.segment,
         c.country, c.city, c.address, c.phone, c.email, c.tax_number, c.language, c.since, c.name_folded, c.search
    from clients.clients c;

create or replace view clients.v_contacts with (security_invoker = true) as
  select k.id, k.company_id, k.client_id, k.keeper_id, k.name, k.title, k.level, k.decision_role, k.phone, k.email, k.language, k.is_main
    from clients.contacts k where k.left_on is null;

create or replace view clients.v_bank_accounts with (security_invoker = true) as
  select b.id, b.company_id, b.client_id, b.keeper_id, b.number, b.bank_code, b.currency from clients.bank_accounts b;

create or replace view clients.v_keepers with (security_invoker = true) as
  select k.company_id, k.client_id, k.keeper_id, k.valid from clients.keepers k;

create or replace view clients.v_statuses with (security_invoker = true) as
  select s.company_id, s.client_id, s.status, s.valid from clients.statuses s;
