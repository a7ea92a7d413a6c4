-- Whose plans, facts and pay the actor may know. Security definer functions below ask these themselves.

-- Of the employees asked for those whose plans and facts may be seen: all of them with a grant over the company, for
-- settling pay, or for reading every mandate (an appraisal measures by them); else oneself and those one reaches.
create or replace function plans.seen_of(wanted uuid[]) returns uuid[] language sql stable as $$
  select case when app.may_all('plans.read') or app.may_all('pay.settle') or app.may_all('mandates.read') then wanted
    else coalesce((select array_agg(e) from unnest(wanted) e
      where e = (select app.employee()) or e = any ((select app.reach())::uuid[])), '{}') end
$$;

-- Whose pay may be seen: one's own, and that of those below in the reporting line. Not that of somebody one stands in for.
create or replace function plans.pay_seen() returns uuid[] language sql stable security definer set search_path = '' as $$
  select coalesce(array_agg(distinct r.keeper_id), '{}') || app.employee() from app.reach r
   where r.company_id = app.company() and r.employee_id = app.employee() and r.kind = 'below' and r.valid @> app.today(app.company())
$$;
create or replace function plans.sees_pay(of_employee uuid) returns boolean language sql stable as $$
  select app.may_all('pay.settle') or of_employee = any (plans.pay_seen())
$$;

-- An employee with everyone below in the reporting line on a day.
create or replace function plans.line_of(top uuid, on_day date) returns uuid[] language sql stable as $$
  with recursive line as (
    select top as id, 1 as depth
    union
    select r.employee_id, l.depth + 1 from line l join organization.reporting_lines r on r.superior_id = l.id
     where r.company_id = app.company() and r.valid @> on_day and l.depth < 20
  )
  select array_agg(distinct line.id) from line
$$;

-- A department with all below it.
create or replace function plans.departments_under(top uuid) returns setof uuid language sql stable as $$
  with recursive tree as (
    select d.id, 1 as depth from organization.departments d where d.id = top and d.company_id = app.company()
    union all
    select d.id, t.depth + 1 from tree t join organization.departments d on d.parent_id = t.id where t.depth < 20
  )
  select tree.id from tree
$$;

-- Who held a position in a department, or one below it, on any day of a period: their plans and facts are the department's.
create or replace function plans.members_of(top uuid, from_day date, to_day date) returns uuid[] language sql stable as $$
  select coalesce(array_agg(distinct a.employee_id), '{}')
    from organization.assignments a join organization.positions p on p.id = a.position_id
   where a.company_id = app.company() and a.valid && daterange(from_day, to_day)
     and p.department_id in (select plans.departments_under(top))
$$;

-- Who held any position in a period, of those whose plans and facts the actor answers for.
create or replace function plans.in_sight(from_day date, to_day date) returns uuid[] language sql stable as $$
  select coalesce(array_agg(distinct a.employee_id), '{}') from organization.assignments a
   where a.company_id = app.company() and a.valid && daterange(from_day, to_day)
     and ((select app.may_all('plans.read')) or a.employee_id = any ((select app.reach())::uuid[]))
$$;

-- Whose facts a figure of a period counts: one employee's, a department's, those of a line, or of everyone in sight. Figures
-- and the lists that they open ask this same question.
create or replace function plans.people_of(one uuid, department uuid, line uuid, from_day date, to_day date) returns uuid[]
  language sql stable as $$
  select case when one is not null then array[one]
    when department is not null then plans.members_of(department, from_day, to_day)
    when line is not null then plans.line_of(line, least(to_day - 1, app.today(app.company())))
    else plans.in_sight(from_day, to_day) end
$$;

-- The departments, with those above them, in which someone within reach works today.
create or replace function plans.own_departments() returns uuid[] language sql stable security definer set search_path = '' as $$
  with recursive line as (
    select d.id, d.parent_id, 1 as depth from organization.assignments a
      join organization.positions p on p.id = a.position_id join organization.departments d on d.id = p.department_id
     where a.company_id = app.company() and a.valid @> app.today(app.company())
       and (a.employee_id = app.employee() or a.employee_id = any (app.reach()))
    union
    select d.id, d.parent_id, l.depth + 1 from line l join organization.departments d on d.id = l.parent_id where l.depth < 20
  )
  select coalesce(array_agg(distinct line.id), '{}') from line
$$;

-- For which of the employees and months pay is settled. Past row security: whoever sets plans need not see pay to be kept
-- from changing what was paid by.
create or replace function plans.settled_months(wanted uuid[], months date[]) returns setof text
  language sql stable security definer set search_path = '' as $$
  select s.employee_id || ' ' || to_char(s.month, 'YYYY-MM') from plans.pay_statements s
   where s.company_id = app.company() and s.employee_id = any (wanted) and s.month = any (months)
$$;

-- Who arranges the staff today by a description in force; where none says, the founders. Past row security: whoever settles
-- pay need not know who holds which permit.
create or replace function plans.staff_arrangers() returns uuid[] language sql stable security definer set search_path = '' as $$
  with arranging as (
    select g.employee_id, g.clause_id is not null as by_clause from app.grants g
     where g.company_id = app.company() and g.permit = 'organization.arrange' and g.scope = 'all' and g.valid @> app.today(app.company())
  )
  select coalesce(array_agg(distinct a.employee_id), '{}') from arranging a
   where a.by_clause or not exists (select from arranging b where b.by_clause)
$$;
