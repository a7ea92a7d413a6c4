import type { Verification } from '#platform/declare/module.ts';

/** What must hold over the whole database: the tallies are the orders. Each query gives the rows that contradict it. */
export const plansVerifications: readonly Verification[] = [
  {
    name: 'plans.daily-sales',
    query: `with credited as (
        select s.company_id, s.credited_to as employee_id, s.shipped_on as day, s.currency, s.amount, 1 as shipments from orders.shipments s
        union all select r.company_id, r.credited_to, r.returned_on, r.currency, -r.amount, 0 from orders.returns r
        union all select t.company_id, t.from_id, t.day, t.currency, -t.amount, -(t.amount > 0)::int from plans.transferred_sales t
        union all select t.company_id, t.to_id, t.day, t.currency, t.amount, (t.amount > 0)::int from plans.transferred_sales t
      ), told as (
        select company_id, employee_id, day, currency, sum(amount) as amount, sum(shipments) as shipments from credited group by 1, 2, 3, 4
      )
      select coalesce(d.employee_id, t.employee_id) as employee_id, coalesce(d.day, t.day) as day, d.amount as tallied, t.amount as orders
        from plans.daily_sales d full join told t using (company_id, employee_id, day, currency)
       where coalesce(d.amount, 0) <> coalesce(t.amount, 0) or coalesce(d.shipments, 0) <> coalesce(t.shipments, 0)`,
  },
  {
    name: 'plans.group-sales',
    query: `with told as (
        select x.company_id, x.employee_id, date_trunc('month', x.day)::date as month, x.currency, p.category_id, sum(x.amount) as amount
          from (select s.company_id, coalesce(t.to_id, s.credited_to) as employee_id, s.shipped_on as day, s.currency, l.product_id, l.amount
                  from orders.shipments s join orders.shipment_lines l on l.shipment_id = s.id
                  left join plans.transferred_sales t on t.sale_id = s.id
                union all
                select r.company_id, coalesce(t.to_id, r.credited_to), r.returned_on, r.currency, l.product_id, -l.amount
                  from orders.returns r join orders.return_lines l on l.return_id = r.id
                  left join plans.transferred_sales t on t.sale_id = r.id) x
          join catalog.products p on p.id = x.product_id and p.category_id is not null group by 1, 2, 3, 4, 5
      )
      select coalesce(g.employee_id, t.employee_id) as employee_id, coalesce(g.month, t.month) as month, g.amount as tallied, t.amount as lines
        from plans.group_sales g full join told t using (company_id, employee_id, month, currency, category_id)
       where coalesce(g.amount, 0) <> coalesce(t.amount, 0)`,
  },
  {
    name: 'plans.parts',
    query: `select p.company_id, p.employee_id, p.department_id, p.month from plans.plans p
      where p.superseded_at is null and p.state = 'approved' and p.metric = 'sales' group by 1, 2, 3, 4
      having greatest(coalesce(sum(p.amount) filter (where p.category_id is not null), 0), coalesce(sum(p.amount) filter (where p.client_id is not null), 0))
        > coalesce(sum(p.amount) filter (where p.category_id is null and p.client_id is null), 0)`,
  },
  {
    name: 'plans.served-clients',
    query: `select coalesce(s.client_id, o.client_id) as client_id from plans.served_clients s
      full join (select client_id, min(shipped_on) as first, max(shipped_on) as last from orders.shipments group by client_id) o
        on o.client_id = s.client_id
      where (s.first_shipped_on, s.last_shipped_on) is distinct from (o.first, o.last)`,
  },
  {
    name: 'plans.new-clients',
    query: `select s.client_id from plans.served_clients s join clients.clients c on c.id = s.client_id
      where s.registered_anew <> (c.tax_number <> '' and exists (
        select from clients.clients o join plans.served_clients e on e.client_id = o.id
         where o.company_id = c.company_id and o.tax_number = c.tax_number and o.id <> c.id
           and (e.first_shipped_on, e.client_id) < (s.first_shipped_on, s.client_id)))`,
  },
  {
    // A settled statement names the company's minimum it was held against: its own lines are never below it.
    name: 'plans.pay-minimum',
    query: `select s.id from plans.pay_statements s
      cross join lateral jsonb_path_query(s.formula, '$[*] ? (@.rule == "plans.minimum-wage" && !exists(@.month))') f
      where (select coalesce(sum((l ->> 'amount')::bigint), 0) from jsonb_array_elements(s.lines) l where l ->> 'part' <> 'carried')
          * (f -> 'facts' -> 'held' ->> 'of')::bigint
          < (f -> 'settings' ->> 'amount')::bigint * (f -> 'facts' -> 'held' ->> 'days')::bigint`,
  },
  {
    name: 'plans.pay-totals',
    query: `select s.id from plans.pay_statements s
      where s.total <> (select coalesce(sum((l ->> 'amount')::bigint), 0) from jsonb_array_elements(s.lines) l)`,
  },
];
