-- Looking for clients. Row security would keep the trigram index from serving (its operators are not leakproof), so these
-- run as the owner and repeat the read policy of clients.clients; a test holds the two together.

-- What is asked of the index of words by what was typed: clients with words that begin so, all of them. Words of one and two
-- letters begin too many; null when there are no others.
create or replace function clients.worded(folded text) returns tsquery language sql immutable parallel safe as $$
  select string_agg(format('''%s'':*', left(w, 60)), ' & ')::tsquery
    from (select w from regexp_split_to_table(folded, '[^[:alnum:]]+') w where length(w) >= 3 limit 6) typed
$$;

-- The same with typing errors: each word stands for those of names, too, that begin alike and differ by one letter, by two
-- swapped ones, or by two in a long word. Numbers are not mistyped names.
create or replace function clients.meant(folded text) returns tsquery
  language plpgsql stable security definer set search_path = '' set plan_cache_mode = force_custom_plan as $$
declare
  typed text;
  near text;
  sought text;
begin
  for typed in select left(w, 60) from regexp_split_to_table(folded, '[^[:alnum:]]+') w where length(w) >= 3 limit 6 loop
    near := format('''%s'':*', typed);
    if length(typed) >= 4 and typed !~ '\d' then
      select concat_ws(' | ', near, string_agg(format('''%s'':*', n.word), ' | ')) into near from (
        select w.word from (
          select f.word, public.levenshtein_less_equal(typed, f.word, 2) as distance from clients.words f
           where f.company_id = app.company() and f.word like left(typed, 1) || '%' and length(f.word) between length(typed) - 2 and length(typed) + 2
          offset 0) w
         cross join lateral (select distance = 2 and clients.letters(typed) = clients.letters(w.word) as swapped) s
         where distance = 1 or (distance = 2 and (length(typed) >= 7 or swapped))
         order by s.swapped desc, distance, w.word limit 16) n;
    end if;
    sought := concat_ws(' & ', sought, '(' || near || ')');
  end loop;
  return sought::tsquery;
end $$;

create or replace function clients.letters(word text) returns text language sql immutable parallel safe
  as $$ select string_agg(l, '' order by l) from regexp_split_to_table(word, '') l $$;

-- Clients within the actor's reach that are meant by what was typed: by the beginning of name or code, by the beginnings of
-- words, by every word somewhere, and, where that gives nothing, with typing errors.
create or replace function clients.found(said text, at_most int) returns table (id uuid, rank real)
  language plpgsql stable security definer set search_path = '' set plan_cache_mode = force_custom_plan
  set enable_indexscan = on set enable_seqscan = on as $$
declare
  folded text := app.fold(btrim(said));
  pattern text := replace(replace(replace(folded, '\', '\\'), '%', '\%'), '_', '\_');
  here uuid := app.company();
  seen text := case when app.may_all('clients.read') then 'true' else 'c.keeper_id = any ($2)' end;
  worded tsquery := clients.worded(folded);
  short text;
  every_word text;
  total int;
  got int;
begin
  if folded = '' or not (app.may('clients.read') or app.may_all('clients.read')) then return; end if;

  -- Apart, as one after the other ends as soon as there are enough.
  return query execute format('(select c.id, 3::real from clients.clients c where c.company_id = $1 and %1$s and c.name_folded like $3 limit $4)
    union all
    (select c.id, 3::real from clients.clients c where c.company_id = $1 and %1$s and app.fold(c.code) like $3 and c.name_folded not like $3 limit $4)
    limit $4', seen)
    using here, app.reach(), pattern || '%', at_most;
  get diagnostics total = row_count;
  if total >= at_most or length(folded) < 3 then return; end if;

  -- From here on little is looked for in much. The planner takes it for more than it is, and would read all clients in reach,
  -- hoping to meet enough of them soon: until the end of the function (see its settings) it may not.
  perform set_config('enable_indexscan', 'off', true), set_config('enable_seqscan', 'off', true);

  select coalesce(string_agg(format(' and c.search like %L', '%' || w || '%'), ''), '') into short
    from (select w from regexp_split_to_table(folded, '[^[:alnum:]]+') w where length(w) between 1 and 2 limit 6) words;
  if worded is not null then
    return query execute format('select c.id, 2::real from clients.clients c
      where c.company_id = $1 and %s and clients.word_list(c.search) @@ $5%s and c.name_folded not like $3 and app.fold(c.code) not like $3 limit $4',
      seen, short) using here, app.reach(), pattern || '%', at_most - total, worded;
    get diagnostics got = row_count;
    total := total + got;
    if total >= at_most then return; end if;
  end if;

  select string_agg(format('c.search like %L', '%' || w || '%'), ' and ') into every_word
    from (select w from regexp_split_to_table(pattern, '\s+') w where w <> '' limit 6) words;
  return query execute format('select c.id, 1.5::real from clients.clients c
    where c.company_id = $1 and %s and %s and c.name_folded not like $3 and app.fold(c.code) not like $3
      and ($5 is null or not (clients.word_list(c.search) @@ $5%s)) limit $4', seen, every_word, short)
    using here, app.reach(), pattern || '%', at_most - total, worded;
  if total > 0 or found or worded is null then return; end if;

  return query execute format('select c.id, 1::real from clients.clients c
    where c.company_id = $1 and %s and clients.word_list(c.search) @@ $4%s limit $3', seen, short)
    using here, app.reach(), at_most, clients.meant(folded);
end $$;

-- Clients within the actor's reach whose name holds the text: all of them, for the filter of the list.
create or replace function clients.named(said text) returns setof uuid
  language plpgsql stable security definer set search_path = '' set plan_cache_mode = force_custom_plan as $$
declare
  pattern text := '%' || replace(replace(replace(app.fold(said), '\', '\\'), '%', '\%'), '_', '\_') || '%';
begin
  if app.may_all('clients.read') then
    return query select c.id from clients.clients c
      where c.company_id = app.company() and c.search like pattern and c.name_folded like pattern;
  elsif app.may('clients.read') then
    return query select c.id from clients.clients c
      where c.company_id = app.company() and c.keeper_id = any (app.reach()) and c.name_folded like pattern;
  end if;
end $$;

-- A name without what tells nothing: legal forms, quotes, punctuation.
create or replace function clients.bare_name(said text) returns text language sql immutable parallel safe as $$
  select btrim(regexp_replace(regexp_replace(app.fold(said), '[^[:alnum:]]+', ' ', 'g'),
    '\m(ltd|llc|inc|co|corp|gmbh|ag|sa|sas|srl|bv|oy|ab|as|plc|company|ооо|зао|пао|оао|ао|ип|тоо|чп)\M', '', 'g'))
$$;

-- Clients of the whole company that may be the one about to be entered. Of one out of reach only the keeper is told, so
-- that two people do not work on one client, and nobody reads another's clients this way.
create or replace function clients.similar_to(of_name text, of_tax_number text, except_id uuid)
  returns table (id uuid, name text, city text, keeper_id uuid, keeper text, score real, same_tax_number boolean)
  language plpgsql stable security definer set search_path = '' set plan_cache_mode = force_custom_plan
  set pg_trgm.word_similarity_threshold = 0.7 as $$
declare
  bare text := clients.bare_name(of_name);
  all_seen boolean := app.may_all('clients.read');
begin
  if not (app.may('clients.edit') or app.may_all('clients.edit')) then return; end if;
  return query
  with candidates as (
    select c.id, 1::real as score, true as same_tax from clients.clients c
     where c.company_id = app.company() and of_tax_number <> '' and c.tax_number = of_tax_number
    union all
    (select c.id, public.similarity(bare, clients.bare_name(c.name)), false from clients.clients c
     where c.company_id = app.company() and length(bare) >= 3 and bare operator(public.<%) c.search
     order by 2 desc limit 50)
  ), best as (
    select x.id, max(x.score) as score, bool_or(x.same_tax) as same_tax from candidates x
     where x.score >= 0.65 and x.id is distinct from except_id group by x.id
  )
  select case when seen then c.id end, case when seen then c.name end, case when seen then c.city end,
         c.keeper_id, e.name, b.score, b.same_tax
    from best b join clients.clients c on c.id = b.id join organization.employees e on e.id = c.keeper_id
   cross join lateral (select all_seen or (app.may('clients.read') and c.keeper_id = any (app.reach())) as seen) s
   order by b.same_tax desc, b.score desc limit 5;
end $$;
