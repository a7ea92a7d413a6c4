-- Who acts. Set once a connection is given to an actor; policies read it through these functions, wrapped in a
-- scalar subquery so that the planner evaluates each once a statement.

create or replace function app.company() returns uuid language sql stable parallel safe
  as $$ select nullif(current_setting('app.company_id', true), '')::uuid $$;

create or replace function app.employee() returns uuid language sql stable parallel safe
  as $$ select nullif(current_setting('app.employee_id', true), '')::uuid $$;

-- The keepers whose records the actor sees.
create or replace function app.reach() returns uuid[] language sql stable parallel safe
  as $$ select coalesce(nullif(current_setting('app.reach', true), ''), '{}')::uuid[] $$;

-- Does any grant give the permit, however far?
create or replace function app.may(permit text) returns boolean language sql stable parallel safe
  as $$ select coalesce(nullif(current_setting('app.permits', true), ''), '{}')::text[] && array[permit, '*'] $$;

-- Does a grant give the permit over all of the company?
create or replace function app.may_all(permit text) returns boolean language sql stable parallel safe
  as $$ select coalesce(nullif(current_setting('app.permits_all', true), ''), '{}')::text[] && array[permit, '*'] $$;

create or replace function app.today(company uuid) returns date language sql stable security definer set search_path = ''
  as $$ select (now() at time zone (select c.time_zone from platform.companies c where c.id = company))::date $$;

-- The moment at which a business day of a company begins.
create or replace function app.start_of(day date, company uuid) returns timestamptz language sql stable security definer set search_path = ''
  as $$ select day::timestamp at time zone (select c.time_zone from platform.companies c where c.id = company) $$;

-- Makes the connection act as an employee: reach and permits of today, from the dated tables.
create or replace function app.enter(actor_company uuid, actor uuid) returns void
  language plpgsql security definer set search_path = '' as $$
declare
  today date := app.today(actor_company);
  reached text;
  granted text[];
  granted_all text[];
begin
  select coalesce(array_agg(distinct r.keeper_id), '{}')::text into reached
    from app.reach r where r.employee_id = actor and r.company_id = actor_company and r.valid @> today;
  select coalesce(array_agg(distinct g.permit), '{}'),
         coalesce(array_agg(distinct g.permit) filter (where g.scope = 'all'), '{}')
    into granted, granted_all
    from app.grants g where g.employee_id = actor and g.company_id = actor_company and g.valid @> today;
  perform set_config('app.company_id', actor_company::text, false),
          set_config('app.employee_id', actor::text, false),
          set_config('app.reach', reached, false),
          set_config('app.permits', granted::text, false),
          set_config('app.permits_all', granted_all::text, false),
          set_config('app.acting_for', '', false),
          set_config('app.clause_id', '', false),
          set_config('app.request_id', '', false);
end $$;

-- Makes the connection act as the company itself: jobs, imports started by the launcher, the founding.
create or replace function app.enter_company(actor_company uuid) returns void
  language plpgsql security definer set search_path = '' as $$
begin
  perform set_config('app.company_id', actor_company::text, false),
          set_config('app.employee_id', '', false),
          set_config('app.reach', '', false),
          set_config('app.permits', '{*}', false),
          set_config('app.permits_all', '{*}', false),
          set_config('app.acting_for', '', false),
          set_config('app.clause_id', '', false),
          set_config('app.request_id', '', false);
end $$;

create or replace function app.count_revision() returns trigger language plpgsql as $$
begin
  new.revision := old.revision + 1;
  return new;
end $$;
