-- What sign-in may ask before anyone acts. Security definer: row security would answer "nobody" here.

create or replace function app.employee_of_user(of_user text)
  returns table (company_id uuid, employee_id uuid, language text) language sql stable security definer set search_path = '' as $$
  select e.company_id, e.id, e.language from organization.employees e
   where e.user_id = of_user and (e.dismissed_at is null or e.dismissed_at > now())
$$;

create or replace function app.employee_of_key(key_hash text)
  returns table (company_id uuid, employee_id uuid, language text) language sql stable security definer set search_path = '' as $$
  select e.company_id, e.id, e.language from identity.api_keys k
    join organization.employees e on e.id = k.employee_id
   where k.hash = key_hash and k.revoked_at is null and (k.expires_on is null or k.expires_on > current_date)
     and (e.dismissed_at is null or e.dismissed_at > now())
$$;

-- The password hash of the one who acts, and of no one else: for entering the credential again at a signature.
create or replace function app.own_credential() returns text language sql stable security definer set search_path = '' as $$
  select a.password from organization.employees e
    join identity.account a on a."userId" = e.user_id and a."providerId" = 'credential'
   where e.id = app.employee()
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

-- Ends every session and key of an employee, at the moment of dismissal. Only those who arrange staff may.
create or replace function app.cut_access(of_employee uuid) returns void language plpgsql security definer set search_path = '' as $$
begin
  if not app.may_all('organization.arrange') then
    raise exception 'not allowed' using errcode = '42501';
  end if;
  delete from identity.session s using organization.employees e
   where e.id = of_employee and e.company_id = app.company() and s."userId" = e.user_id;
  update identity.api_keys set revoked_at = now() where employee_id = of_employee and company_id = app.company() and revoked_at is null;
end $$;

-- Lets an employee sign in with a password (its argon2id hash). Only those who arrange staff may; once an employee.
create or replace function app.give_access(of_employee uuid, password_hash text) returns text
  language plpgsql security definer set search_path = '' as $$
declare
  person organization.employees;
  new_user text := gen_random_uuid()::text;
begin
  if not app.may_all('organization.arrange') then
    raise exception 'not allowed' using errcode = '42501';
  end if;
  select * into person from organization.employees where id = of_employee and company_id = app.company() and dismissed_at is null;
  if person.id is null then return null; end if;
  if person.user_id is not null then
    update identity.account set password = password_hash, "updatedAt" = now() where "userId" = person.user_id and "providerId" = 'credential';
    delete from identity.session where "userId" = person.user_id;
    return person.user_id;
  end if;
  insert into identity."user" ("id", "name", "email", "emailVerified", "updatedAt") values (new_user, person.name, lower(person.email), true, now());
  insert into identity.account ("id", "accountId", "providerId", "userId", "password", "updatedAt")
  values (gen_random_uuid()::text, new_user, 'credential', new_user, password_hash, now());
  update organization.employees set user_id = new_user where id = of_employee;
  return new_user;
end $$;
