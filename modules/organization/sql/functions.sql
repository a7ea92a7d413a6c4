-- The reporting line above an employee on a day, nearest first. A cycle (refused at entry) cannot hang it.
create or replace function organization.superiors_of(of_company uuid, of_employee uuid, on_day date)
  returns table (superior_id uuid, distance int) language sql stable as $$
  with recursive line as (
    select r.superior_id, 1 as distance from organization.reporting_lines r
     where r.company_id = of_company and r.employee_id = of_employee and r.valid @> on_day
    union all
    select r.superior_id, l.distance + 1 from line l
      join organization.reporting_lines r on r.employee_id = l.superior_id and r.valid @> on_day
     where l.distance < 20
  )
  select line.superior_id, line.distance from line
$$;
