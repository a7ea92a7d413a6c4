-- What sign-in may ask before anyone acts. Security definer: row security would answer "nobody" here.

-- Does the employee sign in by a password that somebody else gave? Then nothing is open but changing it.
create or replace function app.password_is_given(to_employee uuid) returns boolean language sql stable as $$
  select exists (select from organization.given_accesses g where g.employee_id = to_employee and g.replaced_at is null)
$$;

drop function if exists app.employee_of_user(text);
create function app.employee_of_user(of_user text)
  returns table (company_id uuid, employee_id uuid, language text, password_is_given boolean)
  language sql stable security definer set search_path = '' as $$
  select e.company_id, e.id, e.language, app.password_is_given(e.id) from organization.employees e
   where e.user_id = of_user and (e.dismissed_at is null or e.dismissed_at > now())
$$;

drop function if exists app.employee_of_key(text);
create function app.employee_of_key(key_hash text)
  returns table (company_id uuid, employee_id uuid, language text, password_is_given boolean)
  language sql stable security definer set search_path = '' as $$
  select e.company_id, e.id, e.language, app.password_is_given(e.id) from identity.api_keys k
    join organization.employees e on e.id = k.employee_id
   where k.hash = key_hash and k.revoked_at is null and (k.expires_on is null or k.expires_on > current_date)
     and (e.dismissed_at is null or e.dismissed_at > now())
$$;

-- The password hash of the one who acts, and of no one else: for entering the credential again at a signature. What
-- somebody else gave is not a credential.
create or replace function app.own_credential() returns text language sql stable security definer set search_path = '' as $$
  select a.password from organization.employees e
    join identity.account a on a."userId" = e.user_id and a."providerId" = 'credential'
   where e.id = app.employee() and not app.password_is_given(e.id)
$$;

create or replace function app.add_api_key(key_name text, key_hash text, key_expires date) returns uuid
  language sql security definer set search_path = '' as $$
  insert into identity.api_keys (company_id, employee_id, name, hash, expires_on)
  values (app.company(), app.employee(), key_name, key_hash, key_expires) returning id
$$;

create or replace function app.own_api_keys()
  returns table (id uuid, name text, created_at timestamptz, expires_on date, revoked_at timestamptz)
  language sql stable security definer set search_path = '' as $$
  select k.id, k.name, k.created_at, k.expires_on, k.revoked_at from identity.api_keys k where k.employee_id = app.employee() order by k.created_at
$$;

create or replace function app.revoke_api_key(key_id uuid) returns boolean language sql security definer set search_path = '' as $$
  with gone as (update identity.api_keys set revoked_at = now() where id = key_id and employee_id = app.employee() and revoked_at is null returning 1)
  select exists (select from gone)
$$;

-- Ends every session and key of an employee. Only those who arrange staff may.
create or replace function app.cut_access(of_employee uuid) returns void language plpgsql security definer set search_path = '' as $$
begin
  if not app.may_all('organization.arrange') then
    raise exception 'not allowed' using errcode = '42501';
  end if;
  delete from identity.session s using organization.employees e
   where e.id = of_employee and e.company_id = app.company() and s."userId" = e.user_id;
  update identity.api_keys set revoked_at = now() where employee_id = of_employee and company_id = app.company() and revoked_at is null;
end $$;

-- Lets an employee sign in with a password (its argon2id hash). Only those who arrange staff may. Given by a person, it
-- opens nothing until it is changed, ends what was open before, and is told in the inbox of whoever gets it: here, so that
-- no code can leave it out. The second step stays. Given by the company (its founding), it is the person's own.
create or replace function app.give_access(of_employee uuid, password_hash text) returns text
  language plpgsql security definer set search_path = '' as $$
declare
  person organization.employees;
  of_user text;
begin
  if not app.may_all('organization.arrange') then
    raise exception 'not allowed' using errcode = '42501';
  end if;
  select * into person from organization.employees where id = of_employee and company_id = app.company() and dismissed_at is null for no key update;
  if person.id is null then return null; end if;
  of_user := coalesce(person.user_id, gen_random_uuid()::text);
  if person.user_id is null then
    insert into identity."user" ("id", "name", "email", "emailVerified", "updatedAt") values (of_user, person.name, lower(person.email), true, now());
    insert into identity.account ("id", "accountId", "providerId", "userId", "password", "updatedAt")
    values (gen_random_uuid()::text, of_user, 'credential', of_user, password_hash, now());
    update organization.employees set user_id = of_user where id = of_employee;
  else
    update identity.account set password = password_hash, "updatedAt" = now() where "userId" = of_user and "providerId" = 'credential';
  end if;
  perform app.cut_access(of_employee);
  if app.employee() is not null then
    insert into organization.given_accesses (company_id, employee_id, given_by) values (person.company_id, of_employee, app.employee());
    insert into platform.notifications (company_id, employee_id, kind, params, href)
    select person.company_id, of_employee, 'organization.access-given', jsonb_build_object('by', g.name), '/me'
      from organization.employees g where g.id = app.employee();
  end if;
  return of_user;
end $$;

-- Whatever changes a password, the sessions that the former one opened end, links to reset it too, and what was given is replaced. In the journal
-- it is the act of the person when nobody else gave it.
create or replace function app.password_replaced() returns trigger language plpgsql security definer set search_path = '' as $$
declare
  person organization.employees;
begin
  delete from identity.session where "userId" = new."userId";
  -- Links to a new password that were sent and not used open nothing any more.
  delete from identity.verification where "value" = new."userId" and starts_with("identifier", 'reset-password:');
  select * into person from organization.employees where user_id = new."userId";
  if app.company() is null then
    perform set_config('app.employee_id', coalesce(person.id::text, ''), true);
  end if;
  update organization.given_accesses set replaced_at = now() where employee_id = person.id and replaced_at is null;
  return null;
end $$;
create or replace trigger account__password_replaced after update on identity.account
  for each row when (old.password is distinct from new.password) execute function app.password_replaced();

-- Who gave somebody access in the thirty days before a moment: what is signed then says so. Null: nobody did.
create or replace function organization.access_given_before(to_employee uuid, moment timestamptz) returns jsonb
  language sql stable as $$
  select jsonb_build_object('by', e.name, 'at', g.given_at) from organization.given_accesses g
    join organization.employees e on e.id = g.given_by
   where g.employee_id = to_employee and g.given_at <= moment and g.given_at > moment - interval '30 days'
   order by g.given_at desc limit 1
$$;
