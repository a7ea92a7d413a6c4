-- breaking: no
-- When the sales plan of each subordinate was first approved is asked for one by one, on Today of their head and as evidence:
-- without an index of its own each would read the month of the whole company.
create index plans__approvals on plans.plans (company_id, employee_id, month)
  where metric = 'sales' and state = 'approved' and category_id is null and client_id is null;
