-- What the large company is computed from: everything follows from the number of a record, so that any of its tables can
-- be filled without reading another, and twice the same. Dropped when the company stands.
drop schema if exists bench cascade;
create schema bench;

-- A fraction in [0, 1) that a number and a purpose always give.
create function bench.share(n bigint, purpose int) returns float8 language sql immutable parallel safe
  as $$ select (hashint8extended(n, purpose) & 9007199254740991)::float8 / 9007199254740992 $$;

-- The id of the n-th record of a kind. As the product's own ids it begins with a moment, one millisecond a record, so that
-- indexes find the ids spread as they would be.
create function bench.id(company int, kind int, n bigint) returns uuid language sql immutable parallel safe
  as $$ select (lpad(to_hex(1717986918400 + n), 12, '0') || '7' || lpad(to_hex(kind), 3, '0') || '8' || lpad(to_hex(company), 15, '0'))::uuid $$;

-- 64,000 words that sound like names.
create function bench.word(n int) returns text language sql immutable parallel safe as $$
  select s[1 + n % 40] || s[1 + n / 40 % 40] || s[1 + n / 1600 % 40] from (select array['ba','be','bor','da','del','dor','fa','fel','fir','ga','gel',
    'gro','ha','hel','ka','kel','kor','la','len','lor','ma','mel','mor','na','nel','nor','pa','per','ra','rel','ro','sa','sel','tor','ta','tel','va','vel','wa','wim'] as s) syllables
$$;

-- The keeper of a client: clients of one keeper lie scattered among all others.
create function bench.keeper(company int, client bigint, keepers int) returns uuid language sql immutable parallel safe
  as $$ select bench.id(company, 1, 101 + floor(keepers * bench.share(client, 1))::int) $$;

-- Of ten clients two are potential and one has lapsed.
create function bench.status(client bigint) returns text language sql immutable parallel safe
  as $$ select case when client % 10 in (0, 1) then 'potential' when client % 10 = 2 then 'lapsed' else 'active' end $$;

create function bench.class(client bigint) returns text language sql immutable parallel safe as $$
  select case bench.status(client) when 'potential' then null when 'lapsed' then 'C' else
    case when bench.share(client, 5) < 0.01 then 'key' when bench.share(client, 5) < 0.1 then 'A' when bench.share(client, 5) < 0.3 then 'B'
         when bench.share(client, 5) < 0.8 then 'C' end end
$$;

create function bench.payment_days(client bigint) returns int language sql immutable parallel safe
  as $$ select (array[14, 30, 30, 45])[1 + client % 4] $$;

-- Who bought: some clients much more than others, potential ones never, lapsed ones not lately.
create function bench.buyer(n bigint, clients bigint, lately boolean) returns bigint language sql immutable parallel safe as $$
  select case c % 10 when 0 then c - 7 when 1 then c + 4 when 2 then case when lately then c + 1 else c end else c end
    from (select 1 + floor(clients * power(bench.share(n, 31), 1.3))::bigint as c) x
$$;

create function bench.price(product int) returns bigint language sql immutable parallel safe
  as $$ select 90 + floor(49900 * power(bench.share(product, 21), 3))::bigint $$;

-- The line at a position of an order: product, quantity, discount.
create function bench.product(line bigint) returns int language sql immutable parallel safe
  as $$ select 1 + floor(5000 * power(bench.share(line, 51), 1.5))::int $$;
create function bench.quantity(line bigint) returns int language sql immutable parallel safe
  as $$ select 1 + floor(20 * bench.share(line, 52))::int $$;
create function bench.discount(line bigint) returns int language sql immutable parallel safe
  as $$ select (array[0, 0, 0, 0, 0, 0, 200, 300, 500])[1 + floor(9 * bench.share(line, 53))::int] $$;
create function bench.amount(line bigint) returns bigint language sql immutable parallel safe
  as $$ select round(bench.quantity(line) * bench.price(bench.product(line)) * (10000 - bench.discount(line)) / 10000.0)::bigint $$;

-- What becomes of an order: old ones are shipped or cancelled, of the last two weeks some are still under way.
create function bench.state(n bigint, age int) returns text language sql immutable parallel safe as $$
  select case when age > 14 then case when s < 0.97 then 'shipped' else 'cancelled' end
    when s < 0.60 then 'shipped' when s < 0.80 then 'entered' when s < 0.90 then 'confirmed' when s < 0.91 then 'asked-back'
    when s < 0.93 then 'waiting' when s < 0.98 then 'draft' else 'cancelled' end
    from (select bench.share(n, 33) as s) x
$$;
