-- What other modules may read of plans.
create or replace view plans.v_plans with (security_invoker = true) as
  select p.id, p.company_id, p.department_id, p.employee_id, p.metric, p.month, p.amount, p.category_id, p.client_id, p.approved_at
    from plans.plans p where p.superseded_at is null and p.state = 'approved';

create or replace view plans.v_daily_sales with (security_invoker = true) as
  select d.company_id, d.employee_id, d.day, d.currency, d.amount, d.shipments from plans.daily_sales d;
