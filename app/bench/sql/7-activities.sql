-- Two contacts a client within the last year, and what is planned for this week and the next.
insert into activities.activities (id, company_id, client_id, keeper_id, employee_id, kind, state, purpose, planned_on, off_plan_cause, with_potential, done_at,
  done_on, outcome, note, next_step, next_on, next_closed_at, closed_at, created_by, created_at)
select bench.id(:company, 11, n), :company_id, bench.id(:company, 2, client), keeper_id, keeper_id, case when n % 10 < 3 then 'visit' else 'call' end, 'done', 'Regular contact',
       case when n % 4 > 0 then day end, case when n % 4 = 0 then 'client-asked' end, bench.status(client) = 'potential', at, day, outcome, 'Spoke about the next delivery',
       case when outcome = 'next-step' then 'Send the new price list' else '' end, case when outcome = 'next-step' then day + 7 end,
       case when outcome = 'next-step' and (:today - day > 10 or n % 3 > 0) then at + interval '6 days' end, at + interval '5 minutes', keeper_id, at
  from generate_series(1, :clients::bigint * 2) n
 cross join lateral (select 1 + floor(:clients * bench.share(n, 61))::bigint as client, :today - 365 + (365 * (n - 1) / (:clients::bigint * 2))::int as day) c
 cross join lateral (select bench.keeper(:company, client, :keepers) as keeper_id, day::timestamptz + interval '7 hours' + (n % 540) * interval '1 minute' as at,
   (array['agreed-terms', 'agreed-terms', 'agreed-terms', 'agreed-terms', 'next-step', 'next-step', 'no-contact'])[1 + n % 7] as outcome) x;

insert into activities.week_plans (id, company_id, employee_id, week, state, submitted_at, submitted_by, due_at, decided_at, decided_by)
select bench.id(:company, 21, n * 2 + ahead), :company_id, bench.id(:company, 1, 100 + n), to_char(:today + 7 * ahead, 'IYYY-"W"IW'), 'approved',
       monday - interval '4 days', bench.id(:company, 1, 100 + n), monday - interval '3 days', monday - interval '3 days', bench.id(:company, 1, 11 + (n - 1) % :heads)
  from generate_series(1, :keepers) n cross join generate_series(0, 1) ahead
 cross join lateral (select date_trunc('week', (:today + 7 * ahead)::timestamptz) as monday) w;

-- Sixty planned contacts each, from yesterday on; the first are late.
insert into activities.activities (id, company_id, client_id, keeper_id, employee_id, kind, state, purpose, planned_on, planned_at, week_plan_id, created_by, created_at)
select bench.id(:company, 22, n), :company_id, id, keeper_id, keeper_id, case when place % 4 = 0 then 'visit' else 'call' end, 'planned', 'Regular contact', day,
       day::timestamptz + interval '8 hours' + place % 16 * interval '30 minutes',
       (select p.id from activities.week_plans p where p.employee_id = keeper_id and p.week = to_char(day, 'IYYY-"W"IW')), keeper_id, :today::timestamptz - interval '3 days'
  from (select n, bench.id(:company, 2, n) as id, bench.keeper(:company, n, :keepers) as keeper_id,
          row_number() over (partition by bench.keeper(:company, n, :keepers) order by bench.share(n, 71)) as place
          from generate_series(1, :clients::bigint) n) c
 cross join lateral (select :today - 1 + (place * 13 / 60)::int as day) d where place <= 60;

insert into activities.last_contacts (client_id, company_id, keeper_id, cadence_class, since, potential, last_on, activity_id, last_tried_on)
select c.id, c.company_id, c.keeper_id, activities.cadence_class(c.class, c.status), c.since, c.status = 'potential', a.done_on, a.id, t.tried_on
  from clients.clients c
  left join (select distinct on (client_id) client_id, done_on, id from activities.activities
    where company_id = :company_id and state = 'done' and outcome <> 'no-contact' order by client_id, done_on desc, id desc) a on a.client_id = c.id
  left join (select client_id, max(done_on) as tried_on from activities.activities
    where company_id = :company_id and state = 'done' group by client_id) t on t.client_id = c.id
 where c.company_id = :company_id;
