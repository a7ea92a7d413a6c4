-- The company, its staffing list and its people: a director, personnel, accounting, sales support, and heads over key
-- account managers. Employees 1 to 4 are director, HR and two accountants, 5 to 10 support, 11 on heads, 101 on managers.
insert into platform.companies (id, name, currency, time_zone, language, country)
values (:company_id, ':name', 'EUR', 'Europe/Berlin', 'en', 'DE');

insert into organization.departments (id, company_id, name)
select bench.id(:company, 16, n), :company_id, name
  from (values (1, 'Management'), (2, 'Personnel'), (3, 'Accounting'), (4, 'Sales'), (5, 'Sales support')) d(n, name);

insert into organization.positions (id, company_id, department_id, title, category, headcount, template)
select bench.id(:company, 17, n), :company_id, bench.id(:company, 16, department), title, category, headcount, template
  from (values (1, 1, 'Director', 'head', 1, 'director'), (2, 2, 'HR manager', 'specialist', 1, 'hr-manager'),
    (3, 3, 'Accountant', 'specialist', 2, 'accountant'), (4, 5, 'Sales support', 'specialist', 6, 'sales-support'),
    (5, 4, 'Head of sales', 'head', :heads, 'head-of-sales'), (6, 4, 'Key account manager', 'specialist', :keepers, 'key-account-manager'))
    p(n, department, title, category, headcount, template);

create table bench.people as
select n, case when n = 1 then 1 when n = 2 then 2 when n <= 4 then 3 when n <= 10 then 4 when n <= 100 then 5 else 6 end as position,
       case when n = 1 then null when n <= 100 then 1 else 11 + (n - 101) % :heads end as superior
  from (select generate_series(1, 10 + :heads) union all select generate_series(101, 100 + :keepers)) e(n);

insert into organization.employees (id, company_id, number, first_name, last_name, email, hired_on, founder)
select bench.id(:company, 1, n), :company_id, n::text, initcap(bench.word(n * 7 % 64000)), initcap(bench.word(n * 131 % 64000)),
       'e' || n || '@company' || :company || '.example', :today - 1100, n <= 2
  from bench.people;

insert into organization.assignments (company_id, employee_id, position_id, valid)
select :company_id, bench.id(:company, 1, n), bench.id(:company, 17, position), daterange(:today - 1100, null) from bench.people;

insert into organization.reporting_lines (company_id, employee_id, superior_id, valid)
select :company_id, bench.id(:company, 1, n), bench.id(:company, 1, superior), daterange(:today - 1100, null) from bench.people where superior is not null;
drop table bench.people;
