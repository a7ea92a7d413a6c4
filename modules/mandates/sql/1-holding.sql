-- Asked by policies; security definer, since a policy that read the tables it guards would ask itself for ever.
create or replace function app.holds_position_of(of_description uuid) returns boolean
  language sql stable security definer set search_path = '' as $$
  select exists (
    select from mandates.job_descriptions j
      join organization.assignments a on a.position_id = j.position_id
     where j.id = of_description and a.employee_id = any (app.reach() || app.employee())
       and (j.employee_id is null or j.employee_id = a.employee_id))
$$;

create or replace function app.reviews_version(of_version uuid) returns boolean
  language sql stable security definer set search_path = '' as $$
  select exists (select from mandates.reviews r where r.version_id = of_version and r.reviewer_id = app.employee())
$$;

-- Was the actor, or whoever they answer for, asked and did not answer in time? They go on seeing what others now decide too.
create or replace function app.was_asked(of_request uuid) returns boolean
  language sql stable security definer set search_path = '' as $$
  select exists (select from mandates.request_passings p
    where p.request_id = of_request and p.cause = 'unanswered' and p.from_id = any (app.reach() || app.employee()))
$$;
