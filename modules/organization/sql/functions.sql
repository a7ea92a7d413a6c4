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

-- What a setting says to an employee on a day: of their position, else of its department or one above, else of the company;
-- null where nobody chose, and the declared default counts. A choice of JSON null is one to follow whatever is above.
-- Of several positions the one held longest speaks. The employee null asks the company alone.
create or replace function organization.setting_of(of_company uuid, of_key text, of_employee uuid, on_day date)
  returns jsonb language plpgsql stable as $$
begin
  -- Most settings are the company's alone, and an act asks several: they are found by one look at the index.
  if of_employee is null then
    return nullif((select s.value from platform.settings s
      where s.company_id = of_company and s.key = of_key and s.scope_kind = 'company' and s.scope_id = of_company
        and s.valid_from <= on_day order by s.valid_from desc limit 1), 'null');
  end if;
  return (with recursive held as (
      select p.id, p.department_id, row_number() over (order by lower(a.valid), a.id) as turn
        from organization.assignments a join organization.positions p on p.id = a.position_id
       where a.company_id = of_company and a.employee_id = of_employee and a.valid @> on_day
    ), above as (
      select h.department_id as id, h.turn, 1 as depth from held h
      union all
      select d.parent_id, a.turn, a.depth + 1 from above a join organization.departments d on d.id = a.id
       where d.parent_id is not null and a.depth < 20
    ), places as (
      select 'position' as kind, h.id, h.turn, 0 as depth from held h
      union all select 'department', a.id, a.turn, a.depth from above a
      union all select 'company', of_company, 0, 100
    )
    select chosen.value from places
      cross join lateral (select s.value from platform.settings s
        where s.company_id = of_company and s.key = of_key and s.scope_kind = places.kind and s.scope_id = places.id
          and s.valid_from <= on_day order by s.valid_from desc limit 1) chosen
     where chosen.value <> 'null'
     order by places.depth, places.turn limit 1);
end $$;
