-- breaking: no
-- What a handover brought is read by it.

create index keepers__by_handover on clients.keepers (handover_id) where handover_id is not null;
