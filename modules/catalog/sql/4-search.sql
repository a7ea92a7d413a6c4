-- Looking for products while an order is typed: by the beginning of the code, of the name, of the barcode, by every word,
-- then with typing errors. Runs as the owner, since row security keeps the trigram index from serving; it repeats the
-- read policy of catalog.products.
create or replace function catalog.found(said text, at_most int, also_inactive boolean default false)
  returns table (id uuid, rank real)
  language plpgsql stable security definer set search_path = '' set plan_cache_mode = force_custom_plan
  set pg_trgm.word_similarity_threshold = 0.45 as $$
declare
  folded text := app.fold(btrim(said));
  pattern text := replace(replace(replace(folded, '\', '\\'), '%', '\%'), '_', '\_');
  here uuid := app.company();
  words text;
  got int;
begin
  if folded = '' or not app.may('catalog.read') then return; end if;
  return query select p.id, (case when p.code_folded = folded then 5 when p.code_folded like pattern || '%' then 4 else 3 end)::real
    from catalog.products p
   where p.company_id = here and (p.active or also_inactive) and (p.code_folded like pattern || '%' or p.name_folded like pattern || '%' or p.barcode = folded)
   order by 2 desc, p.code_folded limit at_most;
  get diagnostics got = row_count;
  if got >= at_most or length(folded) < 2 then return; end if;

  select string_agg(format('p.search like %L', '%' || w || '%'), ' and ') into words
    from (select w from regexp_split_to_table(pattern, '\s+') w where w <> '' limit 6) words;
  return query execute format('select p.id, 2::real from catalog.products p
    where p.company_id = $1 and (p.active or $2) and %s and p.code_folded not like $3 and p.name_folded not like $3 and p.barcode <> $5
    order by p.name_folded limit $4', words) using here, also_inactive, pattern || '%', at_most - got, folded;
  if got > 0 or found or length(folded) < 3 then return; end if;

  return query select p.id, public.word_similarity(folded, p.search) from catalog.products p
   where p.company_id = here and (p.active or also_inactive) and folded operator(public.<%) p.search order by 2 desc limit at_most;
end $$;
