-- breaking: no
-- What of a settled statement tops up to a minimum stands in a column of its own, so that the journal names it and a payroll
-- shows it without opening every line. It follows from the lines, so it cannot say anything else.

create function plans.topped_up(lines jsonb) returns bigint language sql immutable parallel safe as $$
  select coalesce(sum((amount #>> '{}')::bigint), 0)::bigint from jsonb_path_query(lines, '$[*] ? (@.part == "top-up").amount') amount
$$;

alter table plans.pay_statements add column topped_up bigint not null generated always as (plans.topped_up(lines)) stored;
comment on column plans.pay_statements.topped_up is 'Minor units: what of the total tops up to a minimum, by a clause or by law.';
