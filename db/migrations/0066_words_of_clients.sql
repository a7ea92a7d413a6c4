-- breaking: no
-- Clients by the words they are looked for by. A word that is typed, and each that a mistyped one may have meant, is in few
-- clients; the pieces of three letters it consists of are in very many, which a million clients made slow.
create extension if not exists btree_gin;

create function clients.word_list(folded text) returns tsvector language sql immutable parallel safe strict cost 1000
  as $$ select array_to_tsvector(array(select left(w, 60) from regexp_split_to_table(folded, '[^[:alnum:]]+') w where w <> '')) $$;
comment on function clients.word_list is 'What the index clients__words holds of a client: each word, cut after sixty letters.';

create index clients__words on clients.clients using gin (company_id, clients.word_list(search));
-- Of the clients whose name begins so few are a manager's own: who keeps them is read in the index alone.
drop index clients.clients__prefix;
create index clients__prefix on clients.clients (company_id, name_folded text_pattern_ops) include (keeper_id, id);
-- A keeper is of one company. A planner that does not know takes a keeper's clients for a fraction of what they are, and reads
-- them all instead of the few with a word.
create statistics clients.clients__keeper_in_company (dependencies) on company_id, keeper_id from clients.clients;
-- How often a word is met is known of an index of expressions only when it was looked at.
analyze clients.clients;

-- A product is looked for by code, name or barcode at once: by that without an index all would be read.
create index products__by_barcode on catalog.products (company_id, barcode) where barcode <> '';

-- It gives what is asked of this index from here on; what a function gives cannot be replaced.
drop function if exists clients.meant(text);
