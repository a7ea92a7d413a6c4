-- The present shape of the database, written from its catalog by `node tools/schema-snapshot.ts`. For reading: the truth is
-- in db/migrations and in the re-runnable SQL of the platform and the modules. A test holds it true.

-- A call, visit, meeting or letter: planned, then done with an outcome, moved or missed with a reason.
create table activities.activities (
  id uuid not null default uuidv7(),
  company_id uuid not null,
  client_id uuid not null,
  keeper_id uuid not null,
  employee_id uuid not null, -- Who does it, or did it.
  acting_for uuid, -- The absent employee in whose place it is done.
  owed_by uuid generated always as (COALESCE(acting_for, employee_id)) stored, -- Whose duty it fulfils: the absent employee’s when one stands in.
  kind text not null,
  state text not null default 'planned'::text,
  purpose text not null default ''::text,
  planned_on date, -- Null: it was never planned, only done.
  planned_at timestamp with time zone, -- The moment on planned_on when it begins, where an hour was given.
  minutes integer not null default 30,
  week_plan_id uuid,
  off_plan_cause text,
  with_potential boolean not null default false, -- The client was a potential one when this was planned or done: plan and fact are told apart by it.
  started_at timestamp with time zone,
  done_at timestamp with time zone,
  done_on date, -- The business day of done_at in the company’s time zone.
  outcome text,
  note text not null default ''::text,
  next_step text not null default ''::text,
  next_on date,
  next_closed_at timestamp with time zone, -- When the next step was taken: by a later contact with the client.
  promised_amount bigint, -- Minor units.
  promised_on date,
  currency character(3),
  day date not null generated always as (COALESCE(done_on, planned_on)) stored, -- Of the contact, or for which it is planned.
  moved_to_id uuid,
  moved_reason text not null default ''::text,
  missed_reason text not null default ''::text,
  closed_at timestamp with time zone, -- When it was entered as done, moved or missed.
  created_by uuid,
  created_at timestamp with time zone not null default now(),
  revision integer not null default 1,
  clause_id uuid, -- The duty clause, in force on planned_on for whoever owes it, from which this was assigned. Null, and not outside: the employee’s own plan.
  outside_description boolean not null default false, -- Assigned, but no clause of the job description asks for it.
  constraint activities_pkey PRIMARY KEY (id),
  constraint activities__cause_known CHECK ((off_plan_cause = ANY (ARRAY['client-asked'::text, 'debt'::text, 'claim'::text, 'opportunity'::text, 'free-time'::text, 'promised'::text, 'moved'::text, 'other'::text]))),
  constraint activities__closed_iff_not_planned CHECK (((state = 'planned'::text) = (closed_at IS NULL))),
  constraint activities__done_has_outcome CHECK (((state = 'done'::text) = (outcome IS NOT NULL))),
  constraint activities__done_whole CHECK ((((state = 'done'::text) = (done_at IS NOT NULL)) AND ((done_at IS NULL) = (done_on IS NULL)))),
  constraint activities__employee_known FOREIGN KEY (company_id, employee_id) REFERENCES organization.employees(company_id, id),
  constraint activities__id_in_company UNIQUE (company_id, id),
  constraint activities__kind_known CHECK ((kind = ANY (ARRAY['call'::text, 'visit'::text, 'meeting'::text, 'letter'::text]))),
  constraint activities__minutes_sensible CHECK (((minutes >= 5) AND (minutes <= 720))),
  constraint activities__missed_has_reason CHECK (((state <> 'missed'::text) OR (btrim(missed_reason) <> ''::text))),
  constraint activities__moved_whole CHECK ((((state = 'moved'::text) = (moved_to_id IS NOT NULL)) AND ((state <> 'moved'::text) OR (btrim(moved_reason) <> ''::text)))),
  constraint activities__next_step_given CHECK (((outcome IS DISTINCT FROM 'next-step'::text) OR (next_on IS NOT NULL))),
  constraint activities__next_step_whole CHECK (((next_on IS NULL) = (btrim(next_step) = ''::text))),
  constraint activities__of_client FOREIGN KEY (company_id, client_id, keeper_id) REFERENCES clients.clients(company_id, id, keeper_id) ON UPDATE CASCADE,
  constraint activities__one_basis CHECK (((clause_id IS NULL) OR (NOT outside_description))),
  constraint activities__outcome_known CHECK ((outcome = ANY (ARRAY['agreed-terms'::text, 'payment-agreement'::text, 'next-step'::text, 'no-contact'::text]))),
  constraint activities__payment_positive CHECK (((promised_amount >= 1) AND (promised_amount <= '9007199254740991'::bigint))),
  constraint activities__payment_whole CHECK ((((NOT (outcome IS DISTINCT FROM 'payment-agreement'::text)) = (promised_amount IS NOT NULL)) AND ((promised_amount IS NULL) = (promised_on IS NULL)) AND ((promised_amount IS NULL) = (currency IS NULL)))),
  constraint activities__planned_has_day CHECK (((state = 'done'::text) OR (planned_on IS NOT NULL))),
  constraint activities__planned_or_caused CHECK (((planned_on IS NOT NULL) OR (off_plan_cause IS NOT NULL))),
  constraint activities__state_known CHECK ((state = ANY (ARRAY['planned'::text, 'done'::text, 'moved'::text, 'missed'::text]))),
  constraint activities__time_has_day CHECK (((planned_at IS NULL) OR (planned_on IS NOT NULL))),
  constraint activities_acting_for_fkey FOREIGN KEY (company_id, acting_for) REFERENCES organization.employees(company_id, id),
  constraint activities_clause_id_fkey FOREIGN KEY (company_id, clause_id) REFERENCES mandates.clauses(company_id, id),
  constraint activities_moved_to_id_fkey FOREIGN KEY (company_id, moved_to_id) REFERENCES activities.activities(company_id, id),
  constraint activities_week_plan_id_fkey FOREIGN KEY (company_id, week_plan_id) REFERENCES activities.week_plans(company_id, id)
);
CREATE INDEX activities__by_clause ON activities.activities USING btree (clause_id) WHERE (clause_id IS NOT NULL);
CREATE INDEX activities__by_day ON activities.activities USING btree (company_id, day DESC, id DESC);
CREATE INDEX activities__contacts ON activities.activities USING btree (client_id, done_on DESC) WHERE ((state = 'done'::text) AND (outcome <> 'no-contact'::text));
CREATE INDEX activities__moved_to ON activities.activities USING btree (moved_to_id) WHERE (moved_to_id IS NOT NULL);
CREATE INDEX activities__of_client ON activities.activities USING btree (client_id, COALESCE(done_at, closed_at, planned_at, created_at) DESC, id DESC);
CREATE INDEX activities__of_keeper ON activities.activities USING btree (company_id, keeper_id, day DESC, id DESC);
CREATE INDEX activities__of_plan ON activities.activities USING btree (week_plan_id) WHERE (week_plan_id IS NOT NULL);
CREATE INDEX activities__of_week ON activities.activities USING btree (company_id, employee_id, planned_on);
CREATE INDEX activities__open_steps ON activities.activities USING btree (company_id, keeper_id, next_on) WHERE ((next_on IS NOT NULL) AND (next_closed_at IS NULL));
CREATE INDEX activities__open_steps_of_client ON activities.activities USING btree (client_id) WHERE ((next_on IS NOT NULL) AND (next_closed_at IS NULL));
CREATE INDEX activities__outside ON activities.activities USING btree (company_id, employee_id, day) WHERE outside_description;
CREATE INDEX activities__owed ON activities.activities USING btree (company_id, owed_by, day);
CREATE INDEX activities__planned ON activities.activities USING btree (company_id, owed_by, planned_on) WHERE (state = 'planned'::text);
CREATE INDEX activities__planned_of_keeper ON activities.activities USING btree (company_id, keeper_id, planned_on) INCLUDE (client_id) WHERE (state = 'planned'::text);
CREATE INDEX activities__planned_with ON activities.activities USING btree (client_id, planned_on) WHERE (state = 'planned'::text);
CREATE TRIGGER activities__closed_stays BEFORE UPDATE ON activities.activities FOR EACH ROW WHEN ((old.state <> 'planned'::text)) EXECUTE FUNCTION activities.closed_stays();
CREATE TRIGGER activities__terms_given BEFORE INSERT OR UPDATE OF state, outcome, note ON activities.activities FOR EACH ROW WHEN (((new.outcome = 'agreed-terms'::text) AND (btrim(new.note) = ''::text))) EXECUTE FUNCTION activities.terms_written();
CREATE TRIGGER basis__guarded BEFORE INSERT ON activities.activities FOR EACH ROW WHEN ((new.clause_id IS NOT NULL)) EXECUTE FUNCTION activities.guard_basis();
CREATE TRIGGER basis__guarded_later BEFORE UPDATE OF clause_id, planned_on ON activities.activities FOR EACH ROW WHEN (((new.clause_id IS NOT NULL) AND ((old.clause_id IS DISTINCT FROM new.clause_id) OR (old.planned_on IS DISTINCT FROM new.planned_on)))) EXECUTE FUNCTION activities.guard_basis();
CREATE TRIGGER files__released AFTER DELETE ON activities.activities REFERENCING OLD TABLE AS old_rows FOR EACH STATEMENT EXECUTE FUNCTION platform.release_files('activities.activities');
CREATE TRIGGER keeper__at_insert BEFORE INSERT ON activities.activities FOR EACH ROW EXECUTE FUNCTION clients.fill_keeper();
CREATE TRIGGER keeper__at_move BEFORE UPDATE OF client_id ON activities.activities FOR EACH ROW WHEN ((new.client_id IS DISTINCT FROM old.client_id)) EXECUTE FUNCTION clients.fill_keeper();
CREATE TRIGGER last_contacts__made AFTER INSERT ON activities.activities REFERENCING NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION activities.contact_made();
CREATE TRIGGER last_contacts__made_later AFTER UPDATE ON activities.activities REFERENCING NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION activities.contact_made();
CREATE TRIGGER planned__follows_keeper BEFORE UPDATE OF keeper_id ON activities.activities FOR EACH ROW WHEN (((old.keeper_id <> new.keeper_id) AND (old.state = 'planned'::text) AND (old.employee_id = old.keeper_id))) EXECUTE FUNCTION activities.follow_keeper();
-- policy may_add for insert with check ((((company_id = ( SELECT app.company() AS company)) AND (( SELECT app.may_all('activities.record'::text) AS may_all) OR (( SELECT app.may('activities.record'::text) AS may) AND (keeper_id = ANY (( SELECT app.reach() AS reach)::uuid[]))))) OR ((company_id = ( SELECT app.company() AS company)) AND (( SELECT app.may_all('activities.plan'::text) AS may_all) OR (( SELECT app.may('activities.plan'::text) AS may) AND (keeper_id = ANY (( SELECT app.reach() AS reach)::uuid[])))))))
-- policy may_change for update using ((((company_id = ( SELECT app.company() AS company)) AND (( SELECT app.may_all('activities.record'::text) AS may_all) OR (( SELECT app.may('activities.record'::text) AS may) AND (keeper_id = ANY (( SELECT app.reach() AS reach)::uuid[]))))) OR ((company_id = ( SELECT app.company() AS company)) AND (( SELECT app.may_all('activities.plan'::text) AS may_all) OR (( SELECT app.may('activities.plan'::text) AS may) AND (keeper_id = ANY (( SELECT app.reach() AS reach)::uuid[]))))))) with check ((((company_id = ( SELECT app.company() AS company)) AND (( SELECT app.may_all('activities.record'::text) AS may_all) OR (( SELECT app.may('activities.record'::text) AS may) AND (keeper_id = ANY (( SELECT app.reach() AS reach)::uuid[]))))) OR ((company_id = ( SELECT app.company() AS company)) AND (( SELECT app.may_all('activities.plan'::text) AS may_all) OR (( SELECT app.may('activities.plan'::text) AS may) AND (keeper_id = ANY (( SELECT app.reach() AS reach)::uuid[])))))))
-- policy may_read for select using (((company_id = ( SELECT app.company() AS company)) AND (NULLIF((( SELECT app.may_all('activities.read'::text) AS may_all) OR (( SELECT app.may('activities.read'::text) AS may) AND (keeper_id = ANY (( SELECT app.reach() AS reach)::uuid[])))), false) IS NOT NULL)))
-- policy may_remove for delete using (((company_id = ( SELECT app.company() AS company)) AND (( SELECT app.may_all('activities.plan'::text) AS may_all) OR (( SELECT app.may('activities.plan'::text) AS may) AND (keeper_id = ANY (( SELECT app.reach() AS reach)::uuid[])))) AND (state = 'planned'::text)))

-- Clients that asked not to be called.
create table activities.call_bans (
  id uuid not null default uuidv7(),
  company_id uuid not null,
  client_id uuid not null,
  keeper_id uuid not null,
  reason text not null,
  set_by uuid,
  set_at timestamp with time zone not null default now(),
  constraint call_bans_pkey PRIMARY KEY (id),
  constraint call_bans__of_client FOREIGN KEY (company_id, client_id, keeper_id) REFERENCES clients.clients(company_id, id, keeper_id) ON UPDATE CASCADE,
  constraint call_bans__one_a_client UNIQUE (client_id),
  constraint call_bans__reason_given CHECK ((btrim(reason) <> ''::text)),
  constraint call_bans_set_by_fkey FOREIGN KEY (company_id, set_by) REFERENCES organization.employees(company_id, id)
);
CREATE TRIGGER keeper__at_insert BEFORE INSERT ON activities.call_bans FOR EACH ROW EXECUTE FUNCTION clients.fill_keeper();
CREATE TRIGGER keeper__at_move BEFORE UPDATE OF client_id ON activities.call_bans FOR EACH ROW WHEN ((new.client_id IS DISTINCT FROM old.client_id)) EXECUTE FUNCTION clients.fill_keeper();
-- policy may_add for insert with check (((company_id = ( SELECT app.company() AS company)) AND (( SELECT app.may_all('activities.record'::text) AS may_all) OR (( SELECT app.may('activities.record'::text) AS may) AND (keeper_id = ANY (( SELECT app.reach() AS reach)::uuid[]))))))
-- policy may_read for select using (((company_id = ( SELECT app.company() AS company)) AND (NULLIF((( SELECT app.may_all('activities.read'::text) AS may_all) OR (( SELECT app.may('activities.read'::text) AS may) AND (keeper_id = ANY (( SELECT app.reach() AS reach)::uuid[])))), false) IS NOT NULL)))
-- policy may_remove for delete using (((company_id = ( SELECT app.company() AS company)) AND (( SELECT app.may_all('activities.record'::text) AS may_all) OR (( SELECT app.may('activities.record'::text) AS may) AND (keeper_id = ANY (( SELECT app.reach() AS reach)::uuid[]))))))

-- @derived from activities and clients
create table activities.last_contacts (
  client_id uuid not null,
  company_id uuid not null,
  keeper_id uuid not null,
  cadence_class text, -- Key, A, B or C; an active client that is not classed yet counts as C; null: no cadence.
  since date not null,
  last_on date,
  activity_id uuid,
  waiting_since date generated always as (COALESCE(last_on, since)) stored, -- The last contact, or the first day of the relation while there was none.
  potential boolean not null default false, -- The client is a potential one; told by trigger, as the class.
  last_tried_on date, -- The last attempt, whether it reached somebody or not.
  constraint last_contacts_pkey PRIMARY KEY (client_id),
  constraint last_contacts__of_client FOREIGN KEY (company_id, client_id, keeper_id) REFERENCES clients.clients(company_id, id, keeper_id) ON UPDATE CASCADE ON DELETE CASCADE
);
CREATE INDEX last_contacts__of_company ON activities.last_contacts USING btree (company_id, cadence_class, waiting_since, client_id);
CREATE INDEX last_contacts__of_keeper ON activities.last_contacts USING btree (company_id, keeper_id, cadence_class, waiting_since, client_id);
CREATE INDEX last_contacts__prospects ON activities.last_contacts USING btree (company_id, keeper_id, last_tried_on NULLS FIRST, client_id) WHERE potential;
-- policy may_read for select using (((company_id = ( SELECT app.company() AS company)) AND (NULLIF((( SELECT app.may_all('activities.read'::text) AS may_all) OR (( SELECT app.may('activities.read'::text) AS may) AND (keeper_id = ANY (( SELECT app.reach() AS reach)::uuid[])))), false) IS NOT NULL)))

create view activities.v_contacts as
 SELECT id,
    company_id,
    client_id,
    keeper_id,
    employee_id,
    acting_for,
    kind,
    outcome,
    done_on AS on_day,
    done_at AS at
   FROM activities.activities a
  WHERE ((state = 'done'::text) AND (outcome <> 'no-contact'::text));

create view activities.v_last_contacts as
 SELECT client_id,
    company_id,
    keeper_id,
    cadence_class,
    since,
    last_on,
    activity_id,
    waiting_since
   FROM activities.last_contacts l;

create view activities.v_planned as
 SELECT id,
    company_id,
    client_id,
    keeper_id,
    employee_id,
    kind,
    planned_on,
    planned_at
   FROM activities.activities a
  WHERE (state = 'planned'::text);

create view activities.v_quiet_clients as
 SELECT l.client_id,
    l.company_id,
    l.keeper_id,
    l.cadence_class,
    l.last_on,
    l.waiting_since,
    (((( SELECT activities.quiet_days('key'::text) AS quiet_days) ->> (l.keeper_id)::text))::date - l.waiting_since) AS days_overdue
   FROM activities.last_contacts l
  WHERE ((l.cadence_class = 'key'::text) AND (l.waiting_since < ((( SELECT activities.quiet_days('key'::text) AS quiet_days) ->> 'any'::text))::date) AND (l.waiting_since < ((( SELECT activities.quiet_days('key'::text) AS quiet_days) ->> (l.keeper_id)::text))::date))
UNION ALL
 SELECT l.client_id,
    l.company_id,
    l.keeper_id,
    l.cadence_class,
    l.last_on,
    l.waiting_since,
    (((( SELECT activities.quiet_days('A'::text) AS quiet_days) ->> (l.keeper_id)::text))::date - l.waiting_since) AS days_overdue
   FROM activities.last_contacts l
  WHERE ((l.cadence_class = 'A'::text) AND (l.waiting_since < ((( SELECT activities.quiet_days('A'::text) AS quiet_days) ->> 'any'::text))::date) AND (l.waiting_since < ((( SELECT activities.quiet_days('A'::text) AS quiet_days) ->> (l.keeper_id)::text))::date))
UNION ALL
 SELECT l.client_id,
    l.company_id,
    l.keeper_id,
    l.cadence_class,
    l.last_on,
    l.waiting_since,
    (((( SELECT activities.quiet_days('B'::text) AS quiet_days) ->> (l.keeper_id)::text))::date - l.waiting_since) AS days_overdue
   FROM activities.last_contacts l
  WHERE ((l.cadence_class = 'B'::text) AND (l.waiting_since < ((( SELECT activities.quiet_days('B'::text) AS quiet_days) ->> 'any'::text))::date) AND (l.waiting_since < ((( SELECT activities.quiet_days('B'::text) AS quiet_days) ->> (l.keeper_id)::text))::date))
UNION ALL
 SELECT l.client_id,
    l.company_id,
    l.keeper_id,
    l.cadence_class,
    l.last_on,
    l.waiting_since,
    (((( SELECT activities.quiet_days('C'::text) AS quiet_days) ->> (l.keeper_id)::text))::date - l.waiting_since) AS days_overdue
   FROM activities.last_contacts l
  WHERE ((l.cadence_class = 'C'::text) AND (l.waiting_since < ((( SELECT activities.quiet_days('C'::text) AS quiet_days) ->> 'any'::text))::date) AND (l.waiting_since < ((( SELECT activities.quiet_days('C'::text) AS quiet_days) ->> (l.keeper_id)::text))::date));

create view activities.v_timeline as
 SELECT client_id,
    COALESCE(done_at, closed_at, planned_at, created_at) AS at,
    'activity'::text AS kind,
    id,
    employee_id,
    jsonb_build_object('kind', kind, 'outcome', COALESCE(outcome, state), 'ending', replace(COALESCE(outcome, state), '-'::text, '_'::text), 'note', "left"((note || missed_reason), 500), 'nextStep', "left"(next_step, 500), 'nextOn', next_on, 'amount', promised_amount, 'promisedOn', promised_on, 'currency', currency, 'purpose', purpose, 'href', ('/activities/'::text || id), 'actingFor', ( SELECT e.name
           FROM organization.employees e
          WHERE (e.id = a.acting_for))) AS data
   FROM activities.activities a
  WHERE (state = ANY (ARRAY['done'::text, 'missed'::text]));

create table activities.week_plan_acts (
  id uuid not null default uuidv7(),
  company_id uuid not null,
  week_plan_id uuid not null,
  employee_id uuid not null, -- Whose plan it is.
  act text not null,
  text text not null default ''::text,
  items integer not null default 0, -- Visits and calls in the plan at that moment.
  by_id uuid not null,
  acting_for uuid,
  at timestamp with time zone not null,
  constraint week_plan_acts_pkey PRIMARY KEY (id),
  constraint week_plan_acts__act_known CHECK ((act = ANY (ARRAY['submit'::text, 'approve'::text, 'remark'::text, 'recall'::text]))),
  constraint week_plan_acts__remark_given CHECK (((act <> 'remark'::text) OR (btrim(text) <> ''::text))),
  constraint week_plan_acts_acting_for_fkey FOREIGN KEY (company_id, acting_for) REFERENCES organization.employees(company_id, id),
  constraint week_plan_acts_by_id_fkey FOREIGN KEY (company_id, by_id) REFERENCES organization.employees(company_id, id),
  constraint week_plan_acts_week_plan_id_fkey FOREIGN KEY (company_id, week_plan_id) REFERENCES activities.week_plans(company_id, id)
);
CREATE INDEX week_plan_acts__by_plan ON activities.week_plan_acts USING btree (week_plan_id, at);
-- policy may_add for insert with check (((((company_id = ( SELECT app.company() AS company)) AND (( SELECT app.may_all('activities.plan'::text) AS may_all) OR (( SELECT app.may('activities.plan'::text) AS may) AND (employee_id = ANY (( SELECT app.reach() AS reach)::uuid[]))))) OR ((company_id = ( SELECT app.company() AS company)) AND (( SELECT app.may_all('activities.approve-plan'::text) AS may_all) OR (( SELECT app.may('activities.approve-plan'::text) AS may) AND (employee_id = ANY (( SELECT app.reach() AS reach)::uuid[])))))) AND (by_id = ( SELECT app.employee() AS employee))))
-- policy may_read for select using ((((company_id = ( SELECT app.company() AS company)) AND (( SELECT app.may_all('activities.read'::text) AS may_all) OR (( SELECT app.may('activities.read'::text) AS may) AND (employee_id = ANY (( SELECT app.reach() AS reach)::uuid[]))))) OR ((company_id = ( SELECT app.company() AS company)) AND (( SELECT app.may_all('activities.approve-plan'::text) AS may_all) OR (( SELECT app.may('activities.approve-plan'::text) AS may) AND (employee_id = ANY (( SELECT app.reach() AS reach)::uuid[])))))))

-- The visits and calls of one employee for one ISO week, laid before the head.
create table activities.week_plans (
  id uuid not null default uuidv7(),
  company_id uuid not null,
  employee_id uuid not null,
  week text not null,
  state text not null default 'draft'::text,
  submitted_at timestamp with time zone, -- The first submission: what counts as in time. Later ones stand in week_plan_acts.
  submitted_by uuid,
  due_at timestamp with time zone, -- When it had to be submitted, by the norm in force at submission; kept then.
  in_time boolean generated always as ((submitted_at <= due_at)) stored,
  waiting_since timestamp with time zone, -- The submission that waits for a decision.
  decided_at timestamp with time zone,
  decided_by uuid,
  remark text not null default ''::text, -- The latest remark of the head; earlier ones stand in week_plan_acts.
  revision integer not null default 1,
  constraint week_plans_pkey PRIMARY KEY (id),
  constraint week_plans__decided_by_someone CHECK (((state <> ALL (ARRAY['approved'::text, 'remarked'::text])) OR ((decided_by IS NOT NULL) AND (decided_at IS NOT NULL)))),
  constraint week_plans__employee_known FOREIGN KEY (company_id, employee_id) REFERENCES organization.employees(company_id, id),
  constraint week_plans__id_in_company UNIQUE (company_id, id),
  constraint week_plans__not_decided_by_oneself CHECK (((decided_by IS NULL) OR (decided_by <> employee_id))),
  constraint week_plans__one_a_week UNIQUE (employee_id, week),
  constraint week_plans__remark_given CHECK (((state <> 'remarked'::text) OR (btrim(remark) <> ''::text))),
  constraint week_plans__state_known CHECK ((state = ANY (ARRAY['draft'::text, 'submitted'::text, 'approved'::text, 'remarked'::text]))),
  constraint week_plans__submitted_whole CHECK (((state = 'draft'::text) OR ((submitted_at IS NOT NULL) AND (due_at IS NOT NULL)))),
  constraint week_plans__waiting_iff_submitted CHECK (((state = 'submitted'::text) = (waiting_since IS NOT NULL))),
  constraint week_plans__week_formed CHECK ((week ~ '^\d{4}-W(0[1-9]|[1-4]\d|5[0-3])$'::text)),
  constraint week_plans_decided_by_fkey FOREIGN KEY (company_id, decided_by) REFERENCES organization.employees(company_id, id),
  constraint week_plans_submitted_by_fkey FOREIGN KEY (company_id, submitted_by) REFERENCES organization.employees(company_id, id)
);
CREATE INDEX week_plans__by_week ON activities.week_plans USING btree (company_id, week, employee_id);
CREATE INDEX week_plans__waiting ON activities.week_plans USING btree (company_id, employee_id, waiting_since) WHERE (state = 'submitted'::text);
CREATE TRIGGER decision__guarded BEFORE UPDATE ON activities.week_plans FOR EACH ROW WHEN (((new.state = ANY (ARRAY['approved'::text, 'remarked'::text])) AND (new.state IS DISTINCT FROM old.state))) EXECUTE FUNCTION activities.guard_decision();
CREATE TRIGGER decision__guarded_first BEFORE INSERT ON activities.week_plans FOR EACH ROW WHEN ((new.state = ANY (ARRAY['approved'::text, 'remarked'::text]))) EXECUTE FUNCTION activities.guard_decision();
CREATE TRIGGER submission__stays BEFORE UPDATE ON activities.week_plans FOR EACH ROW WHEN ((old.submitted_at IS NOT NULL)) EXECUTE FUNCTION activities.first_submission_stays();
-- policy may_add for insert with check (((company_id = ( SELECT app.company() AS company)) AND (( SELECT app.may_all('activities.plan'::text) AS may_all) OR (( SELECT app.may('activities.plan'::text) AS may) AND (employee_id = ANY (( SELECT app.reach() AS reach)::uuid[]))))))
-- policy may_change for update using ((((company_id = ( SELECT app.company() AS company)) AND (( SELECT app.may_all('activities.plan'::text) AS may_all) OR (( SELECT app.may('activities.plan'::text) AS may) AND (employee_id = ANY (( SELECT app.reach() AS reach)::uuid[]))))) OR ((company_id = ( SELECT app.company() AS company)) AND (( SELECT app.may_all('activities.approve-plan'::text) AS may_all) OR (( SELECT app.may('activities.approve-plan'::text) AS may) AND (employee_id = ANY (( SELECT app.reach() AS reach)::uuid[]))))))) with check ((((company_id = ( SELECT app.company() AS company)) AND (( SELECT app.may_all('activities.plan'::text) AS may_all) OR (( SELECT app.may('activities.plan'::text) AS may) AND (employee_id = ANY (( SELECT app.reach() AS reach)::uuid[]))))) OR ((company_id = ( SELECT app.company() AS company)) AND (( SELECT app.may_all('activities.approve-plan'::text) AS may_all) OR (( SELECT app.may('activities.approve-plan'::text) AS may) AND (employee_id = ANY (( SELECT app.reach() AS reach)::uuid[])))))))
-- policy may_read for select using ((((company_id = ( SELECT app.company() AS company)) AND (( SELECT app.may_all('activities.read'::text) AS may_all) OR (( SELECT app.may('activities.read'::text) AS may) AND (employee_id = ANY (( SELECT app.reach() AS reach)::uuid[]))))) OR ((company_id = ( SELECT app.company() AS company)) AND (( SELECT app.may_all('activities.approve-plan'::text) AS may_all) OR (( SELECT app.may('activities.approve-plan'::text) AS may) AND (employee_id = ANY (( SELECT app.reach() AS reach)::uuid[])))))))

-- @derived
create table app.access_versions (
  company_id uuid not null,
  version bigint not null,
  constraint access_versions_pkey PRIMARY KEY (company_id),
  constraint access_versions_company_id_fkey FOREIGN KEY (company_id) REFERENCES platform.companies(id)
);
-- policy may_read for select using ((company_id = ( SELECT app.company() AS company)))

-- @derived
create table app.common_permits (
  permit text not null,
  holder text not null,
  constraint common_permits_pkey PRIMARY KEY (permit, holder),
  constraint common_permits__holder_known CHECK ((holder = ANY (ARRAY['everyone'::text, 'founder'::text])))
);
-- policy may_read for select using (true)

-- @derived from the clauses in force
create table app.grants (
  company_id uuid not null,
  employee_id uuid not null,
  permit text not null,
  scope text not null,
  limits jsonb not null default '{}'::jsonb,
  clause_id uuid,
  clause_number text,
  position_id uuid,
  on_behalf_of uuid,
  valid daterange not null,
  constraint grants__scope_known CHECK ((scope = ANY (ARRAY['own'::text, 'all'::text]))),
  constraint grants_company_id_fkey FOREIGN KEY (company_id) REFERENCES platform.companies(id)
);
CREATE INDEX grants__by_employee ON app.grants USING btree (employee_id);
-- policy may_read for select using (((company_id = ( SELECT app.company() AS company)) AND (NULLIF(((employee_id = ANY (( SELECT app.reach() AS reach)::uuid[])) OR (employee_id = ( SELECT app.employee() AS employee)) OR ( SELECT app.may_all('mandates.read'::text) AS may_all)), false) IS NOT NULL)))

-- @derived from reporting lines and substitutions
create table app.reach (
  company_id uuid not null,
  employee_id uuid not null,
  keeper_id uuid not null,
  kind text not null,
  on_behalf_of uuid,
  valid daterange not null,
  constraint reach__behalf_iff_substitution CHECK (((kind = 'substitution'::text) = (on_behalf_of IS NOT NULL))),
  constraint reach__kind_known CHECK ((kind = ANY (ARRAY['self'::text, 'below'::text, 'substitution'::text]))),
  constraint reach_company_id_fkey FOREIGN KEY (company_id) REFERENCES platform.companies(id)
);
CREATE INDEX reach__by_employee ON app.reach USING btree (employee_id);
-- policy may_read for select using (((company_id = ( SELECT app.company() AS company)) AND (NULLIF(((employee_id = ( SELECT app.employee() AS employee)) OR ( SELECT app.may_all('mandates.read'::text) AS may_all)), false) IS NOT NULL)))

create table catalog.categories (
  id uuid not null default uuidv7(),
  company_id uuid not null,
  name text not null,
  parent_id uuid,
  revision integer not null default 1,
  import_id uuid,
  constraint categories_pkey PRIMARY KEY (id),
  constraint categories__id_in_company UNIQUE (company_id, id),
  constraint categories__name_given CHECK ((btrim(name) <> ''::text)),
  constraint categories__name_unique UNIQUE (company_id, name),
  constraint categories__not_own_parent CHECK ((parent_id <> id)),
  constraint categories_company_id_fkey FOREIGN KEY (company_id) REFERENCES platform.companies(id),
  constraint categories_parent_id_fkey FOREIGN KEY (company_id, parent_id) REFERENCES catalog.categories(company_id, id)
);
CREATE INDEX categories__by_import ON catalog.categories USING btree (import_id) WHERE (import_id IS NOT NULL);
-- policy may_add for insert with check (((company_id = ( SELECT app.company() AS company)) AND ( SELECT app.may('catalog.edit'::text) AS may)))
-- policy may_change for update using (((company_id = ( SELECT app.company() AS company)) AND ( SELECT app.may('catalog.edit'::text) AS may))) with check (((company_id = ( SELECT app.company() AS company)) AND ( SELECT app.may('catalog.edit'::text) AS may)))
-- policy may_read for select using (((company_id = ( SELECT app.company() AS company)) AND ( SELECT app.may('catalog.read'::text) AS may)))

create table catalog.costs (
  id uuid not null default uuidv7(),
  company_id uuid not null,
  product_id uuid not null,
  amount bigint not null, -- For one unit, in minor units of the currency, without tax. Seen only with the permit catalog.cost.
  currency character(3) not null,
  valid daterange not null,
  import_id uuid,
  revision integer not null default 1,
  constraint costs_pkey PRIMARY KEY (id),
  constraint costs__amount_sane CHECK (((amount >= 0) AND (amount <= '9000000000000000'::bigint))),
  constraint costs__of_product FOREIGN KEY (company_id, product_id) REFERENCES catalog.products(company_id, id),
  constraint costs__one_at_a_time EXCLUDE USING gist (product_id WITH =, valid WITH &&),
  constraint costs__period_given CHECK ((NOT isempty(valid)))
);
CREATE INDEX costs__by_import ON catalog.costs USING btree (import_id) WHERE (import_id IS NOT NULL);
-- policy may_add for insert with check (((company_id = ( SELECT app.company() AS company)) AND ( SELECT app.may('catalog.cost'::text) AS may) AND ( SELECT app.may('catalog.edit'::text) AS may)))
-- policy may_change for update using (((company_id = ( SELECT app.company() AS company)) AND ( SELECT app.may('catalog.cost'::text) AS may) AND ( SELECT app.may('catalog.edit'::text) AS may))) with check (((company_id = ( SELECT app.company() AS company)) AND ( SELECT app.may('catalog.cost'::text) AS may) AND ( SELECT app.may('catalog.edit'::text) AS may)))
-- policy may_read for select using (((company_id = ( SELECT app.company() AS company)) AND ( SELECT app.may('catalog.cost'::text) AS may)))

create table catalog.price_columns (
  id uuid not null default uuidv7(),
  company_id uuid not null,
  number integer not null, -- The step: the greater, the cheaper. A right to grant columns is limited by it.
  name text not null,
  discount_bp integer, -- Off the list price, in basis points; null: the column has prices of its own (as column 1 always has).
  min_monthly_sales bigint, -- Average sales a month, in minor units, from which a client earns this column; null: not earned by volume.
  revision integer not null default 1,
  constraint price_columns_pkey PRIMARY KEY (id),
  constraint price_columns__discount_sane CHECK (((discount_bp >= 0) AND (discount_bp <= 10000))),
  constraint price_columns__id_in_company UNIQUE (company_id, id),
  constraint price_columns__list_is_first CHECK (((number <> 1) OR (discount_bp IS NULL))),
  constraint price_columns__name_given CHECK ((btrim(name) <> ''::text)),
  constraint price_columns__number_positive CHECK ((number > 0)),
  constraint price_columns__number_unique UNIQUE (company_id, number),
  constraint price_columns__sales_sane CHECK ((min_monthly_sales >= 0)),
  constraint price_columns_company_id_fkey FOREIGN KEY (company_id) REFERENCES platform.companies(id)
);
-- policy may_add for insert with check (((company_id = ( SELECT app.company() AS company)) AND ( SELECT app.may('catalog.edit'::text) AS may)))
-- policy may_change for update using (((company_id = ( SELECT app.company() AS company)) AND ( SELECT app.may('catalog.edit'::text) AS may))) with check (((company_id = ( SELECT app.company() AS company)) AND ( SELECT app.may('catalog.edit'::text) AS may)))
-- policy may_read for select using (((company_id = ( SELECT app.company() AS company)) AND ( SELECT app.may('catalog.read'::text) AS may)))

create table catalog.prices (
  id uuid not null default uuidv7(),
  company_id uuid not null,
  product_id uuid not null,
  column_id uuid not null,
  amount bigint not null, -- For one unit, in minor units of the currency, without tax.
  currency character(3) not null,
  valid daterange not null,
  revision integer not null default 1,
  import_id uuid,
  constraint prices_pkey PRIMARY KEY (id),
  constraint prices__amount_sane CHECK (((amount >= 0) AND (amount <= '9000000000000000'::bigint))),
  constraint prices__of_column FOREIGN KEY (company_id, column_id) REFERENCES catalog.price_columns(company_id, id),
  constraint prices__of_product FOREIGN KEY (company_id, product_id) REFERENCES catalog.products(company_id, id),
  constraint prices__one_at_a_time EXCLUDE USING gist (product_id WITH =, column_id WITH =, valid WITH &&),
  constraint prices__period_given CHECK ((NOT isempty(valid)))
);
CREATE INDEX prices__by_import ON catalog.prices USING btree (import_id) WHERE (import_id IS NOT NULL);
-- policy may_add for insert with check (((company_id = ( SELECT app.company() AS company)) AND ( SELECT app.may('catalog.edit'::text) AS may)))
-- policy may_change for update using (((company_id = ( SELECT app.company() AS company)) AND ( SELECT app.may('catalog.edit'::text) AS may))) with check (((company_id = ( SELECT app.company() AS company)) AND ( SELECT app.may('catalog.edit'::text) AS may)))
-- policy may_read for select using (((company_id = ( SELECT app.company() AS company)) AND ( SELECT app.may('catalog.read'::text) AS may)))
-- policy may_remove for delete using (((company_id = ( SELECT app.company() AS company)) AND ( SELECT app.may('catalog.edit'::text) AS may) AND (lower(valid) > ( SELECT app.today(app.company()) AS today))))

create table catalog.products (
  id uuid not null default uuidv7(),
  company_id uuid not null,
  code text not null,
  name text not null,
  category_id uuid,
  unit text not null default 'pcs'::text,
  pack numeric(14,3) not null default 1, -- Units in the smallest pack that is sold.
  barcode text not null default ''::text,
  description text not null default ''::text,
  active boolean not null default true,
  created_at timestamp with time zone not null default now(),
  search text not null generated always as (app.fold(((((code || ' '::text) || name) || ' '::text) || barcode))) stored,
  name_folded text not null generated always as (app.fold(name)) stored,
  code_folded text not null generated always as (app.fold(code)) stored,
  revision integer not null default 1,
  import_id uuid,
  constraint products_pkey PRIMARY KEY (id),
  constraint products__code_given CHECK ((btrim(code) <> ''::text)),
  constraint products__code_unique UNIQUE (company_id, code),
  constraint products__id_in_company UNIQUE (company_id, id),
  constraint products__name_given CHECK ((btrim(name) <> ''::text)),
  constraint products__pack_positive CHECK ((pack > (0)::numeric)),
  constraint products_category_id_fkey FOREIGN KEY (company_id, category_id) REFERENCES catalog.categories(company_id, id),
  constraint products_company_id_fkey FOREIGN KEY (company_id) REFERENCES platform.companies(id)
);
CREATE INDEX products__by_barcode ON catalog.products USING btree (company_id, barcode) WHERE (barcode <> ''::text);
CREATE INDEX products__by_category ON catalog.products USING btree (company_id, category_id, name, id);
CREATE INDEX products__by_import ON catalog.products USING btree (import_id) WHERE (import_id IS NOT NULL);
CREATE INDEX products__by_name ON catalog.products USING btree (company_id, name, id);
CREATE INDEX products__code_prefix ON catalog.products USING btree (company_id, code_folded text_pattern_ops);
CREATE INDEX products__name_prefix ON catalog.products USING btree (company_id, name_folded text_pattern_ops);
CREATE INDEX products__search ON catalog.products USING gin (search gin_trgm_ops);
CREATE TRIGGER plans__regrouped AFTER UPDATE ON catalog.products REFERENCING OLD TABLE AS old_rows NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION plans.product_regrouped();
-- policy may_add for insert with check (((company_id = ( SELECT app.company() AS company)) AND ( SELECT app.may('catalog.edit'::text) AS may)))
-- policy may_change for update using (((company_id = ( SELECT app.company() AS company)) AND ( SELECT app.may('catalog.edit'::text) AS may))) with check (((company_id = ( SELECT app.company() AS company)) AND ( SELECT app.may('catalog.edit'::text) AS may)))
-- policy may_read for select using (((company_id = ( SELECT app.company() AS company)) AND ( SELECT app.may('catalog.read'::text) AS may)))

create view catalog.v_price_columns as
 SELECT id,
    company_id,
    number,
    name,
    discount_bp,
    min_monthly_sales
   FROM catalog.price_columns c;

create view catalog.v_products as
 SELECT p.id,
    p.company_id,
    p.code,
    p.name,
    p.category_id,
    g.name AS category,
    p.unit,
    p.pack,
    p.barcode,
    p.active
   FROM (catalog.products p
     LEFT JOIN catalog.categories g ON ((g.id = p.category_id)));

create table clients.bank_accounts (
  id uuid not null default uuidv7(),
  company_id uuid not null,
  client_id uuid not null,
  keeper_id uuid not null,
  number text not null,
  bank text not null default ''::text,
  bank_code text not null default ''::text, -- BIC or the national code of the bank.
  currency character(3),
  revision integer not null default 1,
  constraint bank_accounts_pkey PRIMARY KEY (id),
  constraint bank_accounts__number_given CHECK ((btrim(number) <> ''::text)),
  constraint bank_accounts__number_unique UNIQUE (client_id, number),
  constraint bank_accounts__of_client FOREIGN KEY (company_id, client_id, keeper_id) REFERENCES clients.clients(company_id, id, keeper_id) ON UPDATE CASCADE
);
CREATE INDEX bank_accounts__by_number ON clients.bank_accounts USING btree (company_id, number);
CREATE TRIGGER keeper__at_insert BEFORE INSERT ON clients.bank_accounts FOR EACH ROW EXECUTE FUNCTION clients.fill_keeper();
CREATE TRIGGER keeper__at_move BEFORE UPDATE OF client_id ON clients.bank_accounts FOR EACH ROW WHEN ((new.client_id IS DISTINCT FROM old.client_id)) EXECUTE FUNCTION clients.fill_keeper();
-- policy may_add for insert with check (((company_id = ( SELECT app.company() AS company)) AND (( SELECT app.may_all('clients.edit'::text) AS may_all) OR (( SELECT app.may('clients.edit'::text) AS may) AND (keeper_id = ANY (( SELECT app.reach() AS reach)::uuid[]))))))
-- policy may_change for update using (((company_id = ( SELECT app.company() AS company)) AND (( SELECT app.may_all('clients.edit'::text) AS may_all) OR (( SELECT app.may('clients.edit'::text) AS may) AND (keeper_id = ANY (( SELECT app.reach() AS reach)::uuid[])))))) with check (((company_id = ( SELECT app.company() AS company)) AND (( SELECT app.may_all('clients.edit'::text) AS may_all) OR (( SELECT app.may('clients.edit'::text) AS may) AND (keeper_id = ANY (( SELECT app.reach() AS reach)::uuid[]))))))
-- policy may_read for select using (((company_id = ( SELECT app.company() AS company)) AND (NULLIF((( SELECT app.may_all('clients.read'::text) AS may_all) OR (( SELECT app.may('clients.read'::text) AS may) AND (keeper_id = ANY (( SELECT app.reach() AS reach)::uuid[])))), false) IS NOT NULL)))
-- policy may_remove for delete using (((company_id = ( SELECT app.company() AS company)) AND (( SELECT app.may_all('clients.edit'::text) AS may_all) OR (( SELECT app.may('clients.edit'::text) AS may) AND (keeper_id = ANY (( SELECT app.reach() AS reach)::uuid[]))))))

create table clients.class_changes (
  id uuid not null default uuidv7(),
  company_id uuid not null,
  client_id uuid not null,
  class_before text,
  class_after text,
  reason text not null default ''::text,
  changed_by uuid,
  changed_at timestamp with time zone not null default now(),
  constraint class_changes_pkey PRIMARY KEY (id),
  constraint class_changes_client_id_fkey FOREIGN KEY (company_id, client_id) REFERENCES clients.clients(company_id, id) ON DELETE CASCADE
);
CREATE INDEX class_changes__of_client ON clients.class_changes USING btree (client_id, changed_at DESC);
-- policy may_read for select using (((company_id = ( SELECT app.company() AS company)) AND (EXISTS ( SELECT FROM clients.clients c WHERE (c.id = class_changes.client_id)))))

-- A customer, corporate or individual, potential or active; always kept by one employee.
create table clients.clients (
  id uuid not null default uuidv7(),
  company_id uuid not null,
  code text not null,
  name text not null,
  legal_name text not null default ''::text,
  kind text not null default 'company'::text,
  status text not null default 'potential'::text,
  class text, -- By share of sales: key, A, B, C; null: not classed yet.
  keeper_id uuid not null, -- Who answers for the client. Records of a client carry it too and follow it by themselves (on update cascade).
  parent_id uuid, -- The chain that this outlet belongs to.
  segment text not null default ''::text,
  source text not null default ''::text,
  country character(2),
  city text not null default ''::text,
  address text not null default ''::text,
  phone text not null default ''::text,
  email text not null default ''::text,
  website text not null default ''::text,
  tax_number text not null default ''::text,
  registration_number text not null default ''::text,
  language text not null default 'en'::text, -- Of the documents that the client gets.
  etiquette text not null default ''::text, -- What to mind when dealing with the client.
  since date not null default CURRENT_DATE, -- First day of the relation; the history of keepers begins here.
  created_at timestamp with time zone not null default now(),
  search text not null generated always as (app.fold(((((((((name || ' '::text) || legal_name) || ' '::text) || code) || ' '::text) || city) || ' '::text) || tax_number))) stored, -- Everything a client is looked for by, folded.
  name_folded text not null generated always as (app.fold(name)) stored,
  revision integer not null default 1,
  import_id uuid,
  constraint clients_pkey PRIMARY KEY (id),
  constraint clients__class_known CHECK ((class = ANY (ARRAY['key'::text, 'A'::text, 'B'::text, 'C'::text]))),
  constraint clients__code_given CHECK ((btrim(code) <> ''::text)),
  constraint clients__code_unique UNIQUE (company_id, code),
  constraint clients__id_in_company UNIQUE (company_id, id),
  constraint clients__id_keeper_id_in_company UNIQUE (company_id, id, keeper_id),
  constraint clients__keeper_known FOREIGN KEY (company_id, keeper_id) REFERENCES organization.employees(company_id, id),
  constraint clients__kind_known CHECK ((kind = ANY (ARRAY['company'::text, 'person'::text]))),
  constraint clients__name_given CHECK ((btrim(name) <> ''::text)),
  constraint clients__not_own_parent CHECK ((parent_id <> id)),
  constraint clients__status_known CHECK ((status = ANY (ARRAY['potential'::text, 'active'::text, 'lapsed'::text]))),
  constraint clients_parent_id_fkey FOREIGN KEY (company_id, parent_id) REFERENCES clients.clients(company_id, id)
);
CREATE INDEX clients__by_city ON clients.clients USING btree (company_id, city, id);
CREATE INDEX clients__by_class ON clients.clients USING btree (company_id, class, name, id);
CREATE INDEX clients__by_import ON clients.clients USING btree (import_id) WHERE (import_id IS NOT NULL);
CREATE INDEX clients__by_name ON clients.clients USING btree (company_id, name, id);
CREATE INDEX clients__by_segment ON clients.clients USING btree (company_id, segment, id);
CREATE INDEX clients__by_since ON clients.clients USING btree (company_id, since, id);
CREATE INDEX clients__by_status ON clients.clients USING btree (company_id, status, name, id);
CREATE INDEX clients__by_tax_number ON clients.clients USING btree (company_id, tax_number) WHERE (tax_number <> ''::text);
CREATE INDEX clients__code_prefix ON clients.clients USING btree (company_id, app.fold(code) text_pattern_ops);
CREATE INDEX clients__of_chain ON clients.clients USING btree (parent_id) WHERE (parent_id IS NOT NULL);
CREATE INDEX clients__of_keeper ON clients.clients USING btree (company_id, keeper_id, name, id) INCLUDE (status);
CREATE INDEX clients__prefix ON clients.clients USING btree (company_id, name_folded text_pattern_ops) INCLUDE (keeper_id, id);
CREATE INDEX clients__search ON clients.clients USING gin (search gin_trgm_ops);
CREATE INDEX clients__words ON clients.clients USING gin (company_id, clients.word_list(search));
CREATE TRIGGER files__released AFTER DELETE ON clients.clients REFERENCING OLD TABLE AS old_rows FOR EACH STATEMENT EXECUTE FUNCTION platform.release_files('clients.clients');
CREATE TRIGGER history__begin AFTER INSERT ON clients.clients REFERENCING NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION clients.begin_history();
CREATE TRIGGER history__continue AFTER UPDATE ON clients.clients REFERENCING OLD TABLE AS old_rows NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION clients.continue_history();
CREATE TRIGGER keeper__guarded BEFORE UPDATE OF keeper_id ON clients.clients FOR EACH ROW WHEN ((new.keeper_id IS DISTINCT FROM old.keeper_id)) EXECUTE FUNCTION clients.guard_keeper();
CREATE TRIGGER last_contacts__begin AFTER INSERT ON clients.clients REFERENCING NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION activities.begin_waiting();
CREATE TRIGGER last_contacts__class AFTER UPDATE ON clients.clients REFERENCING NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION activities.class_changed();
CREATE TRIGGER plans__tax_number AFTER UPDATE ON clients.clients REFERENCING OLD TABLE AS old_rows NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION plans.tax_number_changed();
-- policy may_add for insert with check (((company_id = ( SELECT app.company() AS company)) AND (( SELECT app.may_all('clients.edit'::text) AS may_all) OR (( SELECT app.may('clients.edit'::text) AS may) AND (keeper_id = ANY (( SELECT app.reach() AS reach)::uuid[]))))))
-- policy may_change for update using ((((company_id = ( SELECT app.company() AS company)) AND (( SELECT app.may_all('clients.edit'::text) AS may_all) OR (( SELECT app.may('clients.edit'::text) AS may) AND (keeper_id = ANY (( SELECT app.reach() AS reach)::uuid[]))))) OR ((company_id = ( SELECT app.company() AS company)) AND (( SELECT app.may_all('clients.assign'::text) AS may_all) OR (( SELECT app.may('clients.assign'::text) AS may) AND (keeper_id = ANY (( SELECT app.reach() AS reach)::uuid[]))))))) with check ((((company_id = ( SELECT app.company() AS company)) AND (( SELECT app.may_all('clients.edit'::text) AS may_all) OR (( SELECT app.may('clients.edit'::text) AS may) AND (keeper_id = ANY (( SELECT app.reach() AS reach)::uuid[]))))) OR ((company_id = ( SELECT app.company() AS company)) AND (( SELECT app.may_all('clients.assign'::text) AS may_all) OR (( SELECT app.may('clients.assign'::text) AS may) AND (keeper_id = ANY (( SELECT app.reach() AS reach)::uuid[])))))))
-- policy may_read for select using (((company_id = ( SELECT app.company() AS company)) AND (NULLIF((( SELECT app.may_all('clients.read'::text) AS may_all) OR (( SELECT app.may('clients.read'::text) AS may) AND (keeper_id = ANY (( SELECT app.reach() AS reach)::uuid[])))), false) IS NOT NULL)))

create table clients.contacts (
  id uuid not null default uuidv7(),
  company_id uuid not null,
  client_id uuid not null,
  keeper_id uuid not null,
  name text not null,
  title text not null default ''::text,
  level text not null default 'specialist'::text,
  decision_role text not null default 'unknown'::text,
  attitude text not null default 'neutral'::text,
  phone text not null default ''::text,
  email text not null default ''::text,
  language text,
  note text not null default ''::text,
  is_main boolean not null default false,
  left_on date, -- The day the person left the client; the contact stays for the history.
  created_at timestamp with time zone not null default now(),
  revision integer not null default 1,
  import_id uuid,
  constraint contacts_pkey PRIMARY KEY (id),
  constraint contacts__attitude_known CHECK ((attitude = ANY (ARRAY['supports'::text, 'neutral'::text, 'against'::text]))),
  constraint contacts__level_known CHECK ((level = ANY (ARRAY['top'::text, 'middle'::text, 'specialist'::text]))),
  constraint contacts__name_given CHECK ((btrim(name) <> ''::text)),
  constraint contacts__of_client FOREIGN KEY (company_id, client_id, keeper_id) REFERENCES clients.clients(company_id, id, keeper_id) ON UPDATE CASCADE,
  constraint contacts__role_known CHECK ((decision_role = ANY (ARRAY['decides'::text, 'influences'::text, 'orders'::text, 'pays'::text, 'uses'::text, 'unknown'::text])))
);
CREATE INDEX contacts__by_client ON clients.contacts USING btree (client_id, name);
CREATE INDEX contacts__by_import ON clients.contacts USING btree (import_id) WHERE (import_id IS NOT NULL);
CREATE INDEX contacts__by_keeper ON clients.contacts USING btree (company_id, keeper_id, name);
CREATE UNIQUE INDEX contacts__one_main ON clients.contacts USING btree (client_id) WHERE (is_main AND (left_on IS NULL));
CREATE TRIGGER keeper__at_insert BEFORE INSERT ON clients.contacts FOR EACH ROW EXECUTE FUNCTION clients.fill_keeper();
CREATE TRIGGER keeper__at_move BEFORE UPDATE OF client_id ON clients.contacts FOR EACH ROW WHEN ((new.client_id IS DISTINCT FROM old.client_id)) EXECUTE FUNCTION clients.fill_keeper();
-- policy may_add for insert with check (((company_id = ( SELECT app.company() AS company)) AND (( SELECT app.may_all('clients.edit'::text) AS may_all) OR (( SELECT app.may('clients.edit'::text) AS may) AND (keeper_id = ANY (( SELECT app.reach() AS reach)::uuid[]))))))
-- policy may_change for update using (((company_id = ( SELECT app.company() AS company)) AND (( SELECT app.may_all('clients.edit'::text) AS may_all) OR (( SELECT app.may('clients.edit'::text) AS may) AND (keeper_id = ANY (( SELECT app.reach() AS reach)::uuid[])))))) with check (((company_id = ( SELECT app.company() AS company)) AND (( SELECT app.may_all('clients.edit'::text) AS may_all) OR (( SELECT app.may('clients.edit'::text) AS may) AND (keeper_id = ANY (( SELECT app.reach() AS reach)::uuid[]))))))
-- policy may_read for select using (((company_id = ( SELECT app.company() AS company)) AND (NULLIF((( SELECT app.may_all('clients.read'::text) AS may_all) OR (( SELECT app.may('clients.read'::text) AS may) AND (keeper_id = ANY (( SELECT app.reach() AS reach)::uuid[])))), false) IS NOT NULL)))
-- policy may_remove for delete using (((company_id = ( SELECT app.company() AS company)) AND (( SELECT app.may_all('clients.edit'::text) AS may_all) OR (( SELECT app.may('clients.edit'::text) AS may) AND (keeper_id = ANY (( SELECT app.reach() AS reach)::uuid[]))))))

create table clients.contracts (
  id uuid not null default uuidv7(),
  company_id uuid not null,
  client_id uuid not null,
  keeper_id uuid not null,
  number text not null,
  subject text not null,
  signed_on date not null,
  valid_until date, -- The last day on which it holds; null: without an end.
  notice_days integer not null default 30, -- So many days before the last one the keeper is asked to see to it.
  ending text,
  ended_on date, -- The day on which it was renewed, or decided that it is not.
  end_reason text not null default ''::text,
  renewed_by uuid,
  entered_by uuid,
  created_at timestamp with time zone not null default now(),
  revision integer not null default 1,
  constraint contracts_pkey PRIMARY KEY (id),
  constraint contracts__ended_with_reason CHECK (((ending IS DISTINCT FROM 'ended'::text) OR (btrim(end_reason) <> ''::text))),
  constraint contracts__ending_known CHECK ((ending = ANY (ARRAY['renewed'::text, 'ended'::text]))),
  constraint contracts__ending_whole CHECK (((ending IS NULL) = (ended_on IS NULL))),
  constraint contracts__id_in_company UNIQUE (company_id, id),
  constraint contracts__notice_sane CHECK (((notice_days >= 0) AND (notice_days <= 365))),
  constraint contracts__number_given CHECK ((btrim(number) <> ''::text)),
  constraint contracts__number_unique UNIQUE (client_id, number),
  constraint contracts__of_client FOREIGN KEY (company_id, client_id, keeper_id) REFERENCES clients.clients(company_id, id, keeper_id) ON UPDATE CASCADE,
  constraint contracts__renewed_by_another CHECK ((((NOT (ending IS DISTINCT FROM 'renewed'::text)) = (renewed_by IS NOT NULL)) AND (renewed_by <> id))),
  constraint contracts__subject_given CHECK ((btrim(subject) <> ''::text)),
  constraint contracts__until_after_signing CHECK ((valid_until >= signed_on)),
  constraint contracts_renewed_by_fkey FOREIGN KEY (company_id, renewed_by) REFERENCES clients.contracts(company_id, id)
);
CREATE INDEX contracts__by_client ON clients.contracts USING btree (client_id, signed_on DESC, id DESC);
CREATE INDEX contracts__of_keeper ON clients.contracts USING btree (company_id, keeper_id, valid_until) WHERE (valid_until IS NOT NULL);
CREATE INDEX contracts__renewed_by ON clients.contracts USING btree (renewed_by) WHERE (renewed_by IS NOT NULL);
CREATE INDEX contracts__running_out ON clients.contracts USING btree (company_id, keeper_id, valid_until) WHERE ((valid_until IS NOT NULL) AND (ending IS NULL));
CREATE TRIGGER files__released AFTER DELETE ON clients.contracts REFERENCING OLD TABLE AS old_rows FOR EACH STATEMENT EXECUTE FUNCTION platform.release_files('clients.contracts');
CREATE TRIGGER keeper__at_insert BEFORE INSERT ON clients.contracts FOR EACH ROW EXECUTE FUNCTION clients.fill_keeper();
CREATE TRIGGER keeper__at_move BEFORE UPDATE OF client_id ON clients.contracts FOR EACH ROW WHEN ((new.client_id IS DISTINCT FROM old.client_id)) EXECUTE FUNCTION clients.fill_keeper();
-- policy may_add for insert with check (((company_id = ( SELECT app.company() AS company)) AND (( SELECT app.may_all('clients.edit'::text) AS may_all) OR (( SELECT app.may('clients.edit'::text) AS may) AND (keeper_id = ANY (( SELECT app.reach() AS reach)::uuid[]))))))
-- policy may_change for update using (((company_id = ( SELECT app.company() AS company)) AND (( SELECT app.may_all('clients.edit'::text) AS may_all) OR (( SELECT app.may('clients.edit'::text) AS may) AND (keeper_id = ANY (( SELECT app.reach() AS reach)::uuid[])))))) with check (((company_id = ( SELECT app.company() AS company)) AND (( SELECT app.may_all('clients.edit'::text) AS may_all) OR (( SELECT app.may('clients.edit'::text) AS may) AND (keeper_id = ANY (( SELECT app.reach() AS reach)::uuid[]))))))
-- policy may_read for select using (((company_id = ( SELECT app.company() AS company)) AND (NULLIF((( SELECT app.may_all('clients.read'::text) AS may_all) OR (( SELECT app.may('clients.read'::text) AS may) AND (keeper_id = ANY (( SELECT app.reach() AS reach)::uuid[])))), false) IS NOT NULL)))

create table clients.dossier_entries (
  id uuid not null default uuidv7(),
  company_id uuid not null,
  client_id uuid not null,
  keeper_id uuid not null,
  topic text not null,
  text text not null,
  source text not null default ''::text,
  noted_on date not null,
  noted_by uuid,
  created_at timestamp with time zone not null default now(),
  revision integer not null default 1,
  constraint dossier_entries_pkey PRIMARY KEY (id),
  constraint dossier_entries__of_client FOREIGN KEY (company_id, client_id, keeper_id) REFERENCES clients.clients(company_id, id, keeper_id) ON UPDATE CASCADE,
  constraint dossier_entries__text_given CHECK ((btrim(text) <> ''::text)),
  constraint dossier_entries__topic_known CHECK ((topic = ANY (ARRAY['needs'::text, 'potential'::text, 'share-of-wallet'::text, 'prospects'::text, 'competitors'::text, 'other'::text])))
);
CREATE INDEX dossier_entries__by_client ON clients.dossier_entries USING btree (client_id, noted_on DESC, id DESC);
CREATE TRIGGER keeper__at_insert BEFORE INSERT ON clients.dossier_entries FOR EACH ROW EXECUTE FUNCTION clients.fill_keeper();
CREATE TRIGGER keeper__at_move BEFORE UPDATE OF client_id ON clients.dossier_entries FOR EACH ROW WHEN ((new.client_id IS DISTINCT FROM old.client_id)) EXECUTE FUNCTION clients.fill_keeper();
-- policy may_add for insert with check (((company_id = ( SELECT app.company() AS company)) AND (( SELECT app.may_all('clients.edit'::text) AS may_all) OR (( SELECT app.may('clients.edit'::text) AS may) AND (keeper_id = ANY (( SELECT app.reach() AS reach)::uuid[]))))))
-- policy may_change for update using (((company_id = ( SELECT app.company() AS company)) AND (( SELECT app.may_all('clients.edit'::text) AS may_all) OR (( SELECT app.may('clients.edit'::text) AS may) AND (keeper_id = ANY (( SELECT app.reach() AS reach)::uuid[])))))) with check (((company_id = ( SELECT app.company() AS company)) AND (( SELECT app.may_all('clients.edit'::text) AS may_all) OR (( SELECT app.may('clients.edit'::text) AS may) AND (keeper_id = ANY (( SELECT app.reach() AS reach)::uuid[]))))))
-- policy may_read for select using (((company_id = ( SELECT app.company() AS company)) AND (NULLIF((( SELECT app.may_all('clients.read'::text) AS may_all) OR (( SELECT app.may('clients.read'::text) AS may) AND (keeper_id = ANY (( SELECT app.reach() AS reach)::uuid[])))), false) IS NOT NULL)))
-- policy may_remove for delete using (((company_id = ( SELECT app.company() AS company)) AND (( SELECT app.may_all('clients.edit'::text) AS may_all) OR (( SELECT app.may('clients.edit'::text) AS may) AND (keeper_id = ANY (( SELECT app.reach() AS reach)::uuid[]))))))

-- @derived from activities, orders and settlements; money in minor units of the company's currency
create table clients.figures (
  client_id uuid not null,
  company_id uuid not null,
  keeper_id uuid not null,
  last_contact_on date,
  last_order_on date,
  sales_12m bigint not null default 0, -- Shipped in the last twelve months.
  owed bigint not null default 0,
  overdue bigint not null default 0,
  oldest_due_on date, -- Due date of the oldest invoice that is overdue.
  status text not null default 'potential'::text, -- That of the client, as are class and since; told by trigger.
  class text,
  since date not null default CURRENT_DATE,
  last_on date not null generated always as (GREATEST(last_contact_on, last_order_on, since)) stored, -- The last contact or order, or the first day of the relation while there was none.
  constraint figures_pkey PRIMARY KEY (client_id),
  constraint figures__of_client FOREIGN KEY (company_id, client_id, keeper_id) REFERENCES clients.clients(company_id, id, keeper_id) ON UPDATE CASCADE ON DELETE CASCADE
);
CREATE INDEX figures__by_last_contact ON clients.figures USING btree (company_id, last_contact_on, client_id);
CREATE INDEX figures__by_last_order ON clients.figures USING btree (company_id, last_order_on, client_id);
CREATE INDEX figures__by_overdue ON clients.figures USING btree (company_id, overdue, client_id);
CREATE INDEX figures__by_owed ON clients.figures USING btree (company_id, owed, client_id);
CREATE INDEX figures__by_sales ON clients.figures USING btree (company_id, sales_12m, client_id);
CREATE INDEX figures__kept_by_last_contact ON clients.figures USING btree (company_id, keeper_id, last_contact_on, client_id);
CREATE INDEX figures__kept_by_last_order ON clients.figures USING btree (company_id, keeper_id, last_order_on, client_id);
CREATE INDEX figures__kept_by_overdue ON clients.figures USING btree (company_id, keeper_id, overdue, client_id);
CREATE INDEX figures__kept_by_owed ON clients.figures USING btree (company_id, keeper_id, owed, client_id);
CREATE INDEX figures__kept_by_sales ON clients.figures USING btree (company_id, keeper_id, sales_12m, client_id);
CREATE INDEX figures__kept_of_status ON clients.figures USING btree (company_id, keeper_id, status, last_order_on, client_id);
CREATE INDEX figures__of_status ON clients.figures USING btree (company_id, status, last_order_on, client_id);
CREATE INDEX figures__silent ON clients.figures USING btree (company_id, keeper_id, status, last_on) INCLUDE (client_id, class, sales_12m);
-- policy may_read for select using (((company_id = ( SELECT app.company() AS company)) AND (NULLIF((( SELECT app.may_all('clients.read'::text) AS may_all) OR (( SELECT app.may('clients.read'::text) AS may) AND (keeper_id = ANY (( SELECT app.reach() AS reach)::uuid[])))), false) IS NOT NULL)))

create table clients.handovers (
  id uuid not null default uuidv7(),
  company_id uuid not null,
  from_id uuid not null,
  to_id uuid not null,
  reason text not null,
  note text not null default ''::text,
  clients integer not null,
  figures jsonb not null default '{}'::jsonb, -- What was open at that moment (debts, promises …), as the modules above told it.
  handed_by uuid,
  handed_at timestamp with time zone not null default now(),
  constraint handovers_pkey PRIMARY KEY (id),
  constraint handovers__between_two CHECK ((from_id <> to_id)),
  constraint handovers__id_in_company UNIQUE (company_id, id),
  constraint handovers__reason_given CHECK ((btrim(reason) <> ''::text)),
  constraint handovers_from_id_fkey FOREIGN KEY (company_id, from_id) REFERENCES organization.employees(company_id, id),
  constraint handovers_to_id_fkey FOREIGN KEY (company_id, to_id) REFERENCES organization.employees(company_id, id)
);
CREATE INDEX handovers__by_company ON clients.handovers USING btree (company_id, handed_at DESC);
-- policy may_add for insert with check (((company_id = ( SELECT app.company() AS company)) AND ( SELECT app.may('clients.assign'::text) AS may) AND (handed_by = ( SELECT app.employee() AS employee))))
-- policy may_read for select using (((company_id = ( SELECT app.company() AS company)) AND (NULLIF((( SELECT app.may_all('clients.read'::text) AS may_all) OR (from_id = ANY (( SELECT app.reach() AS reach)::uuid[])) OR (to_id = ANY (( SELECT app.reach() AS reach)::uuid[]))), false) IS NOT NULL)))

-- The dated history of ownership of each client.
create table clients.keepers (
  id uuid not null default uuidv7(),
  company_id uuid not null,
  client_id uuid not null,
  keeper_id uuid not null,
  valid daterange not null,
  reason text not null default ''::text,
  handover_id uuid,
  set_by uuid,
  set_at timestamp with time zone not null default now(),
  constraint keepers_pkey PRIMARY KEY (id),
  constraint keepers__handover_known FOREIGN KEY (company_id, handover_id) REFERENCES clients.handovers(company_id, id),
  constraint keepers__one_at_a_time EXCLUDE USING gist (client_id WITH =, valid WITH &&),
  constraint keepers__period_given CHECK ((NOT isempty(valid))),
  constraint keepers_client_id_fkey FOREIGN KEY (company_id, client_id) REFERENCES clients.clients(company_id, id) ON DELETE CASCADE,
  constraint keepers_keeper_id_fkey FOREIGN KEY (company_id, keeper_id) REFERENCES organization.employees(company_id, id)
);
CREATE INDEX keepers__by_client ON clients.keepers USING btree (client_id);
CREATE INDEX keepers__by_handover ON clients.keepers USING btree (handover_id) WHERE (handover_id IS NOT NULL);
CREATE INDEX keepers__by_keeper ON clients.keepers USING btree (keeper_id, client_id);
-- policy may_read for select using (((company_id = ( SELECT app.company() AS company)) AND (EXISTS ( SELECT FROM clients.clients c WHERE (c.id = keepers.client_id)))))

create table clients.sites (
  id uuid not null default uuidv7(),
  company_id uuid not null,
  client_id uuid not null,
  keeper_id uuid not null,
  name text not null,
  kind text not null default 'branch'::text,
  country character(2),
  city text not null default ''::text,
  address text not null default ''::text,
  phone text not null default ''::text,
  closed_on date,
  revision integer not null default 1,
  constraint sites_pkey PRIMARY KEY (id),
  constraint sites__kind_known CHECK ((kind = ANY (ARRAY['branch'::text, 'outlet'::text, 'warehouse'::text, 'office'::text]))),
  constraint sites__name_given CHECK ((btrim(name) <> ''::text)),
  constraint sites__of_client FOREIGN KEY (company_id, client_id, keeper_id) REFERENCES clients.clients(company_id, id, keeper_id) ON UPDATE CASCADE
);
CREATE INDEX sites__by_client ON clients.sites USING btree (client_id, name);
CREATE TRIGGER keeper__at_insert BEFORE INSERT ON clients.sites FOR EACH ROW EXECUTE FUNCTION clients.fill_keeper();
CREATE TRIGGER keeper__at_move BEFORE UPDATE OF client_id ON clients.sites FOR EACH ROW WHEN ((new.client_id IS DISTINCT FROM old.client_id)) EXECUTE FUNCTION clients.fill_keeper();
-- policy may_add for insert with check (((company_id = ( SELECT app.company() AS company)) AND (( SELECT app.may_all('clients.edit'::text) AS may_all) OR (( SELECT app.may('clients.edit'::text) AS may) AND (keeper_id = ANY (( SELECT app.reach() AS reach)::uuid[]))))))
-- policy may_change for update using (((company_id = ( SELECT app.company() AS company)) AND (( SELECT app.may_all('clients.edit'::text) AS may_all) OR (( SELECT app.may('clients.edit'::text) AS may) AND (keeper_id = ANY (( SELECT app.reach() AS reach)::uuid[])))))) with check (((company_id = ( SELECT app.company() AS company)) AND (( SELECT app.may_all('clients.edit'::text) AS may_all) OR (( SELECT app.may('clients.edit'::text) AS may) AND (keeper_id = ANY (( SELECT app.reach() AS reach)::uuid[]))))))
-- policy may_read for select using (((company_id = ( SELECT app.company() AS company)) AND (NULLIF((( SELECT app.may_all('clients.read'::text) AS may_all) OR (( SELECT app.may('clients.read'::text) AS may) AND (keeper_id = ANY (( SELECT app.reach() AS reach)::uuid[])))), false) IS NOT NULL)))
-- policy may_remove for delete using (((company_id = ( SELECT app.company() AS company)) AND (( SELECT app.may_all('clients.edit'::text) AS may_all) OR (( SELECT app.may('clients.edit'::text) AS may) AND (keeper_id = ANY (( SELECT app.reach() AS reach)::uuid[]))))))

create table clients.statuses (
  id uuid not null default uuidv7(),
  company_id uuid not null,
  client_id uuid not null,
  status text not null,
  valid daterange not null,
  constraint statuses_pkey PRIMARY KEY (id),
  constraint statuses__one_at_a_time EXCLUDE USING gist (client_id WITH =, valid WITH &&),
  constraint statuses__period_given CHECK ((NOT isempty(valid))),
  constraint statuses_client_id_fkey FOREIGN KEY (company_id, client_id) REFERENCES clients.clients(company_id, id) ON DELETE CASCADE
);
CREATE INDEX statuses__by_client ON clients.statuses USING btree (client_id);
-- policy may_read for select using (((company_id = ( SELECT app.company() AS company)) AND (EXISTS ( SELECT FROM clients.clients c WHERE (c.id = statuses.client_id)))))

create view clients.v_bank_accounts as
 SELECT id,
    company_id,
    client_id,
    keeper_id,
    number,
    bank_code,
    currency
   FROM clients.bank_accounts b;

create view clients.v_clients as
 SELECT id,
    company_id,
    code,
    name,
    legal_name,
    kind,
    status,
    class,
    keeper_id,
    parent_id,
    segment,
    country,
    city,
    address,
    phone,
    email,
    tax_number,
    language,
    since,
    name_folded,
    search
   FROM clients.clients c;

create view clients.v_contacts as
 SELECT id,
    company_id,
    client_id,
    keeper_id,
    name,
    title,
    level,
    decision_role,
    phone,
    email,
    language,
    is_main
   FROM clients.contacts k
  WHERE (left_on IS NULL);

create view clients.v_figures as
 SELECT client_id,
    company_id,
    keeper_id,
    last_contact_on,
    last_order_on,
    sales_12m,
    owed,
    overdue,
    oldest_due_on
   FROM clients.figures f;

create view clients.v_files_timeline as
 SELECT subject_id AS client_id,
    stored_at AS at,
    'file-attached'::text AS kind,
    id,
    stored_by AS employee_id,
    jsonb_build_object('name', name) AS data
   FROM platform.files f
  WHERE ((subject_kind = 'clients.clients'::text) AND (detached_at IS NULL));

create view clients.v_keepers as
 SELECT company_id,
    client_id,
    keeper_id,
    valid
   FROM clients.keepers k;

create view clients.v_statuses as
 SELECT company_id,
    client_id,
    status,
    valid
   FROM clients.statuses s;

create view clients.v_timeline as
 SELECT k.client_id,
    k.set_at AS at,
    'keeper-changed'::text AS kind,
    k.id,
    k.set_by AS employee_id,
    jsonb_build_object('keeper', e.name, 'reason', k.reason) AS data
   FROM ((clients.keepers k
     JOIN clients.clients c ON (((c.id = k.client_id) AND (k.set_at > c.created_at))))
     JOIN organization.employees e ON ((e.id = k.keeper_id)))
UNION ALL
 SELECT g.client_id,
    g.changed_at AS at,
    'class-changed'::text AS kind,
    g.id,
    g.changed_by AS employee_id,
    jsonb_build_object('before', COALESCE(g.class_before, 'none'::text), 'after', COALESCE(g.class_after, 'none'::text), 'reason', g.reason) AS data
   FROM clients.class_changes g
UNION ALL
 SELECT d.client_id,
    d.created_at AS at,
    'dossier-entry'::text AS kind,
    d.id,
    d.noted_by AS employee_id,
    jsonb_build_object('topic', d.topic, 'text', "left"(d.text, 500), 'source', d.source) AS data
   FROM clients.dossier_entries d
UNION ALL
 SELECT k.client_id,
    k.created_at AS at,
    'contract-entered'::text AS kind,
    k.id,
    k.entered_by AS employee_id,
    jsonb_build_object('number', k.number, 'subject', "left"(k.subject, 200), 'until', k.valid_until, 'href', (('/clients/'::text || k.client_id) || '?tab=contracts'::text)) AS data
   FROM clients.contracts k
UNION ALL
 SELECT c.id AS client_id,
    c.created_at AS at,
    'client-entered'::text AS kind,
    c.id,
    NULL::uuid AS employee_id,
    jsonb_build_object('name', c.name) AS data
   FROM clients.clients c;

-- @derived from the names of clients; a word that no client has any more does no harm
create table clients.words (
  company_id uuid not null,
  word text not null,
  constraint words_pkey PRIMARY KEY (company_id, word),
  constraint words_company_id_fkey FOREIGN KEY (company_id) REFERENCES platform.companies(id)
);
-- policy may_read for select using (false)

create table identity."twoFactor" (
  id text not null,
  secret text not null,
  "backupCodes" text not null,
  "userId" text not null,
  verified boolean,
  "failedVerificationCount" integer,
  "lockedUntil" timestamp with time zone,
  constraint "twoFactor_pkey" PRIMARY KEY (id),
  constraint "twoFactor_userId_fkey" FOREIGN KEY ("userId") REFERENCES identity."user"(id) ON DELETE CASCADE
);
CREATE INDEX "twoFactor_secret_idx" ON identity."twoFactor" USING btree (secret);
CREATE INDEX "twoFactor_userId_idx" ON identity."twoFactor" USING btree ("userId");

create table identity."user" (
  id text not null,
  name text not null,
  email text not null,
  "emailVerified" boolean not null,
  image text,
  "createdAt" timestamp with time zone not null default CURRENT_TIMESTAMP,
  "updatedAt" timestamp with time zone not null default CURRENT_TIMESTAMP,
  "twoFactorEnabled" boolean,
  constraint user_pkey PRIMARY KEY (id),
  constraint user_email_key UNIQUE (email)
);

create table identity.account (
  id text not null,
  "accountId" text not null,
  "providerId" text not null,
  "userId" text not null,
  "accessToken" text,
  "refreshToken" text,
  "idToken" text,
  "accessTokenExpiresAt" timestamp with time zone,
  "refreshTokenExpiresAt" timestamp with time zone,
  scope text,
  password text,
  "createdAt" timestamp with time zone not null default CURRENT_TIMESTAMP,
  "updatedAt" timestamp with time zone not null,
  constraint account_pkey PRIMARY KEY (id),
  constraint "account_userId_fkey" FOREIGN KEY ("userId") REFERENCES identity."user"(id) ON DELETE CASCADE
);
CREATE INDEX "account_userId_idx" ON identity.account USING btree ("userId");
CREATE TRIGGER account__password_replaced AFTER UPDATE ON identity.account FOR EACH ROW WHEN ((old.password IS DISTINCT FROM new.password)) EXECUTE FUNCTION app.password_replaced();

create table identity.api_keys (
  id uuid not null default uuidv7(),
  company_id uuid not null,
  employee_id uuid not null,
  name text not null,
  hash text not null, -- SHA-256 of the key; the key itself is shown once.
  created_at timestamp with time zone not null default now(),
  expires_on date,
  revoked_at timestamp with time zone,
  constraint api_keys_pkey PRIMARY KEY (id),
  constraint api_keys__hash_unique UNIQUE (hash),
  constraint api_keys__name_given CHECK ((btrim(name) <> ''::text)),
  constraint api_keys_company_id_fkey FOREIGN KEY (company_id) REFERENCES platform.companies(id)
);
CREATE INDEX api_keys__by_employee ON identity.api_keys USING btree (employee_id);

create table identity.session (
  id text not null,
  "expiresAt" timestamp with time zone not null,
  token text not null,
  "createdAt" timestamp with time zone not null default CURRENT_TIMESTAMP,
  "updatedAt" timestamp with time zone not null,
  "ipAddress" text,
  "userAgent" text,
  "userId" text not null,
  constraint session_pkey PRIMARY KEY (id),
  constraint session_token_key UNIQUE (token),
  constraint "session_userId_fkey" FOREIGN KEY ("userId") REFERENCES identity."user"(id) ON DELETE CASCADE
);
CREATE INDEX "session_userId_idx" ON identity.session USING btree ("userId");

create table identity.verification (
  id text not null,
  identifier text not null,
  value text not null,
  "expiresAt" timestamp with time zone not null,
  "createdAt" timestamp with time zone not null default CURRENT_TIMESTAMP,
  "updatedAt" timestamp with time zone not null default CURRENT_TIMESTAMP,
  constraint verification_pkey PRIMARY KEY (id)
);
CREATE INDEX verification_identifier_idx ON identity.verification USING btree (identifier);

-- @derived Append-only: no role of the application may change it.
create table journal.entries (
  id bigint not null generated always as identity,
  epoch integer not null,
  xid xid8 not null default pg_current_xact_id(),
  at timestamp with time zone not null default clock_timestamp(),
  company_id uuid,
  employee_id uuid,
  acting_for uuid,
  clause_id uuid,
  request_id text,
  table_name text not null,
  record_id uuid,
  act text not null,
  before jsonb, -- Update: the old values of the changed columns. Delete: the row.
  after jsonb, -- Insert: the row. Update: the new values of the changed columns. Bulk: count and digest.
  constraint entries_pkey PRIMARY KEY (id),
  constraint entries__act_known CHECK ((act = ANY (ARRAY['insert'::text, 'update'::text, 'delete'::text, 'bulk'::text])))
);
CREATE INDEX entries__by_company ON journal.entries USING btree (company_id, id);
CREATE INDEX entries__by_record ON journal.entries USING btree (record_id, id);
CREATE INDEX entries__by_transaction ON journal.entries USING btree (epoch, xid, id);
CREATE TRIGGER entries__append_only BEFORE DELETE OR UPDATE OR TRUNCATE ON journal.entries FOR EACH STATEMENT EXECUTE FUNCTION journal.no_change();
-- policy may_read for select using (((company_id = ( SELECT app.company() AS company)) AND (NULLIF(((employee_id = ANY (( SELECT app.reach() AS reach)::uuid[])) OR (employee_id = ( SELECT app.employee() AS employee)) OR ( SELECT app.may_all('journal.read'::text) AS may_all)), false) IS NOT NULL)))
-- policy only_read_costs for select using (((table_name <> 'catalog.costs'::text) OR ( SELECT app.may('catalog.cost'::text) AS may)))

-- @derived A restored copy counts transactions anew, so it begins an epoch.
create table journal.epochs (
  epoch integer not null,
  began_at timestamp with time zone not null default now(),
  constraint epochs_pkey PRIMARY KEY (epoch)
);
-- policy may_read for select using (( SELECT app.may_all('journal.read'::text) AS may_all))

-- @derived
create table journal.seals (
  number bigint not null generated always as identity,
  epoch integer not null,
  from_xid xid8 not null,
  to_xid xid8 not null,
  entries bigint not null,
  previous_hash bytea not null,
  hash bytea not null,
  sealed_at timestamp with time zone not null default now(),
  constraint seals_pkey PRIMARY KEY (number)
);
-- policy may_read for select using (( SELECT app.may_all('journal.read'::text) AS may_all))

create table mandates.acknowledgements (
  id uuid not null default uuidv7(),
  company_id uuid not null,
  version_id uuid not null,
  employee_id uuid not null,
  sent_at timestamp with time zone not null default now(),
  reminded_at timestamp with time zone,
  signed_at timestamp with time zone,
  method text,
  address text, -- From where it was signed (network address).
  text_hash text,
  revision integer not null default 1,
  scan_id uuid, -- The signed sheet. Null for signatures on paper from before scans were asked for.
  constraint acknowledgements_pkey PRIMARY KEY (id),
  constraint acknowledgements__method_known CHECK ((method = ANY (ARRAY['application'::text, 'paper'::text, 'act'::text]))),
  constraint acknowledgements__once UNIQUE (version_id, employee_id),
  constraint acknowledgements__signed_whole CHECK (((signed_at IS NULL) = (method IS NULL))),
  constraint acknowledgements_employee_id_fkey FOREIGN KEY (company_id, employee_id) REFERENCES organization.employees(company_id, id),
  constraint acknowledgements_scan_id_fkey FOREIGN KEY (company_id, scan_id) REFERENCES platform.files(company_id, id),
  constraint acknowledgements_version_id_fkey FOREIGN KEY (company_id, version_id) REFERENCES mandates.versions(company_id, id)
);
CREATE INDEX acknowledgements__by_scan ON mandates.acknowledgements USING btree (scan_id) WHERE (scan_id IS NOT NULL);
CREATE TRIGGER files__released AFTER DELETE ON mandates.acknowledgements REFERENCING OLD TABLE AS old_rows FOR EACH STATEMENT EXECUTE FUNCTION platform.release_files('mandates.acknowledgements');
CREATE TRIGGER paper__needs_scan BEFORE INSERT OR UPDATE OF method, scan_id ON mandates.acknowledgements FOR EACH ROW WHEN ((new.method = 'paper'::text)) EXECUTE FUNCTION mandates.paper_needs_scan();
-- policy may_add for insert with check (((company_id = ( SELECT app.company() AS company)) AND (( SELECT app.may_all('mandates.draft'::text) AS may_all) OR ( SELECT app.may_all('mandates.approve'::text) AS may_all))))
-- policy may_change for update using (((company_id = ( SELECT app.company() AS company)) AND ((employee_id = ( SELECT app.employee() AS employee)) OR ( SELECT app.may_all('mandates.draft'::text) AS may_all)))) with check (((company_id = ( SELECT app.company() AS company)) AND ((employee_id = ( SELECT app.employee() AS employee)) OR ( SELECT app.may_all('mandates.draft'::text) AS may_all))))
-- policy may_read for select using (((company_id = ( SELECT app.company() AS company)) AND (NULLIF((( SELECT app.may_all('mandates.read'::text) AS may_all) OR ( SELECT app.may_all('mandates.draft'::text) AS may_all) OR ( SELECT app.may_all('mandates.approve'::text) AS may_all) OR (employee_id = ANY (( SELECT app.reach() AS reach)::uuid[]))), false) IS NOT NULL)))

create table mandates.agreed_actions (
  id uuid not null default uuidv7(),
  company_id uuid not null,
  appraisal_id uuid not null,
  employee_id uuid not null, -- Who is appraised; who_id does it: this employee or the head.
  text text not null,
  due_on date not null,
  who_id uuid not null,
  agreed_by uuid not null,
  state text not null default 'open'::text,
  ended_at timestamp with time zone,
  ended_by uuid,
  revision integer not null default 1,
  constraint agreed_actions_pkey PRIMARY KEY (id),
  constraint agreed_actions__ended_when CHECK (((state = 'open'::text) = (ended_at IS NULL))),
  constraint agreed_actions__state_known CHECK ((state = ANY (ARRAY['open'::text, 'done'::text, 'called-off'::text]))),
  constraint agreed_actions__text_given CHECK (((btrim(text) <> ''::text) AND (length(text) <= 1000))),
  constraint agreed_actions_agreed_by_fkey FOREIGN KEY (company_id, agreed_by) REFERENCES organization.employees(company_id, id),
  constraint agreed_actions_appraisal_id_fkey FOREIGN KEY (company_id, appraisal_id) REFERENCES mandates.appraisals(company_id, id) ON DELETE CASCADE,
  constraint agreed_actions_employee_id_fkey FOREIGN KEY (company_id, employee_id) REFERENCES organization.employees(company_id, id),
  constraint agreed_actions_ended_by_fkey FOREIGN KEY (company_id, ended_by) REFERENCES organization.employees(company_id, id),
  constraint agreed_actions_who_id_fkey FOREIGN KEY (company_id, who_id) REFERENCES organization.employees(company_id, id)
);
CREATE INDEX agreed_actions__by_appraisal ON mandates.agreed_actions USING btree (appraisal_id);
CREATE INDEX agreed_actions__by_employee ON mandates.agreed_actions USING btree (employee_id, due_on);
CREATE INDEX agreed_actions__open_by ON mandates.agreed_actions USING btree (agreed_by, due_on) WHERE (state = 'open'::text);
CREATE INDEX agreed_actions__open_of ON mandates.agreed_actions USING btree (who_id, due_on) WHERE (state = 'open'::text);
CREATE TRIGGER signed__stays BEFORE INSERT OR DELETE OR UPDATE ON mandates.agreed_actions FOR EACH ROW EXECUTE FUNCTION mandates.keep_agreed_actions();
-- policy may_add for insert with check (((company_id = ( SELECT app.company() AS company)) AND (agreed_by = ( SELECT app.employee() AS employee)) AND (NOT (employee_id = ( SELECT app.employee() AS employee))) AND (( SELECT app.may_all('mandates.appraise'::text) AS may_all) OR (( SELECT app.may('mandates.appraise'::text) AS may) AND (employee_id = ANY (( SELECT app.reach() AS reach)::uuid[]))))))
-- policy may_change for update using (((company_id = ( SELECT app.company() AS company)) AND ((who_id = ( SELECT app.employee() AS employee)) OR (employee_id = ( SELECT app.employee() AS employee)) OR (( SELECT app.may_all('mandates.appraise'::text) AS may_all) OR (( SELECT app.may('mandates.appraise'::text) AS may) AND (employee_id = ANY (( SELECT app.reach() AS reach)::uuid[]))))))) with check (((company_id = ( SELECT app.company() AS company)) AND ((who_id = ( SELECT app.employee() AS employee)) OR (employee_id = ( SELECT app.employee() AS employee)) OR (( SELECT app.may_all('mandates.appraise'::text) AS may_all) OR (( SELECT app.may('mandates.appraise'::text) AS may) AND (employee_id = ANY (( SELECT app.reach() AS reach)::uuid[])))))))
-- policy may_read for select using (((company_id = ( SELECT app.company() AS company)) AND ((who_id = ( SELECT app.employee() AS employee)) OR (agreed_by = ( SELECT app.employee() AS employee)) OR (EXISTS ( SELECT FROM mandates.appraisals a WHERE (a.id = agreed_actions.appraisal_id))))))
-- policy may_remove for delete using (((company_id = ( SELECT app.company() AS company)) AND (NOT (employee_id = ( SELECT app.employee() AS employee))) AND (( SELECT app.may_all('mandates.appraise'::text) AS may_all) OR (( SELECT app.may('mandates.appraise'::text) AS may) AND (employee_id = ANY (( SELECT app.reach() AS reach)::uuid[]))))))

create table mandates.appraisal_ratings (
  id uuid not null default uuidv7(),
  company_id uuid not null,
  appraisal_id uuid not null,
  clause_id uuid not null,
  side text not null,
  rating integer not null,
  constraint appraisal_ratings_pkey PRIMARY KEY (id),
  constraint appraisal_ratings__once UNIQUE (appraisal_id, clause_id, side),
  constraint appraisal_ratings__rating_known CHECK (((rating >= 1) AND (rating <= 5))),
  constraint appraisal_ratings__side_known CHECK ((side = ANY (ARRAY['employee'::text, 'head'::text]))),
  constraint appraisal_ratings_appraisal_id_fkey FOREIGN KEY (company_id, appraisal_id) REFERENCES mandates.appraisals(company_id, id) ON DELETE CASCADE,
  constraint appraisal_ratings_clause_id_fkey FOREIGN KEY (company_id, clause_id) REFERENCES mandates.clauses(company_id, id)
);
CREATE TRIGGER signed__stays BEFORE INSERT OR DELETE OR UPDATE ON mandates.appraisal_ratings FOR EACH ROW EXECUTE FUNCTION mandates.keep_signed_ratings();
-- policy may_add for insert with check (((company_id = ( SELECT app.company() AS company)) AND (EXISTS ( SELECT FROM mandates.appraisals a WHERE ((a.id = appraisal_ratings.appraisal_id) AND CASE appraisal_ratings.side WHEN 'employee'::text THEN (a.employee_id = ( SELECT app.employee() AS employee)) ELSE ((NOT (a.employee_id = ( SELECT app.employee() AS employee))) AND (( SELECT app.may_all('mandates.appraise'::text) AS may_all) OR (( SELECT app.may('mandates.appraise'::text) AS may) AND (a.employee_id = ANY (( SELECT app.reach() AS reach)::uuid[]))))) END)))))
-- policy may_change for update using (((company_id = ( SELECT app.company() AS company)) AND (EXISTS ( SELECT FROM mandates.appraisals a WHERE ((a.id = appraisal_ratings.appraisal_id) AND CASE appraisal_ratings.side WHEN 'employee'::text THEN (a.employee_id = ( SELECT app.employee() AS employee)) ELSE ((NOT (a.employee_id = ( SELECT app.employee() AS employee))) AND (( SELECT app.may_all('mandates.appraise'::text) AS may_all) OR (( SELECT app.may('mandates.appraise'::text) AS may) AND (a.employee_id = ANY (( SELECT app.reach() AS reach)::uuid[]))))) END))))) with check (((company_id = ( SELECT app.company() AS company)) AND (EXISTS ( SELECT FROM mandates.appraisals a WHERE ((a.id = appraisal_ratings.appraisal_id) AND CASE appraisal_ratings.side WHEN 'employee'::text THEN (a.employee_id = ( SELECT app.employee() AS employee)) ELSE ((NOT (a.employee_id = ( SELECT app.employee() AS employee))) AND (( SELECT app.may_all('mandates.appraise'::text) AS may_all) OR (( SELECT app.may('mandates.appraise'::text) AS may) AND (a.employee_id = ANY (( SELECT app.reach() AS reach)::uuid[]))))) END)))))
-- policy may_read for select using (((company_id = ( SELECT app.company() AS company)) AND (EXISTS ( SELECT FROM mandates.appraisals a WHERE (a.id = appraisal_ratings.appraisal_id)))))
-- policy may_remove for delete using (((company_id = ( SELECT app.company() AS company)) AND (EXISTS ( SELECT FROM mandates.appraisals a WHERE ((a.id = appraisal_ratings.appraisal_id) AND CASE appraisal_ratings.side WHEN 'employee'::text THEN (a.employee_id = ( SELECT app.employee() AS employee)) ELSE ((NOT (a.employee_id = ( SELECT app.employee() AS employee))) AND (( SELECT app.may_all('mandates.appraise'::text) AS may_all) OR (( SELECT app.may('mandates.appraise'::text) AS may) AND (a.employee_id = ANY (( SELECT app.reach() AS reach)::uuid[]))))) END)))))

create table mandates.appraisals (
  id uuid not null default uuidv7(),
  company_id uuid not null,
  employee_id uuid not null,
  period daterange not null,
  state text not null default 'open'::text,
  lines jsonb not null default '[]'::jsonb, -- Frozen when the head signs: clause by clause required, done, late, missed.
  employee_remarks text not null default ''::text,
  employee_rating integer,
  head_remarks text not null default ''::text,
  head_rating integer,
  agreed_actions text not null default ''::text, -- What was agreed as one text, before actions were a list.
  head_id uuid,
  head_signed_at timestamp with time zone,
  employee_signed_at timestamp with time zone,
  revision integer not null default 1,
  form jsonb not null default '[]'::jsonb, -- Frozen when the head signs: the clauses judged, each with what its pay rules came to, in words, without amounts. Empty for appraisals signed before there were forms.
  head_access_given jsonb, -- Who gave the head access in the thirty days before the signature, and when; null: nobody.
  employee_access_given jsonb, -- Who gave the employee access in the thirty days before the signature, and when; null: nobody.
  outside jsonb, -- What was assigned outside the job description, counted apart; kept with the signature of the head.
  constraint appraisals_pkey PRIMARY KEY (id),
  constraint appraisals__employee_rating_known CHECK (((employee_rating >= 1) AND (employee_rating <= 5))),
  constraint appraisals__head_rating_known CHECK (((head_rating >= 1) AND (head_rating <= 5))),
  constraint appraisals__id_in_company UNIQUE (company_id, id),
  constraint appraisals__one_per_period UNIQUE (employee_id, period),
  constraint appraisals__state_known CHECK ((state = ANY (ARRAY['open'::text, 'signed-by-head'::text, 'closed'::text]))),
  constraint appraisals_employee_id_fkey FOREIGN KEY (company_id, employee_id) REFERENCES organization.employees(company_id, id),
  constraint appraisals_head_id_fkey FOREIGN KEY (company_id, head_id) REFERENCES organization.employees(company_id, id)
);
CREATE TRIGGER signed__stays BEFORE DELETE OR UPDATE ON mandates.appraisals FOR EACH ROW EXECUTE FUNCTION mandates.keep_signed_appraisal();
-- policy may_add for insert with check (((company_id = ( SELECT app.company() AS company)) AND ((employee_id = ANY (( SELECT app.reach() AS reach)::uuid[])) OR ( SELECT app.may_all('mandates.appraise'::text) AS may_all))))
-- policy may_change for update using (((company_id = ( SELECT app.company() AS company)) AND ((employee_id = ANY (( SELECT app.reach() AS reach)::uuid[])) OR ( SELECT app.may_all('mandates.appraise'::text) AS may_all)))) with check (((company_id = ( SELECT app.company() AS company)) AND ((employee_id = ANY (( SELECT app.reach() AS reach)::uuid[])) OR ( SELECT app.may_all('mandates.appraise'::text) AS may_all))))
-- policy may_read for select using (((company_id = ( SELECT app.company() AS company)) AND (NULLIF(((employee_id = ANY (( SELECT app.reach() AS reach)::uuid[])) OR ( SELECT app.may_all('mandates.read'::text) AS may_all) OR ( SELECT app.may_all('mandates.appraise'::text) AS may_all)), false) IS NOT NULL)))

create table mandates.bindings (
  id uuid not null default uuidv7(),
  company_id uuid not null,
  clause_id uuid not null,
  kind text not null,
  key text not null,
  settings jsonb not null default '{}'::jsonb,
  grants jsonb not null default '[]'::jsonb, -- What it grants: [{permit, scope, limits}], computed from settings when they are set, frozen with the version.
  revision integer not null default 1,
  constraint bindings_pkey PRIMARY KEY (id),
  constraint bindings__kind_known CHECK ((kind = ANY (ARRAY['duty'::text, 'right'::text, 'pay'::text]))),
  constraint bindings_clause_id_fkey FOREIGN KEY (company_id, clause_id) REFERENCES mandates.clauses(company_id, id) ON DELETE CASCADE
);
CREATE INDEX bindings__by_clause ON mandates.bindings USING btree (clause_id);
CREATE TRIGGER bindings__only_in_draft BEFORE INSERT OR DELETE OR UPDATE ON mandates.bindings FOR EACH ROW EXECUTE FUNCTION mandates.only_in_draft();
-- policy may_add for insert with check (((company_id = ( SELECT app.company() AS company)) AND ( SELECT app.may_all('mandates.draft'::text) AS may_all)))
-- policy may_change for update using (((company_id = ( SELECT app.company() AS company)) AND ( SELECT app.may_all('mandates.draft'::text) AS may_all))) with check (((company_id = ( SELECT app.company() AS company)) AND ( SELECT app.may_all('mandates.draft'::text) AS may_all)))
-- policy may_read for select using (((company_id = ( SELECT app.company() AS company)) AND (EXISTS ( SELECT FROM mandates.clauses c WHERE (c.id = bindings.clause_id)))))
-- policy may_remove for delete using (((company_id = ( SELECT app.company() AS company)) AND ( SELECT app.may_all('mandates.draft'::text) AS may_all)))

create table mandates.clauses (
  id uuid not null default uuidv7(),
  company_id uuid not null,
  version_id uuid not null,
  identity uuid not null default uuidv7(), -- The same clause in every version, whatever its number.
  section integer not null,
  ordinal integer not null,
  number text not null generated always as ((((section)::text || '.'::text) || (ordinal)::text)) stored,
  text text not null,
  area text not null default ''::text,
  cadence text not null default ''::text, -- How often a duty is owed; on-event: whenever its occasion arises, which the text names.
  responsibility text,
  legal_reference text not null default ''::text,
  revision integer not null default 1,
  constraint clauses_pkey PRIMARY KEY (id),
  constraint clauses__cadence_known CHECK ((cadence = ANY (ARRAY[''::text, 'daily'::text, 'weekly'::text, 'monthly'::text, 'quarterly'::text, 'yearly'::text, 'on-event'::text]))),
  constraint clauses__id_in_company UNIQUE (company_id, id),
  constraint clauses__identity_once UNIQUE (version_id, identity),
  constraint clauses__order_unique UNIQUE (version_id, section, ordinal) DEFERRABLE INITIALLY DEFERRED,
  constraint clauses__responsibility_known CHECK ((responsibility = ANY (ARRAY['disciplinary'::text, 'material'::text, 'variable-pay'::text, 'administrative'::text]))),
  constraint clauses__section_known CHECK (((section >= 1) AND (section <= 5))),
  constraint clauses__text_bounded CHECK ((length(text) <= 10000)),
  constraint clauses__text_given CHECK ((btrim(text) <> ''::text)),
  constraint clauses_version_id_fkey FOREIGN KEY (company_id, version_id) REFERENCES mandates.versions(company_id, id)
);
CREATE TRIGGER clauses__only_in_draft BEFORE INSERT OR DELETE OR UPDATE ON mandates.clauses FOR EACH ROW EXECUTE FUNCTION mandates.only_in_draft();
-- policy may_add for insert with check (((company_id = ( SELECT app.company() AS company)) AND ( SELECT app.may_all('mandates.draft'::text) AS may_all)))
-- policy may_change for update using (((company_id = ( SELECT app.company() AS company)) AND ( SELECT app.may_all('mandates.draft'::text) AS may_all))) with check (((company_id = ( SELECT app.company() AS company)) AND ( SELECT app.may_all('mandates.draft'::text) AS may_all)))
-- policy may_read for select using (((company_id = ( SELECT app.company() AS company)) AND (EXISTS ( SELECT FROM mandates.versions v WHERE (v.id = clauses.version_id)))))
-- policy may_remove for delete using (((company_id = ( SELECT app.company() AS company)) AND ( SELECT app.may_all('mandates.draft'::text) AS may_all)))

create table mandates.job_descriptions (
  id uuid not null default uuidv7(),
  company_id uuid not null,
  position_id uuid not null,
  form text not null default 'local-act'::text,
  employee_id uuid,
  title text not null,
  template text,
  created_by uuid,
  created_at timestamp with time zone not null default now(),
  revision integer not null default 1,
  constraint job_descriptions_pkey PRIMARY KEY (id),
  constraint job_descriptions__annex_has_employee CHECK (((form = 'annex'::text) = (employee_id IS NOT NULL))),
  constraint job_descriptions__form_known CHECK ((form = ANY (ARRAY['local-act'::text, 'annex'::text]))),
  constraint job_descriptions__id_in_company UNIQUE (company_id, id),
  constraint job_descriptions__one_per_position UNIQUE NULLS NOT DISTINCT (position_id, employee_id),
  constraint job_descriptions_employee_id_fkey FOREIGN KEY (company_id, employee_id) REFERENCES organization.employees(company_id, id),
  constraint job_descriptions_position_id_fkey FOREIGN KEY (company_id, position_id) REFERENCES organization.positions(company_id, id)
);
-- policy may_add for insert with check (((company_id = ( SELECT app.company() AS company)) AND ( SELECT app.may_all('mandates.draft'::text) AS may_all)))
-- policy may_change for update using (((company_id = ( SELECT app.company() AS company)) AND ( SELECT app.may_all('mandates.draft'::text) AS may_all))) with check (((company_id = ( SELECT app.company() AS company)) AND ( SELECT app.may_all('mandates.draft'::text) AS may_all)))
-- policy may_read for select using (((company_id = ( SELECT app.company() AS company)) AND (NULLIF((( SELECT app.may_all('mandates.read'::text) AS may_all) OR ( SELECT app.may_all('mandates.draft'::text) AS may_all) OR ( SELECT app.may_all('mandates.approve'::text) AS may_all) OR (EXISTS ( SELECT FROM organization.assignments a WHERE ((a.position_id = job_descriptions.position_id) AND (a.employee_id = ANY (( SELECT app.reach() AS reach)::uuid[]))))) OR (EXISTS ( SELECT FROM (mandates.versions v JOIN mandates.reviews r ON ((r.version_id = v.id))) WHERE ((v.job_description_id = job_descriptions.id) AND (r.reviewer_id = ( SELECT app.employee() AS employee)))))), false) IS NOT NULL)))

create table mandates.remarks (
  id uuid not null default uuidv7(),
  company_id uuid not null,
  version_id uuid not null,
  clause_identity uuid,
  author_id uuid not null,
  text text not null,
  made_at timestamp with time zone not null default now(),
  resolved_at timestamp with time zone,
  resolved_by uuid,
  resolution text,
  revision integer not null default 1,
  constraint remarks_pkey PRIMARY KEY (id),
  constraint remarks__text_given CHECK ((btrim(text) <> ''::text)),
  constraint remarks_author_id_fkey FOREIGN KEY (company_id, author_id) REFERENCES organization.employees(company_id, id),
  constraint remarks_resolved_by_fkey FOREIGN KEY (company_id, resolved_by) REFERENCES organization.employees(company_id, id),
  constraint remarks_version_id_fkey FOREIGN KEY (company_id, version_id) REFERENCES mandates.versions(company_id, id)
);
CREATE INDEX remarks__by_version ON mandates.remarks USING btree (version_id);
-- policy may_add for insert with check (((company_id = ( SELECT app.company() AS company)) AND (author_id = ( SELECT app.employee() AS employee)) AND app.reviews_version(version_id)))
-- policy may_change for update using (((company_id = ( SELECT app.company() AS company)) AND ( SELECT app.may_all('mandates.draft'::text) AS may_all))) with check (((company_id = ( SELECT app.company() AS company)) AND ( SELECT app.may_all('mandates.draft'::text) AS may_all)))
-- policy may_read for select using (((company_id = ( SELECT app.company() AS company)) AND (NULLIF((( SELECT app.may_all('mandates.read'::text) AS may_all) OR ( SELECT app.may_all('mandates.draft'::text) AS may_all) OR ( SELECT app.may_all('mandates.approve'::text) AS may_all) OR (author_id = ( SELECT app.employee() AS employee)) OR app.reviews_version(version_id)), false) IS NOT NULL)))

create table mandates.request_messages (
  id uuid not null default uuidv7(),
  company_id uuid not null,
  request_id uuid not null,
  author_id uuid not null,
  text text not null,
  written_at timestamp with time zone not null default now(),
  constraint request_messages_pkey PRIMARY KEY (id),
  constraint request_messages__text_given CHECK ((btrim(text) <> ''::text)),
  constraint request_messages_author_id_fkey FOREIGN KEY (company_id, author_id) REFERENCES organization.employees(company_id, id),
  constraint request_messages_request_id_fkey FOREIGN KEY (company_id, request_id) REFERENCES mandates.requests(company_id, id)
);
CREATE INDEX request_messages__by_request ON mandates.request_messages USING btree (request_id, written_at);
-- policy may_add for insert with check (((company_id = ( SELECT app.company() AS company)) AND (author_id = ( SELECT app.employee() AS employee)) AND (EXISTS ( SELECT FROM mandates.requests r WHERE (r.id = request_messages.request_id)))))
-- policy may_read for select using (((company_id = ( SELECT app.company() AS company)) AND (EXISTS ( SELECT FROM mandates.requests r WHERE (r.id = request_messages.request_id)))))

create table mandates.request_passings (
  id uuid not null default uuidv7(),
  company_id uuid not null,
  request_id uuid not null,
  from_id uuid not null,
  to_id uuid not null,
  cause text not null,
  asked_at timestamp with time zone not null, -- Since when `from_id` was asked; due_at: by when they should have answered.
  due_at timestamp with time zone not null,
  passed_at timestamp with time zone not null,
  constraint request_passings_pkey PRIMARY KEY (id),
  constraint request_passings__cause_known CHECK ((cause = ANY (ARRAY['unanswered'::text, 'cannot-decide'::text]))),
  constraint request_passings__late CHECK (((cause <> 'unanswered'::text) OR (passed_at > due_at))),
  constraint request_passings__one_at_a_time UNIQUE (request_id, asked_at),
  constraint request_passings__to_another CHECK ((from_id <> to_id)),
  constraint request_passings_from_id_fkey FOREIGN KEY (company_id, from_id) REFERENCES organization.employees(company_id, id),
  constraint request_passings_request_id_fkey FOREIGN KEY (company_id, request_id) REFERENCES mandates.requests(company_id, id),
  constraint request_passings_to_id_fkey FOREIGN KEY (company_id, to_id) REFERENCES organization.employees(company_id, id)
);
CREATE INDEX request_passings__by_from ON mandates.request_passings USING btree (from_id, asked_at);
-- policy may_add for insert with check (((company_id = ( SELECT app.company() AS company)) AND (( SELECT app.employee() AS employee) IS NULL)))
-- policy may_read for select using (((company_id = ( SELECT app.company() AS company)) AND (EXISTS ( SELECT FROM mandates.requests r WHERE (r.id = request_passings.request_id)))))

create table mandates.requests (
  id uuid not null default uuidv7(),
  company_id uuid not null,
  permit text not null,
  subject_kind text not null,
  subject_id uuid not null,
  subject_label text not null,
  asked_by uuid not null,
  acting_for uuid,
  asked_of uuid not null,
  keeper_id uuid,
  about_id uuid, -- Whom it concerns, e.g. the client of the order: the history of requests is gathered by it.
  about_label text not null default ''::text,
  figures jsonb not null,
  excess jsonb not null,
  facts jsonb not null default '{}'::jsonb, -- What else the one who decides should see, by name; amounts in minor units.
  content_hash text not null, -- Of what is decided: a change afterwards makes the decision void.
  reason text not null,
  asked_at timestamp with time zone not null default now(),
  due_at timestamp with time zone not null,
  state text not null default 'open'::text,
  decided_by uuid,
  decided_at timestamp with time zone,
  decision_reason text,
  clause_id uuid,
  revision integer not null default 1,
  decided_for uuid, -- In whose place `decided_by` decided, by a substitution order.
  constraint requests_pkey PRIMARY KEY (id),
  constraint requests__decided_for_another CHECK (((decided_for IS NULL) OR ((decided_by IS NOT NULL) AND (decided_for <> decided_by)))),
  constraint requests__decided_whole CHECK ((((decided_by IS NULL) = (decided_at IS NULL)) AND ((state <> ALL (ARRAY['granted'::text, 'refused'::text])) OR (decided_by IS NOT NULL)))),
  constraint requests__id_in_company UNIQUE (company_id, id),
  constraint requests__reason_given CHECK ((btrim(reason) <> ''::text)),
  constraint requests__state_known CHECK ((state = ANY (ARRAY['open'::text, 'granted'::text, 'refused'::text, 'withdrawn'::text, 'outdated'::text]))),
  constraint requests_acting_for_fkey FOREIGN KEY (company_id, acting_for) REFERENCES organization.employees(company_id, id),
  constraint requests_asked_by_fkey FOREIGN KEY (company_id, asked_by) REFERENCES organization.employees(company_id, id),
  constraint requests_asked_of_fkey FOREIGN KEY (company_id, asked_of) REFERENCES organization.employees(company_id, id),
  constraint requests_decided_by_fkey FOREIGN KEY (company_id, decided_by) REFERENCES organization.employees(company_id, id),
  constraint requests_decided_for_fkey FOREIGN KEY (company_id, decided_for) REFERENCES organization.employees(company_id, id)
);
CREATE INDEX requests__by_about ON mandates.requests USING btree (about_id, asked_at DESC) WHERE (about_id IS NOT NULL);
CREATE INDEX requests__by_asker ON mandates.requests USING btree (asked_by, asked_at DESC);
CREATE INDEX requests__by_subject ON mandates.requests USING btree (subject_id, asked_at DESC);
CREATE INDEX requests__inbox ON mandates.requests USING btree (asked_of, asked_at) WHERE (state = 'open'::text);
CREATE UNIQUE INDEX requests__one_open ON mandates.requests USING btree (subject_id, permit) WHERE (state = 'open'::text);
-- policy may_add for insert with check (((company_id = ( SELECT app.company() AS company)) AND (asked_by = ( SELECT app.employee() AS employee))))
-- policy may_change for update using (((company_id = ( SELECT app.company() AS company)) AND ((asked_by = ( SELECT app.employee() AS employee)) OR (asked_of = ANY (( SELECT app.reach() AS reach)::uuid[])) OR (keeper_id = ANY (( SELECT app.reach() AS reach)::uuid[])) OR (( SELECT app.employee() AS employee) IS NULL) OR app.was_asked(id)))) with check (((company_id = ( SELECT app.company() AS company)) AND ((asked_by = ( SELECT app.employee() AS employee)) OR (asked_of = ANY (( SELECT app.reach() AS reach)::uuid[])) OR (keeper_id = ANY (( SELECT app.reach() AS reach)::uuid[])) OR (( SELECT app.employee() AS employee) IS NULL) OR app.was_asked(id))))
-- policy may_read for select using (((company_id = ( SELECT app.company() AS company)) AND ((asked_by = ( SELECT app.employee() AS employee)) OR (asked_of = ANY (( SELECT app.reach() AS reach)::uuid[])) OR (asked_by = ANY (( SELECT app.reach() AS reach)::uuid[])) OR (keeper_id = ANY (( SELECT app.reach() AS reach)::uuid[])) OR (( SELECT app.employee() AS employee) IS NULL) OR app.was_asked(id))))

create table mandates.reviews (
  id uuid not null default uuidv7(),
  company_id uuid not null,
  version_id uuid not null,
  reviewer_id uuid not null,
  verdict text,
  decided_at timestamp with time zone,
  revision integer not null default 1,
  passed_from uuid, -- Who was asked before, and no longer works here or holds a position.
  constraint reviews_pkey PRIMARY KEY (id),
  constraint reviews__once_each UNIQUE (version_id, reviewer_id),
  constraint reviews__passed_from_another CHECK ((passed_from <> reviewer_id)),
  constraint reviews__verdict_known CHECK ((verdict = ANY (ARRAY['accepted'::text, 'remarks'::text]))),
  constraint reviews_passed_from_fkey FOREIGN KEY (company_id, passed_from) REFERENCES organization.employees(company_id, id),
  constraint reviews_reviewer_id_fkey FOREIGN KEY (company_id, reviewer_id) REFERENCES organization.employees(company_id, id),
  constraint reviews_version_id_fkey FOREIGN KEY (company_id, version_id) REFERENCES mandates.versions(company_id, id)
);
-- policy may_add for insert with check (((company_id = ( SELECT app.company() AS company)) AND ( SELECT app.may_all('mandates.draft'::text) AS may_all)))
-- policy may_change for update using (((company_id = ( SELECT app.company() AS company)) AND ((reviewer_id = ( SELECT app.employee() AS employee)) OR ( SELECT app.may_all('mandates.draft'::text) AS may_all)))) with check (((company_id = ( SELECT app.company() AS company)) AND ((reviewer_id = ( SELECT app.employee() AS employee)) OR ( SELECT app.may_all('mandates.draft'::text) AS may_all))))
-- policy may_read for select using (((company_id = ( SELECT app.company() AS company)) AND (NULLIF((( SELECT app.may_all('mandates.read'::text) AS may_all) OR ( SELECT app.may_all('mandates.draft'::text) AS may_all) OR ( SELECT app.may_all('mandates.approve'::text) AS may_all) OR (reviewer_id = ( SELECT app.employee() AS employee)) OR app.reviews_version(version_id)), false) IS NOT NULL)))
-- policy may_remove for delete using (((company_id = ( SELECT app.company() AS company)) AND ( SELECT app.may_all('mandates.draft'::text) AS may_all)))

create table mandates.versions (
  id uuid not null default uuidv7(),
  company_id uuid not null,
  job_description_id uuid not null,
  number integer not null,
  language text not null default 'en'::text,
  state text not null default 'draft'::text,
  drafted_by uuid,
  drafted_at timestamp with time zone not null default now(),
  submitted_at timestamp with time zone,
  text_hash text, -- SHA-256 of the canonical text and bindings, taken at submission.
  approval_kind text,
  approval_number text,
  approved_on date,
  approved_by uuid,
  in_force daterange, -- Set at approval; the next version cuts its end. Empty: never came into force.
  review_due_on date,
  revision integer not null default 1,
  constraint versions_pkey PRIMARY KEY (id),
  constraint versions__approval_known CHECK ((approval_kind = ANY (ARRAY['order'::text, 'stamp'::text]))),
  constraint versions__approved_whole CHECK (((state <> 'approved'::text) OR ((text_hash IS NOT NULL) AND (approval_kind IS NOT NULL) AND (approved_on IS NOT NULL) AND (approved_by IS NOT NULL) AND (in_force IS NOT NULL)))),
  constraint versions__id_in_company UNIQUE (company_id, id),
  constraint versions__number_positive CHECK ((number > 0)),
  constraint versions__number_unique UNIQUE (job_description_id, number),
  constraint versions__one_in_force EXCLUDE USING gist (job_description_id WITH =, in_force WITH &&) WHERE ((state = 'approved'::text)),
  constraint versions__order_numbered CHECK (((approval_kind IS DISTINCT FROM 'order'::text) OR (btrim(approval_number) <> ''::text))),
  constraint versions__state_known CHECK ((state = ANY (ARRAY['draft'::text, 'in-review'::text, 'reviewed'::text, 'approved'::text, 'revoked'::text]))),
  constraint versions_approved_by_fkey FOREIGN KEY (company_id, approved_by) REFERENCES organization.employees(company_id, id),
  constraint versions_job_description_id_fkey FOREIGN KEY (company_id, job_description_id) REFERENCES mandates.job_descriptions(company_id, id)
);
CREATE CONSTRAINT TRIGGER access__changed AFTER UPDATE OF state, in_force ON mandates.versions DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION mandates.access_changed();
CREATE TRIGGER versions__approved_stays BEFORE UPDATE ON mandates.versions FOR EACH ROW EXECUTE FUNCTION mandates.approved_stays();
-- policy may_add for insert with check (((company_id = ( SELECT app.company() AS company)) AND ( SELECT app.may_all('mandates.draft'::text) AS may_all)))
-- policy may_change for update using ((((company_id = ( SELECT app.company() AS company)) AND (( SELECT app.may_all('mandates.draft'::text) AS may_all) OR ( SELECT app.may_all('mandates.approve'::text) AS may_all))) OR ((company_id = ( SELECT app.company() AS company)) AND app.reviews_version(id)))) with check ((((company_id = ( SELECT app.company() AS company)) AND (( SELECT app.may_all('mandates.draft'::text) AS may_all) OR ( SELECT app.may_all('mandates.approve'::text) AS may_all))) OR ((company_id = ( SELECT app.company() AS company)) AND app.reviews_version(id))))
-- policy may_read for select using (((company_id = ( SELECT app.company() AS company)) AND (NULLIF((( SELECT app.may_all('mandates.read'::text) AS may_all) OR ( SELECT app.may_all('mandates.draft'::text) AS may_all) OR ( SELECT app.may_all('mandates.approve'::text) AS may_all) OR ((state = ANY (ARRAY['approved'::text, 'revoked'::text])) AND app.holds_position_of(job_description_id)) OR app.reviews_version(id)), false) IS NOT NULL)))

create table orders.authorizations (
  id uuid not null default uuidv7(),
  company_id uuid not null,
  order_id uuid not null,
  keeper_id uuid not null,
  permit text not null,
  figures jsonb not null, -- What was covered: a greater figure needs a new decision.
  content_hash text not null,
  state text not null, -- held: within the taker's own right; the others follow the request.
  request_id uuid,
  clause_id uuid,
  asked_by uuid,
  decided_by uuid,
  at timestamp with time zone not null default now(),
  revision integer not null default 1,
  reason text not null default ''::text, -- Why, in the words of whoever asked or released; empty for a right that needs none, and for releases recorded before reasons were asked for.
  decided_for uuid, -- In whose place `decided_by` decided, by a substitution order.
  constraint authorizations_pkey PRIMARY KEY (id),
  constraint authorizations__of_order FOREIGN KEY (company_id, order_id, keeper_id) REFERENCES orders.orders(company_id, id, keeper_id) ON UPDATE CASCADE,
  constraint authorizations__state_known CHECK ((state = ANY (ARRAY['held'::text, 'asked'::text, 'granted'::text, 'refused'::text, 'void'::text]))),
  constraint authorizations_asked_by_fkey FOREIGN KEY (company_id, asked_by) REFERENCES organization.employees(company_id, id),
  constraint authorizations_decided_by_fkey FOREIGN KEY (company_id, decided_by) REFERENCES organization.employees(company_id, id),
  constraint authorizations_decided_for_fkey FOREIGN KEY (company_id, decided_for) REFERENCES organization.employees(company_id, id),
  constraint authorizations_request_id_fkey FOREIGN KEY (company_id, request_id) REFERENCES mandates.requests(company_id, id)
);
CREATE INDEX authorizations__by_order ON orders.authorizations USING btree (order_id, at);
CREATE UNIQUE INDEX authorizations__one_asked ON orders.authorizations USING btree (order_id, permit) WHERE (state = 'asked'::text);
CREATE TRIGGER authorizations__reasoned AFTER INSERT ON orders.authorizations REFERENCING NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION orders.guard_release();
-- policy may_add for insert with check (((company_id = ( SELECT app.company() AS company)) AND (( SELECT app.may_all('orders.take'::text) AS may_all) OR (( SELECT app.may('orders.take'::text) AS may) AND (keeper_id = ANY (( SELECT app.reach() AS reach)::uuid[]))) OR (( SELECT app.may_all('orders.price-column'::text) AS may_all) OR (( SELECT app.may('orders.price-column'::text) AS may) AND (keeper_id = ANY (( SELECT app.reach() AS reach)::uuid[]))) OR (( SELECT app.may_all('orders.discount'::text) AS may_all) OR (( SELECT app.may('orders.discount'::text) AS may) AND (keeper_id = ANY (( SELECT app.reach() AS reach)::uuid[])))) OR (( SELECT app.may_all('orders.release-credit'::text) AS may_all) OR (( SELECT app.may('orders.release-credit'::text) AS may) AND (keeper_id = ANY (( SELECT app.reach() AS reach)::uuid[]))))))))
-- policy may_change for update using (((company_id = ( SELECT app.company() AS company)) AND (( SELECT app.may_all('orders.take'::text) AS may_all) OR (( SELECT app.may('orders.take'::text) AS may) AND (keeper_id = ANY (( SELECT app.reach() AS reach)::uuid[]))) OR (( SELECT app.may_all('orders.price-column'::text) AS may_all) OR (( SELECT app.may('orders.price-column'::text) AS may) AND (keeper_id = ANY (( SELECT app.reach() AS reach)::uuid[]))) OR (( SELECT app.may_all('orders.discount'::text) AS may_all) OR (( SELECT app.may('orders.discount'::text) AS may) AND (keeper_id = ANY (( SELECT app.reach() AS reach)::uuid[])))) OR (( SELECT app.may_all('orders.release-credit'::text) AS may_all) OR (( SELECT app.may('orders.release-credit'::text) AS may) AND (keeper_id = ANY (( SELECT app.reach() AS reach)::uuid[])))))))) with check (((company_id = ( SELECT app.company() AS company)) AND (( SELECT app.may_all('orders.take'::text) AS may_all) OR (( SELECT app.may('orders.take'::text) AS may) AND (keeper_id = ANY (( SELECT app.reach() AS reach)::uuid[]))) OR (( SELECT app.may_all('orders.price-column'::text) AS may_all) OR (( SELECT app.may('orders.price-column'::text) AS may) AND (keeper_id = ANY (( SELECT app.reach() AS reach)::uuid[]))) OR (( SELECT app.may_all('orders.discount'::text) AS may_all) OR (( SELECT app.may('orders.discount'::text) AS may) AND (keeper_id = ANY (( SELECT app.reach() AS reach)::uuid[])))) OR (( SELECT app.may_all('orders.release-credit'::text) AS may_all) OR (( SELECT app.may('orders.release-credit'::text) AS may) AND (keeper_id = ANY (( SELECT app.reach() AS reach)::uuid[]))))))))
-- policy may_read for select using (((company_id = ( SELECT app.company() AS company)) AND (NULLIF((( SELECT app.may_all('orders.read'::text) AS may_all) OR (( SELECT app.may('orders.read'::text) AS may) AND (keeper_id = ANY (( SELECT app.reach() AS reach)::uuid[])))), false) IS NOT NULL)))

create table orders.client_terms (
  id uuid not null default uuidv7(),
  company_id uuid not null,
  client_id uuid not null,
  keeper_id uuid not null,
  price_column_id uuid, -- The column agreed; null: the one that the client earns by rule.
  payment_days integer not null default 0, -- From shipment to due date; 0: paid at once.
  credit_limit bigint not null default 0, -- Minor units of the company's currency: debt, orders not invoiced and the new order together.
  overdue_tolerance_days integer not null default 0, -- How late the oldest debt may be before orders need a release.
  set_by uuid,
  set_at timestamp with time zone not null default now(),
  revision integer not null default 1,
  constraint client_terms_pkey PRIMARY KEY (id),
  constraint client_terms__days_sane CHECK (((payment_days >= 0) AND (payment_days <= 730))),
  constraint client_terms__limit_sane CHECK (((credit_limit >= 0) AND (credit_limit <= '9000000000000000'::bigint))),
  constraint client_terms__of_client FOREIGN KEY (company_id, client_id, keeper_id) REFERENCES clients.clients(company_id, id, keeper_id) ON UPDATE CASCADE,
  constraint client_terms__of_column FOREIGN KEY (company_id, price_column_id) REFERENCES catalog.price_columns(company_id, id),
  constraint client_terms__one_a_client UNIQUE (client_id),
  constraint client_terms__tolerance_sane CHECK (((overdue_tolerance_days >= 0) AND (overdue_tolerance_days <= 730))),
  constraint client_terms_set_by_fkey FOREIGN KEY (company_id, set_by) REFERENCES organization.employees(company_id, id)
);
CREATE TRIGGER keeper__at_insert BEFORE INSERT ON orders.client_terms FOR EACH ROW EXECUTE FUNCTION clients.fill_keeper();
CREATE TRIGGER keeper__at_move BEFORE UPDATE OF client_id ON orders.client_terms FOR EACH ROW WHEN ((new.client_id IS DISTINCT FROM old.client_id)) EXECUTE FUNCTION clients.fill_keeper();
-- policy may_add for insert with check (((company_id = ( SELECT app.company() AS company)) AND (( SELECT app.may_all('orders.edit-terms'::text) AS may_all) OR (( SELECT app.may('orders.edit-terms'::text) AS may) AND (keeper_id = ANY (( SELECT app.reach() AS reach)::uuid[]))) OR ( SELECT app.may_all('imports.run'::text) AS may_all))))
-- policy may_change for update using (((company_id = ( SELECT app.company() AS company)) AND (( SELECT app.may_all('orders.edit-terms'::text) AS may_all) OR (( SELECT app.may('orders.edit-terms'::text) AS may) AND (keeper_id = ANY (( SELECT app.reach() AS reach)::uuid[]))) OR ( SELECT app.may_all('imports.run'::text) AS may_all)))) with check (((company_id = ( SELECT app.company() AS company)) AND (( SELECT app.may_all('orders.edit-terms'::text) AS may_all) OR (( SELECT app.may('orders.edit-terms'::text) AS may) AND (keeper_id = ANY (( SELECT app.reach() AS reach)::uuid[]))) OR ( SELECT app.may_all('imports.run'::text) AS may_all))))
-- policy may_read for select using (((company_id = ( SELECT app.company() AS company)) AND (NULLIF((( SELECT app.may_all('orders.read'::text) AS may_all) OR (( SELECT app.may('orders.read'::text) AS may) AND (keeper_id = ANY (( SELECT app.reach() AS reach)::uuid[])))), false) IS NOT NULL)))

create table orders.entered_lines (
  id uuid not null default uuidv7(),
  company_id uuid not null,
  order_id uuid not null,
  keeper_id uuid not null,
  "position" integer not null,
  product_id uuid not null,
  quantity numeric(14,3) not null,
  unit_price bigint not null,
  discount_bp integer not null default 0,
  amount bigint not null,
  constraint entered_lines_pkey PRIMARY KEY (id),
  constraint entered_lines__discount_sane CHECK (((discount_bp >= 0) AND (discount_bp <= 10000))),
  constraint entered_lines__of_order FOREIGN KEY (company_id, order_id, keeper_id) REFERENCES orders.orders(company_id, id, keeper_id) ON UPDATE CASCADE,
  constraint entered_lines__of_product FOREIGN KEY (company_id, product_id) REFERENCES catalog.products(company_id, id),
  constraint entered_lines__position_unique UNIQUE (order_id, "position"),
  constraint entered_lines__price_sane CHECK ((unit_price >= 0)),
  constraint entered_lines__quantity_positive CHECK ((quantity > (0)::numeric))
);
CREATE INDEX entered_lines__by_product ON orders.entered_lines USING btree (product_id);
-- policy may_add for insert with check (((company_id = ( SELECT app.company() AS company)) AND (( SELECT app.may_all('orders.enter'::text) AS may_all) OR (( SELECT app.may('orders.enter'::text) AS may) AND (keeper_id = ANY (( SELECT app.reach() AS reach)::uuid[]))))))
-- policy may_read for select using (((company_id = ( SELECT app.company() AS company)) AND (NULLIF((( SELECT app.may_all('orders.read'::text) AS may_all) OR (( SELECT app.may('orders.read'::text) AS may) AND (keeper_id = ANY (( SELECT app.reach() AS reach)::uuid[])))), false) IS NOT NULL)))
-- policy may_remove for delete using (((company_id = ( SELECT app.company() AS company)) AND (( SELECT app.may_all('orders.enter'::text) AS may_all) OR (( SELECT app.may('orders.enter'::text) AS may) AND (keeper_id = ANY (( SELECT app.reach() AS reach)::uuid[]))))))

-- @derived
create table orders.import_digests (
  company_id uuid not null,
  import_id uuid not null,
  digest uuid not null,
  constraint import_digests_pkey PRIMARY KEY (import_id, digest)
);
-- policy may_add for insert with check (((company_id = ( SELECT app.company() AS company)) AND ( SELECT app.may_all('imports.run'::text) AS may_all)))
-- policy may_read for select using (((company_id = ( SELECT app.company() AS company)) AND (NULLIF(( SELECT app.may_all('imports.run'::text) AS may_all), false) IS NOT NULL)))
-- policy may_remove for delete using (((company_id = ( SELECT app.company() AS company)) AND ( SELECT app.may_all('imports.run'::text) AS may_all)))

-- @derived from the numbers of orders
create table orders.number_series (
  company_id uuid not null,
  year integer not null,
  last integer not null default 0,
  constraint number_series_pkey PRIMARY KEY (company_id, year),
  constraint number_series_company_id_fkey FOREIGN KEY (company_id) REFERENCES platform.companies(id)
);
-- policy may_add for insert with check ((company_id = ( SELECT app.company() AS company)))
-- policy may_change for update using ((company_id = ( SELECT app.company() AS company))) with check ((company_id = ( SELECT app.company() AS company)))
-- policy may_read for select using ((company_id = ( SELECT app.company() AS company)))

create table orders.order_lines (
  id uuid not null default uuidv7(),
  company_id uuid not null,
  order_id uuid not null,
  keeper_id uuid not null,
  "position" integer not null,
  product_id uuid not null,
  quantity numeric(14,3) not null,
  list_price bigint not null, -- Column 1 on the day of pricing; minor units for one unit.
  column_price bigint not null, -- In the order's column on the day of pricing.
  unit_price bigint not null, -- Asked of the client, before the discount; other than column_price only when price_by_hand.
  price_by_hand boolean not null default false,
  discount_bp integer not null default 0,
  amount bigint not null, -- quantity × unit_price less discount, rounded half up once.
  import_id uuid, -- The import that brought it; headers and lines of one order may come by two.
  constraint order_lines_pkey PRIMARY KEY (id),
  constraint order_lines__column_price_sane CHECK ((column_price >= 0)),
  constraint order_lines__discount_sane CHECK (((discount_bp >= 0) AND (discount_bp <= 10000))),
  constraint order_lines__list_price_sane CHECK ((list_price >= 0)),
  constraint order_lines__of_order FOREIGN KEY (company_id, order_id, keeper_id) REFERENCES orders.orders(company_id, id, keeper_id) ON UPDATE CASCADE,
  constraint order_lines__of_product FOREIGN KEY (company_id, product_id) REFERENCES catalog.products(company_id, id),
  constraint order_lines__position_positive CHECK (("position" > 0)),
  constraint order_lines__position_unique UNIQUE (order_id, "position"),
  constraint order_lines__price_sane CHECK ((unit_price >= 0)),
  constraint order_lines__quantity_positive CHECK ((quantity > (0)::numeric))
);
CREATE INDEX order_lines__by_import ON orders.order_lines USING btree (import_id, order_id) WHERE (import_id IS NOT NULL);
CREATE INDEX order_lines__by_product ON orders.order_lines USING btree (product_id, order_id);
CREATE TRIGGER lines__guard_delete AFTER DELETE ON orders.order_lines REFERENCING OLD TABLE AS old_rows FOR EACH STATEMENT EXECUTE FUNCTION orders.guard_lines();
CREATE TRIGGER lines__guard_insert AFTER INSERT ON orders.order_lines REFERENCING NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION orders.guard_lines();
CREATE TRIGGER lines__guard_update AFTER UPDATE ON orders.order_lines REFERENCING OLD TABLE AS old_rows NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION orders.guard_lines();
-- policy may_add for insert with check (((company_id = ( SELECT app.company() AS company)) AND (( SELECT app.may_all('orders.take'::text) AS may_all) OR (( SELECT app.may('orders.take'::text) AS may) AND (keeper_id = ANY (( SELECT app.reach() AS reach)::uuid[]))) OR ((( SELECT app.may_all('orders.enter'::text) AS may_all) OR (( SELECT app.may('orders.enter'::text) AS may) AND (keeper_id = ANY (( SELECT app.reach() AS reach)::uuid[])))) AND (EXISTS ( SELECT FROM orders.orders o WHERE ((o.id = order_lines.order_id) AND (o.state = 'captured'::text))))) OR ( SELECT app.may_all('imports.run'::text) AS may_all))))
-- policy may_change for update using (((company_id = ( SELECT app.company() AS company)) AND (( SELECT app.may_all('orders.take'::text) AS may_all) OR (( SELECT app.may('orders.take'::text) AS may) AND (keeper_id = ANY (( SELECT app.reach() AS reach)::uuid[])))))) with check (((company_id = ( SELECT app.company() AS company)) AND (( SELECT app.may_all('orders.take'::text) AS may_all) OR (( SELECT app.may('orders.take'::text) AS may) AND (keeper_id = ANY (( SELECT app.reach() AS reach)::uuid[]))))))
-- policy may_read for select using (((company_id = ( SELECT app.company() AS company)) AND (NULLIF((( SELECT app.may_all('orders.read'::text) AS may_all) OR (( SELECT app.may('orders.read'::text) AS may) AND (keeper_id = ANY (( SELECT app.reach() AS reach)::uuid[])))), false) IS NOT NULL)))
-- policy may_remove for delete using (((company_id = ( SELECT app.company() AS company)) AND (( SELECT app.may_all('orders.take'::text) AS may_all) OR (( SELECT app.may('orders.take'::text) AS may) AND (keeper_id = ANY (( SELECT app.reach() AS reach)::uuid[]))) OR ((( SELECT app.may_all('orders.enter'::text) AS may_all) OR (( SELECT app.may('orders.enter'::text) AS may) AND (keeper_id = ANY (( SELECT app.reach() AS reach)::uuid[])))) AND (EXISTS ( SELECT FROM orders.orders o WHERE ((o.id = order_lines.order_id) AND (o.state = 'captured'::text))))) OR ( SELECT app.may_all('imports.run'::text) AS may_all))))

create table orders.order_messages (
  id uuid not null default uuidv7(),
  company_id uuid not null,
  order_id uuid not null,
  keeper_id uuid not null,
  kind text not null default 'note'::text,
  author_id uuid,
  text text not null,
  written_at timestamp with time zone not null default now(),
  constraint order_messages_pkey PRIMARY KEY (id),
  constraint order_messages__kind_known CHECK ((kind = ANY (ARRAY['note'::text, 'question'::text, 'answer'::text]))),
  constraint order_messages__of_order FOREIGN KEY (company_id, order_id, keeper_id) REFERENCES orders.orders(company_id, id, keeper_id) ON UPDATE CASCADE,
  constraint order_messages__text_given CHECK ((btrim(text) <> ''::text)),
  constraint order_messages_author_id_fkey FOREIGN KEY (company_id, author_id) REFERENCES organization.employees(company_id, id)
);
CREATE INDEX order_messages__by_order ON orders.order_messages USING btree (order_id, written_at);
-- policy may_add for insert with check (((company_id = ( SELECT app.company() AS company)) AND (author_id = ( SELECT app.employee() AS employee)) AND (( SELECT app.may_all('orders.take'::text) AS may_all) OR (( SELECT app.may('orders.take'::text) AS may) AND (keeper_id = ANY (( SELECT app.reach() AS reach)::uuid[]))) OR (( SELECT app.may_all('orders.enter'::text) AS may_all) OR (( SELECT app.may('orders.enter'::text) AS may) AND (keeper_id = ANY (( SELECT app.reach() AS reach)::uuid[])))))))
-- policy may_read for select using (((company_id = ( SELECT app.company() AS company)) AND (NULLIF((( SELECT app.may_all('orders.read'::text) AS may_all) OR (( SELECT app.may('orders.read'::text) AS may) AND (keeper_id = ANY (( SELECT app.reach() AS reach)::uuid[])))), false) IS NOT NULL)))

create table orders.orders (
  id uuid not null default uuidv7(),
  company_id uuid not null,
  number text, -- The official number, given at confirmation, never before the decision.
  client_id uuid not null,
  keeper_id uuid not null,
  state text not null default 'draft'::text,
  channel text not null default 'phone'::text,
  taken_by uuid, -- Who took the order; acting_for: in whose place, by a substitution.
  acting_for uuid,
  ordered_on date not null,
  wanted_on date,
  price_column_id uuid not null,
  payment_days integer not null default 0, -- As agreed when the order was confirmed.
  currency character(3) not null,
  total bigint not null default 0,
  line_count integer not null default 0,
  uninvoiced bigint not null default 0, -- What of a confirmed order is not invoiced yet: it counts to the exposure. 0 for drafts.
  note text not null default ''::text,
  client_reference text not null default ''::text,
  content_hash text not null default ''::text, -- Of client, column and lines: what a decision is tied to. A change makes another hash.
  asked_revision integer, -- The revision that the person saw when confirming: the same confirmation twice has one effect.
  sent_back text not null default ''::text, -- Why a decision returned the order to draft.
  confirmed_at timestamp with time zone,
  confirmed_by uuid,
  enter_by timestamp with time zone, -- Until when sales support is to enter it.
  entered_at timestamp with time zone,
  entered_by uuid,
  entered_total bigint,
  differs boolean not null default false, -- What was entered is not what was taken; shipped only after the keeper accepts.
  checked_at timestamp with time zone,
  checked_by uuid,
  shipped_on date,
  cancelled_at timestamp with time zone,
  cancelled_by uuid,
  cancel_reason text not null default ''::text,
  copied_from uuid,
  import_id uuid, -- The import that brought it; history keeps the numbers of its source.
  created_at timestamp with time zone not null default now(),
  revision integer not null default 1,
  handed_at timestamp with time zone, -- When the order was handed over to have its lines typed; null: whoever took it typed them.
  constraint orders_pkey PRIMARY KEY (id),
  constraint orders__cancelled_with_reason CHECK (((state <> 'cancelled'::text) OR (btrim(cancel_reason) <> ''::text))),
  constraint orders__channel_known CHECK ((channel = ANY (ARRAY['phone'::text, 'visit'::text, 'email'::text, 'chat'::text, 'portal'::text, 'edi'::text, 'other'::text]))),
  constraint orders__id_in_company UNIQUE (company_id, id),
  constraint orders__id_keeper_id_in_company UNIQUE (company_id, id, keeper_id),
  constraint orders__number_unique UNIQUE (company_id, number),
  constraint orders__numbered_when_decided CHECK (
CASE
    WHEN (state = ANY (ARRAY['draft'::text, 'captured'::text, 'typed'::text, 'waiting'::text])) THEN (number IS NULL)
    WHEN (state = 'asked-back'::text) THEN ((number IS NOT NULL) OR (handed_at IS NOT NULL))
    WHEN (state = 'cancelled'::text) THEN true
    ELSE (number IS NOT NULL)
END),
  constraint orders__of_client FOREIGN KEY (company_id, client_id, keeper_id) REFERENCES clients.clients(company_id, id, keeper_id) ON UPDATE CASCADE,
  constraint orders__of_column FOREIGN KEY (company_id, price_column_id) REFERENCES catalog.price_columns(company_id, id),
  constraint orders__shipped_has_day CHECK (((state <> 'shipped'::text) OR (shipped_on IS NOT NULL))),
  constraint orders__state_known CHECK ((state = ANY (ARRAY['draft'::text, 'captured'::text, 'typed'::text, 'waiting'::text, 'confirmed'::text, 'asked-back'::text, 'entered'::text, 'shipped'::text, 'cancelled'::text]))),
  constraint orders__total_sane CHECK (((total >= 0) AND (total <= '9000000000000000'::bigint))),
  constraint orders__uninvoiced_sane CHECK ((uninvoiced >= 0)),
  constraint orders_acting_for_fkey FOREIGN KEY (company_id, acting_for) REFERENCES organization.employees(company_id, id),
  constraint orders_cancelled_by_fkey FOREIGN KEY (company_id, cancelled_by) REFERENCES organization.employees(company_id, id),
  constraint orders_checked_by_fkey FOREIGN KEY (company_id, checked_by) REFERENCES organization.employees(company_id, id),
  constraint orders_confirmed_by_fkey FOREIGN KEY (company_id, confirmed_by) REFERENCES organization.employees(company_id, id),
  constraint orders_copied_from_fkey FOREIGN KEY (company_id, copied_from) REFERENCES orders.orders(company_id, id),
  constraint orders_entered_by_fkey FOREIGN KEY (company_id, entered_by) REFERENCES organization.employees(company_id, id),
  constraint orders_taken_by_fkey FOREIGN KEY (company_id, taken_by) REFERENCES organization.employees(company_id, id)
);
CREATE INDEX orders__by_client ON orders.orders USING btree (client_id, ordered_on DESC, id DESC);
CREATE INDEX orders__by_day ON orders.orders USING btree (company_id, ordered_on DESC, id DESC);
CREATE INDEX orders__by_import ON orders.orders USING btree (import_id, client_reference) WHERE (import_id IS NOT NULL);
CREATE INDEX orders__confirmed ON orders.orders USING btree (company_id, confirmed_at) WHERE (confirmed_at IS NOT NULL);
CREATE INDEX orders__copies ON orders.orders USING btree (copied_from) WHERE (copied_from IS NOT NULL);
CREATE INDEX orders__handed ON orders.orders USING btree (company_id, handed_at) WHERE (handed_at IS NOT NULL);
CREATE INDEX orders__imported ON orders.orders USING btree (company_id, client_reference) WHERE (import_id IS NOT NULL);
CREATE INDEX orders__number_prefix ON orders.orders USING btree (company_id, number text_pattern_ops) WHERE (number IS NOT NULL);
CREATE INDEX orders__of_keeper ON orders.orders USING btree (company_id, keeper_id, ordered_on DESC, id DESC);
CREATE INDEX orders__open ON orders.orders USING btree (company_id, state, keeper_id, id) WHERE (state = ANY (ARRAY['draft'::text, 'captured'::text, 'typed'::text, 'waiting'::text, 'confirmed'::text, 'asked-back'::text, 'entered'::text]));
CREATE INDEX orders__queue ON orders.orders USING btree (company_id, enter_by, id) WHERE (state = ANY (ARRAY['captured'::text, 'confirmed'::text, 'asked-back'::text]));
CREATE INDEX orders__unchecked ON orders.orders USING btree (company_id, keeper_id, entered_at) WHERE ((entered_at IS NOT NULL) AND (checked_at IS NULL));
CREATE INDEX orders__uninvoiced ON orders.orders USING btree (client_id) INCLUDE (uninvoiced) WHERE (uninvoiced > 0);
CREATE TRIGGER content__guarded BEFORE UPDATE ON orders.orders FOR EACH ROW EXECUTE FUNCTION orders.guard_content();
CREATE TRIGGER files__released AFTER DELETE ON orders.orders REFERENCING OLD TABLE AS old_rows FOR EACH STATEMENT EXECUTE FUNCTION platform.release_files('orders.orders');
CREATE TRIGGER keeper__at_insert BEFORE INSERT ON orders.orders FOR EACH ROW EXECUTE FUNCTION clients.fill_keeper();
CREATE TRIGGER keeper__at_move BEFORE UPDATE OF client_id ON orders.orders FOR EACH ROW WHEN ((new.client_id IS DISTINCT FROM old.client_id)) EXECUTE FUNCTION clients.fill_keeper();
CREATE TRIGGER rhythms__count_added AFTER INSERT ON orders.orders REFERENCING NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION orders.keep_rhythms();
CREATE TRIGGER rhythms__count_changed AFTER UPDATE ON orders.orders REFERENCING OLD TABLE AS old_rows NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION orders.keep_rhythms();
CREATE TRIGGER rhythms__count_removed AFTER DELETE ON orders.orders REFERENCING OLD TABLE AS old_rows FOR EACH STATEMENT EXECUTE FUNCTION orders.keep_rhythms();
-- policy may_add for insert with check (((company_id = ( SELECT app.company() AS company)) AND (((( SELECT app.may_all('orders.take'::text) AS may_all) OR (( SELECT app.may('orders.take'::text) AS may) AND (keeper_id = ANY (( SELECT app.reach() AS reach)::uuid[])))) AND (state = 'draft'::text) AND (number IS NULL)) OR ( SELECT app.may_all('imports.run'::text) AS may_all))))
-- policy may_change for update using (((company_id = ( SELECT app.company() AS company)) AND (( SELECT app.may_all('orders.take'::text) AS may_all) OR (( SELECT app.may('orders.take'::text) AS may) AND (keeper_id = ANY (( SELECT app.reach() AS reach)::uuid[]))) OR (( SELECT app.may_all('orders.enter'::text) AS may_all) OR (( SELECT app.may('orders.enter'::text) AS may) AND (keeper_id = ANY (( SELECT app.reach() AS reach)::uuid[])))) OR (( SELECT app.may_all('orders.price-column'::text) AS may_all) OR (( SELECT app.may('orders.price-column'::text) AS may) AND (keeper_id = ANY (( SELECT app.reach() AS reach)::uuid[]))) OR (( SELECT app.may_all('orders.discount'::text) AS may_all) OR (( SELECT app.may('orders.discount'::text) AS may) AND (keeper_id = ANY (( SELECT app.reach() AS reach)::uuid[])))) OR (( SELECT app.may_all('orders.release-credit'::text) AS may_all) OR (( SELECT app.may('orders.release-credit'::text) AS may) AND (keeper_id = ANY (( SELECT app.reach() AS reach)::uuid[]))))) OR ( SELECT app.may_all('imports.run'::text) AS may_all)))) with check (((company_id = ( SELECT app.company() AS company)) AND (( SELECT app.may_all('orders.take'::text) AS may_all) OR (( SELECT app.may('orders.take'::text) AS may) AND (keeper_id = ANY (( SELECT app.reach() AS reach)::uuid[]))) OR (( SELECT app.may_all('orders.enter'::text) AS may_all) OR (( SELECT app.may('orders.enter'::text) AS may) AND (keeper_id = ANY (( SELECT app.reach() AS reach)::uuid[])))) OR (( SELECT app.may_all('orders.price-column'::text) AS may_all) OR (( SELECT app.may('orders.price-column'::text) AS may) AND (keeper_id = ANY (( SELECT app.reach() AS reach)::uuid[]))) OR (( SELECT app.may_all('orders.discount'::text) AS may_all) OR (( SELECT app.may('orders.discount'::text) AS may) AND (keeper_id = ANY (( SELECT app.reach() AS reach)::uuid[])))) OR (( SELECT app.may_all('orders.release-credit'::text) AS may_all) OR (( SELECT app.may('orders.release-credit'::text) AS may) AND (keeper_id = ANY (( SELECT app.reach() AS reach)::uuid[]))))) OR ( SELECT app.may_all('imports.run'::text) AS may_all))))
-- policy may_read for select using (((company_id = ( SELECT app.company() AS company)) AND (NULLIF((( SELECT app.may_all('orders.read'::text) AS may_all) OR (( SELECT app.may('orders.read'::text) AS may) AND (keeper_id = ANY (( SELECT app.reach() AS reach)::uuid[])))), false) IS NOT NULL)))
-- policy may_remove for delete using (((company_id = ( SELECT app.company() AS company)) AND ( SELECT app.may_all('imports.run'::text) AS may_all) AND (import_id IS NOT NULL)))

create table orders.return_lines (
  id uuid not null default uuidv7(),
  company_id uuid not null,
  return_id uuid not null,
  keeper_id uuid not null,
  "position" integer not null,
  product_id uuid not null,
  quantity numeric(14,3) not null,
  amount bigint not null,
  cause text not null default ''::text,
  constraint return_lines_pkey PRIMARY KEY (id),
  constraint return_lines__amount_sane CHECK ((amount >= 0)),
  constraint return_lines__of_product FOREIGN KEY (company_id, product_id) REFERENCES catalog.products(company_id, id),
  constraint return_lines__of_return FOREIGN KEY (company_id, return_id, keeper_id) REFERENCES orders.returns(company_id, id, keeper_id) ON UPDATE CASCADE ON DELETE CASCADE,
  constraint return_lines__position_unique UNIQUE (return_id, "position"),
  constraint return_lines__quantity_positive CHECK ((quantity > (0)::numeric))
);
CREATE INDEX return_lines__by_product ON orders.return_lines USING btree (product_id, return_id);
CREATE TRIGGER plans__count_added AFTER INSERT ON orders.return_lines REFERENCING NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION plans.count_return_lines();
CREATE TRIGGER plans__count_removed AFTER DELETE ON orders.return_lines REFERENCING OLD TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION plans.count_return_lines();
CREATE TRIGGER plans__recount AFTER UPDATE ON orders.return_lines REFERENCING OLD TABLE AS old_rows NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION plans.recount_return_lines();
-- policy may_add for insert with check (((company_id = ( SELECT app.company() AS company)) AND (( SELECT app.may_all('orders.enter'::text) AS may_all) OR (( SELECT app.may('orders.enter'::text) AS may) AND (keeper_id = ANY (( SELECT app.reach() AS reach)::uuid[]))) OR ( SELECT app.may_all('imports.run'::text) AS may_all))))
-- policy may_read for select using (((company_id = ( SELECT app.company() AS company)) AND (NULLIF((( SELECT app.may_all('orders.read'::text) AS may_all) OR (( SELECT app.may('orders.read'::text) AS may) AND (keeper_id = ANY (( SELECT app.reach() AS reach)::uuid[])))), false) IS NOT NULL)))
-- policy may_remove for delete using (((company_id = ( SELECT app.company() AS company)) AND ( SELECT app.may_all('imports.run'::text) AS may_all)))

create table orders.returns (
  id uuid not null default uuidv7(),
  company_id uuid not null,
  client_id uuid not null,
  keeper_id uuid not null,
  order_id uuid,
  number text not null default ''::text,
  kind text not null default 'return'::text,
  returned_on date not null,
  cause text not null default ''::text,
  amount bigint not null default 0,
  currency character(3) not null,
  credited_to uuid not null, -- From whose sales it is taken off: the keeper on that day.
  registered_by uuid,
  note text not null default ''::text,
  import_id uuid,
  created_at timestamp with time zone not null default now(),
  revision integer not null default 1,
  constraint returns_pkey PRIMARY KEY (id),
  constraint returns__amount_sane CHECK ((amount >= 0)),
  constraint returns__id_keeper_id_in_company UNIQUE (company_id, id, keeper_id),
  constraint returns__kind_known CHECK ((kind = ANY (ARRAY['return'::text, 'refusal'::text]))),
  constraint returns__of_client FOREIGN KEY (company_id, client_id, keeper_id) REFERENCES clients.clients(company_id, id, keeper_id) ON UPDATE CASCADE,
  constraint returns_credited_to_fkey FOREIGN KEY (company_id, credited_to) REFERENCES organization.employees(company_id, id),
  constraint returns_order_id_fkey FOREIGN KEY (company_id, order_id) REFERENCES orders.orders(company_id, id),
  constraint returns_registered_by_fkey FOREIGN KEY (company_id, registered_by) REFERENCES organization.employees(company_id, id)
);
CREATE INDEX returns__by_client ON orders.returns USING btree (client_id, returned_on);
CREATE INDEX returns__by_import ON orders.returns USING btree (import_id, number) WHERE (import_id IS NOT NULL);
CREATE INDEX returns__by_order ON orders.returns USING btree (order_id) WHERE (order_id IS NOT NULL);
CREATE INDEX returns__credited ON orders.returns USING btree (company_id, credited_to, returned_on) INCLUDE (amount);
CREATE INDEX returns__imported ON orders.returns USING btree (company_id, number) WHERE (import_id IS NOT NULL);
CREATE INDEX returns__of_keeper ON orders.returns USING btree (company_id, keeper_id, returned_on);
CREATE TRIGGER keeper__at_insert BEFORE INSERT ON orders.returns FOR EACH ROW EXECUTE FUNCTION clients.fill_keeper();
CREATE TRIGGER keeper__at_move BEFORE UPDATE OF client_id ON orders.returns FOR EACH ROW WHEN ((new.client_id IS DISTINCT FROM old.client_id)) EXECUTE FUNCTION clients.fill_keeper();
CREATE TRIGGER plans__count_added AFTER INSERT ON orders.returns REFERENCING NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION plans.count_returns();
CREATE TRIGGER plans__count_removed AFTER DELETE ON orders.returns REFERENCING OLD TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION plans.count_returns();
CREATE TRIGGER plans__move_lines AFTER UPDATE ON orders.returns REFERENCING OLD TABLE AS old_rows NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION plans.move_return_lines();
CREATE TRIGGER plans__recount AFTER UPDATE ON orders.returns REFERENCING OLD TABLE AS old_rows NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION plans.recount_returns();
CREATE TRIGGER plans__uncount BEFORE DELETE ON orders.returns FOR EACH ROW EXECUTE FUNCTION plans.uncount_sale();
-- policy may_add for insert with check (((company_id = ( SELECT app.company() AS company)) AND (( SELECT app.may_all('orders.enter'::text) AS may_all) OR (( SELECT app.may('orders.enter'::text) AS may) AND (keeper_id = ANY (( SELECT app.reach() AS reach)::uuid[]))) OR ( SELECT app.may_all('imports.run'::text) AS may_all))))
-- policy may_change for update using (((company_id = ( SELECT app.company() AS company)) AND ( SELECT app.may_all('imports.run'::text) AS may_all) AND (import_id IS NOT NULL))) with check (((company_id = ( SELECT app.company() AS company)) AND ( SELECT app.may_all('imports.run'::text) AS may_all) AND (import_id IS NOT NULL)))
-- policy may_read for select using (((company_id = ( SELECT app.company() AS company)) AND (NULLIF((( SELECT app.may_all('orders.read'::text) AS may_all) OR (( SELECT app.may('orders.read'::text) AS may) AND (keeper_id = ANY (( SELECT app.reach() AS reach)::uuid[])))), false) IS NOT NULL)))
-- policy may_remove for delete using (((company_id = ( SELECT app.company() AS company)) AND ( SELECT app.may_all('imports.run'::text) AS may_all)))

-- @derived from the orders of the two years up to the last one, in their transaction
create table orders.rhythms (
  client_id uuid not null,
  company_id uuid not null,
  keeper_id uuid not null,
  last_on date,
  every_days integer, -- The middle interval between days of order; null: too few to know a rhythm.
  due_on date, -- The day by which the next order is usually there.
  usual bigint not null default 0, -- The average order in minor units.
  constraint rhythms_pkey PRIMARY KEY (client_id),
  constraint rhythms__due_by_rhythm CHECK (((every_days IS NULL) = (due_on IS NULL))),
  constraint rhythms__of_client FOREIGN KEY (company_id, client_id, keeper_id) REFERENCES clients.clients(company_id, id, keeper_id) ON UPDATE CASCADE ON DELETE CASCADE
);
CREATE INDEX rhythms__by_due ON orders.rhythms USING btree (company_id, due_on, client_id);
CREATE INDEX rhythms__of_keeper ON orders.rhythms USING btree (company_id, keeper_id, due_on, client_id) INCLUDE (last_on, every_days, usual);
-- policy may_read for select using (((company_id = ( SELECT app.company() AS company)) AND (NULLIF((( SELECT app.may_all('orders.read'::text) AS may_all) OR (( SELECT app.may('orders.read'::text) AS may) AND (keeper_id = ANY (( SELECT app.reach() AS reach)::uuid[])))), false) IS NOT NULL)))

create table orders.shipment_lines (
  id uuid not null default uuidv7(),
  company_id uuid not null,
  shipment_id uuid not null,
  keeper_id uuid not null,
  "position" integer not null, -- Of the line entered, or taken where nothing was entered.
  product_id uuid not null,
  quantity numeric(14,3) not null,
  amount bigint not null,
  constraint shipment_lines_pkey PRIMARY KEY (id),
  constraint shipment_lines__of_product FOREIGN KEY (company_id, product_id) REFERENCES catalog.products(company_id, id),
  constraint shipment_lines__of_shipment FOREIGN KEY (company_id, shipment_id, keeper_id) REFERENCES orders.shipments(company_id, id, keeper_id) ON UPDATE CASCADE ON DELETE CASCADE,
  constraint shipment_lines__position_unique UNIQUE (shipment_id, "position"),
  constraint shipment_lines__quantity_positive CHECK ((quantity > (0)::numeric))
);
CREATE INDEX shipment_lines__by_product ON orders.shipment_lines USING btree (product_id, shipment_id);
CREATE TRIGGER plans__count_added AFTER INSERT ON orders.shipment_lines REFERENCING NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION plans.count_shipment_lines();
CREATE TRIGGER plans__count_removed AFTER DELETE ON orders.shipment_lines REFERENCING OLD TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION plans.count_shipment_lines();
-- policy may_add for insert with check (((company_id = ( SELECT app.company() AS company)) AND (( SELECT app.may_all('orders.enter'::text) AS may_all) OR (( SELECT app.may('orders.enter'::text) AS may) AND (keeper_id = ANY (( SELECT app.reach() AS reach)::uuid[]))) OR ( SELECT app.may_all('imports.run'::text) AS may_all))))
-- policy may_read for select using (((company_id = ( SELECT app.company() AS company)) AND (NULLIF((( SELECT app.may_all('orders.read'::text) AS may_all) OR (( SELECT app.may('orders.read'::text) AS may) AND (keeper_id = ANY (( SELECT app.reach() AS reach)::uuid[])))), false) IS NOT NULL)))
-- policy may_remove for delete using (((company_id = ( SELECT app.company() AS company)) AND ( SELECT app.may_all('imports.run'::text) AS may_all)))

create table orders.shipments (
  id uuid not null default uuidv7(),
  company_id uuid not null,
  order_id uuid not null,
  client_id uuid not null,
  keeper_id uuid not null,
  shipped_on date not null,
  amount bigint not null,
  currency character(3) not null,
  credited_to uuid not null, -- Whose sale it is: the keeper on the day of shipment. A later handing over does not move it.
  shipped_by uuid,
  reference text not null default ''::text,
  created_at timestamp with time zone not null default now(),
  import_id uuid,
  constraint shipments_pkey PRIMARY KEY (id),
  constraint shipments__amount_sane CHECK ((amount >= 0)),
  constraint shipments__id_keeper_id_in_company UNIQUE (company_id, id, keeper_id),
  constraint shipments__of_client FOREIGN KEY (company_id, client_id, keeper_id) REFERENCES clients.clients(company_id, id, keeper_id) ON UPDATE CASCADE,
  constraint shipments__of_order FOREIGN KEY (company_id, order_id) REFERENCES orders.orders(company_id, id),
  constraint shipments_credited_to_fkey FOREIGN KEY (company_id, credited_to) REFERENCES organization.employees(company_id, id),
  constraint shipments_shipped_by_fkey FOREIGN KEY (company_id, shipped_by) REFERENCES organization.employees(company_id, id)
);
CREATE INDEX shipments__by_client ON orders.shipments USING btree (client_id, shipped_on) INCLUDE (amount);
CREATE INDEX shipments__by_import ON orders.shipments USING btree (import_id) WHERE (import_id IS NOT NULL);
CREATE INDEX shipments__by_order ON orders.shipments USING btree (order_id);
CREATE INDEX shipments__credited ON orders.shipments USING btree (company_id, credited_to, shipped_on) INCLUDE (amount, client_id);
CREATE INDEX shipments__of_keeper ON orders.shipments USING btree (company_id, keeper_id, shipped_on) INCLUDE (amount, client_id);
CREATE TRIGGER keeper__at_insert BEFORE INSERT ON orders.shipments FOR EACH ROW EXECUTE FUNCTION clients.fill_keeper();
CREATE TRIGGER keeper__at_move BEFORE UPDATE OF client_id ON orders.shipments FOR EACH ROW WHEN ((new.client_id IS DISTINCT FROM old.client_id)) EXECUTE FUNCTION clients.fill_keeper();
CREATE TRIGGER plans__count_added AFTER INSERT ON orders.shipments REFERENCING NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION plans.count_shipments();
CREATE TRIGGER plans__count_removed AFTER DELETE ON orders.shipments REFERENCING OLD TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION plans.count_shipments();
CREATE TRIGGER plans__uncount BEFORE DELETE ON orders.shipments FOR EACH ROW EXECUTE FUNCTION plans.uncount_sale();
-- policy may_add for insert with check (((company_id = ( SELECT app.company() AS company)) AND (( SELECT app.may_all('orders.enter'::text) AS may_all) OR (( SELECT app.may('orders.enter'::text) AS may) AND (keeper_id = ANY (( SELECT app.reach() AS reach)::uuid[]))) OR ( SELECT app.may_all('imports.run'::text) AS may_all))))
-- policy may_read for select using (((company_id = ( SELECT app.company() AS company)) AND (NULLIF((( SELECT app.may_all('orders.read'::text) AS may_all) OR (( SELECT app.may('orders.read'::text) AS may) AND (keeper_id = ANY (( SELECT app.reach() AS reach)::uuid[])))), false) IS NOT NULL)))
-- policy may_remove for delete using (((company_id = ( SELECT app.company() AS company)) AND ( SELECT app.may_all('imports.run'::text) AS may_all)))

create view orders.v_client_terms as
 SELECT company_id,
    client_id,
    keeper_id,
    price_column_id,
    payment_days,
    credit_limit,
    overdue_tolerance_days
   FROM orders.client_terms t;

create view orders.v_order_lines as
 SELECT id,
    company_id,
    order_id,
    keeper_id,
    "position",
    product_id,
    quantity,
    list_price,
    unit_price,
    discount_bp,
    amount
   FROM orders.order_lines l;

create view orders.v_orders as
 SELECT id,
    company_id,
    number,
    client_id,
    keeper_id,
    state,
    channel,
    taken_by,
    acting_for,
    ordered_on,
    price_column_id,
    payment_days,
    currency,
    total,
    uninvoiced,
    confirmed_at,
    shipped_on
   FROM orders.orders o;

create view orders.v_product_sales as
 SELECT s.id,
    s.company_id,
    s.client_id,
    s.keeper_id,
    s.credited_to,
    s.shipped_on AS day,
    l.product_id,
    l.quantity,
    l.amount,
    s.currency,
    'shipment'::text AS kind
   FROM (orders.shipments s
     JOIN orders.shipment_lines l ON ((l.shipment_id = s.id)))
UNION ALL
 SELECT r.id,
    r.company_id,
    r.client_id,
    r.keeper_id,
    r.credited_to,
    r.returned_on AS day,
    l.product_id,
    (- l.quantity) AS quantity,
    (- l.amount) AS amount,
    r.currency,
    r.kind
   FROM (orders.returns r
     JOIN orders.return_lines l ON ((l.return_id = r.id)));

create view orders.v_sales as
 SELECT s.id,
    s.company_id,
    s.client_id,
    s.keeper_id,
    s.credited_to,
    s.shipped_on AS day,
    s.amount,
    s.currency,
    'shipment'::text AS kind
   FROM orders.shipments s
UNION ALL
 SELECT r.id,
    r.company_id,
    r.client_id,
    r.keeper_id,
    r.credited_to,
    r.returned_on AS day,
    (- r.amount) AS amount,
    r.currency,
    r.kind
   FROM orders.returns r;

create view orders.v_shipments as
 SELECT id,
    company_id,
    order_id,
    client_id,
    keeper_id,
    shipped_on,
    amount,
    currency,
    credited_to
   FROM orders.shipments s;

create view orders.v_timeline as
 SELECT o.company_id,
    o.client_id,
    COALESCE(
        CASE
            WHEN (o.import_id IS NULL) THEN o.confirmed_at
            ELSE NULL::timestamp with time zone
        END, app.start_of(o.ordered_on, o.company_id)) AS at,
    'order-confirmed'::text AS kind,
    o.id,
    COALESCE(o.taken_by, o.keeper_id) AS employee_id,
    jsonb_build_object('number', o.number, 'amount', o.total, 'total', o.total, 'currency', o.currency, 'state', o.state, 'channel', o.channel, 'actingFor', ( SELECT e.name
           FROM organization.employees e
          WHERE (e.id = o.acting_for)), 'onDay', ((o.confirmed_at IS NULL) OR (o.import_id IS NOT NULL)), 'href', ('/orders/'::text || o.id)) AS data
   FROM orders.orders o
  WHERE (o.number IS NOT NULL)
UNION ALL
 SELECT o.company_id,
    o.client_id,
    a.at,
    'credit-released'::text AS kind,
    a.id,
    a.asked_by AS employee_id,
    jsonb_build_object('reason', a.reason, 'number', COALESCE(o.number, ''::text), 'href', (('/orders/'::text || o.id) || '?tab=authority'::text)) AS data
   FROM (orders.authorizations a
     JOIN orders.orders o ON ((o.id = a.order_id)))
  WHERE ((a.permit = 'orders.release-credit'::text) AND (a.state = 'held'::text) AND (a.reason <> ''::text))
UNION ALL
 SELECT s.company_id,
    s.client_id,
    app.start_of(s.shipped_on, s.company_id) AS at,
    'order-shipped'::text AS kind,
    s.id,
    s.shipped_by AS employee_id,
    jsonb_build_object('number', o.number, 'amount', s.amount, 'currency', s.currency, 'shippedOn', s.shipped_on, 'onDay', true, 'href', ('/orders/'::text || s.order_id)) AS data
   FROM (orders.shipments s
     JOIN orders.orders o ON ((o.id = s.order_id)))
UNION ALL
 SELECT r.company_id,
    r.client_id,
    app.start_of(r.returned_on, r.company_id) AS at,
    'goods-returned'::text AS kind,
    r.id,
    r.registered_by AS employee_id,
    jsonb_build_object('number', COALESCE(NULLIF(r.number, ''::text), o.number), 'amount', (- r.amount), 'currency', r.currency, 'cause', r.cause, 'kind', r.kind, 'onDay', true, 'href', ('/orders/'::text || r.order_id)) AS data
   FROM (orders.returns r
     LEFT JOIN orders.orders o ON ((o.id = r.order_id)));

create view orders.v_timeline_products as
 SELECT l.order_id AS id,
    l.product_id,
    p.category_id
   FROM (orders.order_lines l
     JOIN catalog.v_products p ON ((p.id = l.product_id)))
UNION ALL
 SELECT l.shipment_id AS id,
    l.product_id,
    p.category_id
   FROM (orders.shipment_lines l
     JOIN catalog.v_products p ON ((p.id = l.product_id)))
UNION ALL
 SELECT l.return_id AS id,
    l.product_id,
    p.category_id
   FROM (orders.return_lines l
     JOIN catalog.v_products p ON ((p.id = l.product_id)));

create table organization.absences (
  id uuid not null default uuidv7(),
  company_id uuid not null,
  employee_id uuid not null,
  kind text not null,
  valid daterange not null,
  note text not null default ''::text,
  cancelled_at timestamp with time zone,
  revision integer not null default 1,
  constraint absences_pkey PRIMARY KEY (id),
  constraint absences__id_in_company UNIQUE (company_id, id),
  constraint absences__kind_known CHECK ((kind = ANY (ARRAY['vacation'::text, 'sickness'::text, 'business-trip'::text, 'other'::text]))),
  constraint absences__no_overlap EXCLUDE USING gist (employee_id WITH =, valid WITH &&) WHERE ((cancelled_at IS NULL)),
  constraint absences__period_given CHECK (((NOT isempty(valid)) AND (NOT upper_inf(valid)) AND (NOT lower_inf(valid)))),
  constraint absences_employee_id_fkey FOREIGN KEY (company_id, employee_id) REFERENCES organization.employees(company_id, id)
);
-- policy may_add for insert with check (((company_id = ( SELECT app.company() AS company)) AND ((employee_id = ANY (( SELECT app.reach() AS reach)::uuid[])) OR ( SELECT app.may_all('organization.arrange'::text) AS may_all))))
-- policy may_change for update using (((company_id = ( SELECT app.company() AS company)) AND ((employee_id = ANY (( SELECT app.reach() AS reach)::uuid[])) OR ( SELECT app.may_all('organization.arrange'::text) AS may_all)))) with check (((company_id = ( SELECT app.company() AS company)) AND ((employee_id = ANY (( SELECT app.reach() AS reach)::uuid[])) OR ( SELECT app.may_all('organization.arrange'::text) AS may_all))))
-- policy may_read for select using (((company_id = ( SELECT app.company() AS company)) AND (NULLIF(((employee_id = ( SELECT app.employee() AS employee)) OR (employee_id = ANY (( SELECT app.reach() AS reach)::uuid[])) OR ( SELECT app.may_all('organization.arrange'::text) AS may_all) OR ( SELECT app.may('organization.substitute'::text) AS may)), false) IS NOT NULL)))

create table organization.assignments (
  id uuid not null default uuidv7(),
  company_id uuid not null,
  employee_id uuid not null,
  position_id uuid not null,
  valid daterange not null,
  order_id uuid,
  revision integer not null default 1,
  import_id uuid,
  constraint assignments_pkey PRIMARY KEY (id),
  constraint assignments__once_at_a_time EXCLUDE USING gist (employee_id WITH =, position_id WITH =, valid WITH &&),
  constraint assignments__period_given CHECK ((NOT isempty(valid))),
  constraint assignments_employee_id_fkey FOREIGN KEY (company_id, employee_id) REFERENCES organization.employees(company_id, id),
  constraint assignments_order_id_fkey FOREIGN KEY (company_id, order_id) REFERENCES organization.company_orders(company_id, id),
  constraint assignments_position_id_fkey FOREIGN KEY (company_id, position_id) REFERENCES organization.positions(company_id, id)
);
CREATE INDEX assignments__by_employee ON organization.assignments USING btree (employee_id);
CREATE INDEX assignments__by_import ON organization.assignments USING btree (import_id) WHERE (import_id IS NOT NULL);
CREATE INDEX assignments__by_position ON organization.assignments USING btree (position_id);
CREATE CONSTRAINT TRIGGER access__changed AFTER INSERT OR DELETE OR UPDATE ON organization.assignments DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION mandates.access_changed();
-- policy may_add for insert with check (((company_id = ( SELECT app.company() AS company)) AND ( SELECT app.may_all('organization.arrange'::text) AS may_all)))
-- policy may_change for update using (((company_id = ( SELECT app.company() AS company)) AND ( SELECT app.may_all('organization.arrange'::text) AS may_all))) with check (((company_id = ( SELECT app.company() AS company)) AND ( SELECT app.may_all('organization.arrange'::text) AS may_all)))
-- policy may_read for select using ((company_id = ( SELECT app.company() AS company)))

create table organization.company_orders (
  id uuid not null default uuidv7(),
  company_id uuid not null,
  number text not null,
  issued_on date not null,
  kind text not null,
  title text not null,
  signed_by uuid not null,
  revision integer not null default 1,
  constraint company_orders_pkey PRIMARY KEY (id),
  constraint company_orders__id_in_company UNIQUE (company_id, id),
  constraint company_orders__number_given CHECK ((btrim(number) <> ''::text)),
  constraint company_orders__number_unique UNIQUE (company_id, number, issued_on),
  constraint company_orders_signed_by_fkey FOREIGN KEY (company_id, signed_by) REFERENCES organization.employees(company_id, id)
);
-- policy may_add for insert with check ((((company_id = ( SELECT app.company() AS company)) AND ( SELECT app.may_all('organization.arrange'::text) AS may_all)) OR ((company_id = ( SELECT app.company() AS company)) AND ( SELECT (app.may('organization.substitute'::text) OR app.may_all('mandates.approve'::text))))))
-- policy may_change for update using (((company_id = ( SELECT app.company() AS company)) AND ( SELECT app.may_all('organization.arrange'::text) AS may_all))) with check (((company_id = ( SELECT app.company() AS company)) AND ( SELECT app.may_all('organization.arrange'::text) AS may_all)))
-- policy may_read for select using ((company_id = ( SELECT app.company() AS company)))

create table organization.departments (
  id uuid not null default uuidv7(),
  company_id uuid not null,
  name text not null,
  parent_id uuid,
  revision integer not null default 1,
  constraint departments_pkey PRIMARY KEY (id),
  constraint departments__id_in_company UNIQUE (company_id, id),
  constraint departments__name_given CHECK ((btrim(name) <> ''::text)),
  constraint departments__name_unique UNIQUE (company_id, name),
  constraint departments_company_id_fkey FOREIGN KEY (company_id) REFERENCES platform.companies(id),
  constraint departments_parent_id_fkey FOREIGN KEY (company_id, parent_id) REFERENCES organization.departments(company_id, id)
);
-- policy may_add for insert with check (((company_id = ( SELECT app.company() AS company)) AND ( SELECT app.may_all('organization.arrange'::text) AS may_all)))
-- policy may_change for update using (((company_id = ( SELECT app.company() AS company)) AND ( SELECT app.may_all('organization.arrange'::text) AS may_all))) with check (((company_id = ( SELECT app.company() AS company)) AND ( SELECT app.may_all('organization.arrange'::text) AS may_all)))
-- policy may_read for select using ((company_id = ( SELECT app.company() AS company)))

create table organization.employees (
  id uuid not null default uuidv7(),
  company_id uuid not null,
  number text not null,
  first_name text not null,
  last_name text not null,
  name text not null generated always as (btrim(((first_name || ' '::text) || last_name))) stored,
  email text not null,
  phone text not null default ''::text,
  language text not null default 'en'::text,
  hired_on date not null,
  dismissed_at timestamp with time zone,
  founder boolean not null default false, -- Made by the launcher: may found the organization and its first job descriptions.
  user_id text,
  revision integer not null default 1,
  import_id uuid,
  constraint employees_pkey PRIMARY KEY (id),
  constraint employees__email_formed CHECK ((email ~ '^[^@\s]+@[^@\s]+$'::text)),
  constraint employees__email_unique UNIQUE (company_id, email),
  constraint employees__id_in_company UNIQUE (company_id, id),
  constraint employees__language_known CHECK ((language = ANY (ARRAY['en'::text, 'ru'::text]))),
  constraint employees__name_given CHECK ((btrim(last_name) <> ''::text)),
  constraint employees__number_unique UNIQUE (company_id, number),
  constraint employees_company_id_fkey FOREIGN KEY (company_id) REFERENCES platform.companies(id),
  constraint employees_user_id_key UNIQUE (user_id)
);
CREATE INDEX employees__by_import ON organization.employees USING btree (import_id) WHERE (import_id IS NOT NULL);
CREATE INDEX employees__by_name ON organization.employees USING btree (company_id, last_name, first_name);
CREATE INDEX employees__search ON organization.employees USING gin (name gin_trgm_ops);
CREATE CONSTRAINT TRIGGER access__changed AFTER INSERT OR DELETE OR UPDATE ON organization.employees DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION mandates.access_changed();
-- policy may_add for insert with check (((company_id = ( SELECT app.company() AS company)) AND ( SELECT app.may_all('organization.arrange'::text) AS may_all)))
-- policy may_change for update using ((((company_id = ( SELECT app.company() AS company)) AND ( SELECT app.may_all('organization.arrange'::text) AS may_all)) OR ((company_id = ( SELECT app.company() AS company)) AND (id = ( SELECT app.employee() AS employee))))) with check ((((company_id = ( SELECT app.company() AS company)) AND ( SELECT app.may_all('organization.arrange'::text) AS may_all)) OR ((company_id = ( SELECT app.company() AS company)) AND (id = ( SELECT app.employee() AS employee)))))
-- policy may_read for select using ((company_id = ( SELECT app.company() AS company)))

create table organization.given_accesses (
  id uuid not null default uuidv7(),
  company_id uuid not null,
  employee_id uuid not null,
  given_by uuid not null,
  given_at timestamp with time zone not null default now(),
  replaced_at timestamp with time zone, -- When another password took its place: one of the person's own, or one given anew. Null: nothing is open but changing it.
  constraint given_accesses_pkey PRIMARY KEY (id),
  constraint given_accesses__not_to_oneself CHECK ((given_by <> employee_id)),
  constraint given_accesses__replaced_later CHECK ((replaced_at >= given_at)),
  constraint given_accesses_employee_id_fkey FOREIGN KEY (company_id, employee_id) REFERENCES organization.employees(company_id, id),
  constraint given_accesses_given_by_fkey FOREIGN KEY (company_id, given_by) REFERENCES organization.employees(company_id, id)
);
CREATE INDEX given_accesses__by_employee ON organization.given_accesses USING btree (employee_id, given_at DESC);
CREATE UNIQUE INDEX given_accesses__one_open ON organization.given_accesses USING btree (employee_id) WHERE (replaced_at IS NULL);
-- policy may_read for select using (((company_id = ( SELECT app.company() AS company)) AND (NULLIF(((employee_id = ( SELECT app.employee() AS employee)) OR (given_by = ( SELECT app.employee() AS employee)) OR (employee_id = ANY (( SELECT app.reach() AS reach)::uuid[])) OR ( SELECT app.may_all('organization.arrange'::text) AS may_all) OR ( SELECT app.may_all('mandates.read'::text) AS may_all)), false) IS NOT NULL)))

create table organization.positions (
  id uuid not null default uuidv7(),
  company_id uuid not null,
  department_id uuid not null,
  title text not null,
  synonyms text[] not null default '{}'::text[],
  category text not null default 'specialist'::text,
  level text not null default 'operational'::text,
  headcount integer not null default 1,
  template text, -- Key of the job description template that fits, e.g. key-account-manager.
  revision integer not null default 1,
  constraint positions_pkey PRIMARY KEY (id),
  constraint positions__category_known CHECK ((category = ANY (ARRAY['head'::text, 'specialist'::text, 'employee'::text, 'worker'::text]))),
  constraint positions__headcount_positive CHECK ((headcount > 0)),
  constraint positions__id_in_company UNIQUE (company_id, id),
  constraint positions__level_known CHECK ((level = ANY (ARRAY['strategic'::text, 'tactical'::text, 'operational'::text, 'organizational'::text]))),
  constraint positions__title_given CHECK ((btrim(title) <> ''::text)),
  constraint positions__title_unique UNIQUE (company_id, department_id, title),
  constraint positions_department_id_fkey FOREIGN KEY (company_id, department_id) REFERENCES organization.departments(company_id, id)
);
-- policy may_add for insert with check (((company_id = ( SELECT app.company() AS company)) AND ( SELECT app.may_all('organization.arrange'::text) AS may_all)))
-- policy may_change for update using (((company_id = ( SELECT app.company() AS company)) AND ( SELECT app.may_all('organization.arrange'::text) AS may_all))) with check (((company_id = ( SELECT app.company() AS company)) AND ( SELECT app.may_all('organization.arrange'::text) AS may_all)))
-- policy may_read for select using ((company_id = ( SELECT app.company() AS company)))

create table organization.reporting_lines (
  id uuid not null default uuidv7(),
  company_id uuid not null,
  employee_id uuid not null,
  superior_id uuid not null,
  valid daterange not null,
  revision integer not null default 1,
  import_id uuid,
  constraint reporting_lines_pkey PRIMARY KEY (id),
  constraint reporting_lines__not_to_oneself CHECK ((employee_id <> superior_id)),
  constraint reporting_lines__one_superior EXCLUDE USING gist (employee_id WITH =, valid WITH &&),
  constraint reporting_lines__period_given CHECK ((NOT isempty(valid))),
  constraint reporting_lines_employee_id_fkey FOREIGN KEY (company_id, employee_id) REFERENCES organization.employees(company_id, id),
  constraint reporting_lines_superior_id_fkey FOREIGN KEY (company_id, superior_id) REFERENCES organization.employees(company_id, id)
);
CREATE INDEX reporting_lines__by_import ON organization.reporting_lines USING btree (import_id) WHERE (import_id IS NOT NULL);
CREATE INDEX reporting_lines__by_superior ON organization.reporting_lines USING btree (superior_id);
CREATE CONSTRAINT TRIGGER access__changed AFTER INSERT OR DELETE OR UPDATE ON organization.reporting_lines DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION mandates.access_changed();
-- policy may_add for insert with check (((company_id = ( SELECT app.company() AS company)) AND ( SELECT app.may_all('organization.arrange'::text) AS may_all)))
-- policy may_change for update using (((company_id = ( SELECT app.company() AS company)) AND ( SELECT app.may_all('organization.arrange'::text) AS may_all))) with check (((company_id = ( SELECT app.company() AS company)) AND ( SELECT app.may_all('organization.arrange'::text) AS may_all)))
-- policy may_read for select using ((company_id = ( SELECT app.company() AS company)))

create table organization.substitutions (
  id uuid not null default uuidv7(),
  company_id uuid not null,
  absence_id uuid not null,
  absent_id uuid not null,
  substitute_id uuid not null,
  order_id uuid not null,
  valid daterange not null,
  permits text[], -- The permits that pass; null: all of the mandate.
  revoked_at timestamp with time zone,
  revision integer not null default 1,
  constraint substitutions_pkey PRIMARY KEY (id),
  constraint substitutions__not_oneself CHECK ((absent_id <> substitute_id)),
  constraint substitutions__one_at_a_time EXCLUDE USING gist (absent_id WITH =, valid WITH &&) WHERE ((revoked_at IS NULL)),
  constraint substitutions__period_given CHECK (((NOT isempty(valid)) AND (NOT upper_inf(valid)))),
  constraint substitutions_absence_id_fkey FOREIGN KEY (company_id, absence_id) REFERENCES organization.absences(company_id, id),
  constraint substitutions_absent_id_fkey FOREIGN KEY (company_id, absent_id) REFERENCES organization.employees(company_id, id),
  constraint substitutions_order_id_fkey FOREIGN KEY (company_id, order_id) REFERENCES organization.company_orders(company_id, id),
  constraint substitutions_substitute_id_fkey FOREIGN KEY (company_id, substitute_id) REFERENCES organization.employees(company_id, id)
);
CREATE INDEX substitutions__by_substitute ON organization.substitutions USING btree (substitute_id);
CREATE CONSTRAINT TRIGGER access__changed AFTER INSERT OR DELETE OR UPDATE ON organization.substitutions DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION mandates.access_changed();
-- policy may_add for insert with check ((((company_id = ( SELECT app.company() AS company)) AND ( SELECT app.may_all('organization.arrange'::text) AS may_all)) OR ((company_id = ( SELECT app.company() AS company)) AND ( SELECT (app.may('organization.substitute'::text) OR app.may_all('mandates.approve'::text))))))
-- policy may_change for update using ((((company_id = ( SELECT app.company() AS company)) AND ( SELECT app.may_all('organization.arrange'::text) AS may_all)) OR ((company_id = ( SELECT app.company() AS company)) AND ( SELECT app.may('organization.substitute'::text) AS may)))) with check ((((company_id = ( SELECT app.company() AS company)) AND ( SELECT app.may_all('organization.arrange'::text) AS may_all)) OR ((company_id = ( SELECT app.company() AS company)) AND ( SELECT app.may('organization.substitute'::text) AS may))))
-- policy may_read for select using ((company_id = ( SELECT app.company() AS company)))

create table organization.territories (
  id uuid not null default uuidv7(),
  company_id uuid not null,
  code text not null,
  name text not null,
  region text not null default ''::text,
  revision integer not null default 1,
  import_id uuid,
  constraint territories_pkey PRIMARY KEY (id),
  constraint territories__code_given CHECK ((btrim(code) <> ''::text)),
  constraint territories__code_unique UNIQUE (company_id, code),
  constraint territories__id_in_company UNIQUE (company_id, id),
  constraint territories__name_given CHECK ((btrim(name) <> ''::text)),
  constraint territories_company_id_fkey FOREIGN KEY (company_id) REFERENCES platform.companies(id)
);
CREATE INDEX territories__by_import ON organization.territories USING btree (import_id) WHERE (import_id IS NOT NULL);
-- policy may_add for insert with check (((company_id = ( SELECT app.company() AS company)) AND ( SELECT app.may_all('organization.arrange'::text) AS may_all)))
-- policy may_change for update using (((company_id = ( SELECT app.company() AS company)) AND ( SELECT app.may_all('organization.arrange'::text) AS may_all))) with check (((company_id = ( SELECT app.company() AS company)) AND ( SELECT app.may_all('organization.arrange'::text) AS may_all)))
-- policy may_read for select using ((company_id = ( SELECT app.company() AS company)))

create table organization.territory_employees (
  id uuid not null default uuidv7(),
  company_id uuid not null,
  territory_id uuid not null,
  employee_id uuid not null,
  import_id uuid,
  constraint territory_employees_pkey PRIMARY KEY (id),
  constraint territory_employees__once UNIQUE (territory_id, employee_id),
  constraint territory_employees_employee_id_fkey FOREIGN KEY (company_id, employee_id) REFERENCES organization.employees(company_id, id),
  constraint territory_employees_territory_id_fkey FOREIGN KEY (company_id, territory_id) REFERENCES organization.territories(company_id, id)
);
CREATE INDEX territory_employees__by_employee ON organization.territory_employees USING btree (employee_id);
CREATE INDEX territory_employees__by_import ON organization.territory_employees USING btree (import_id) WHERE (import_id IS NOT NULL);
-- policy may_add for insert with check (((company_id = ( SELECT app.company() AS company)) AND ( SELECT app.may_all('organization.arrange'::text) AS may_all)))
-- policy may_change for update using (((company_id = ( SELECT app.company() AS company)) AND ( SELECT app.may_all('organization.arrange'::text) AS may_all))) with check (((company_id = ( SELECT app.company() AS company)) AND ( SELECT app.may_all('organization.arrange'::text) AS may_all)))
-- policy may_read for select using ((company_id = ( SELECT app.company() AS company)))

-- @derived from shipments, every night
create table plans.active_bases (
  company_id uuid not null,
  employee_id uuid not null,
  day date not null,
  clients integer not null,
  window_days integer not null, -- By which rule it was counted: shipped to within so many days.
  constraint active_bases_pkey PRIMARY KEY (company_id, day, employee_id),
  constraint active_bases_company_id_fkey FOREIGN KEY (company_id) REFERENCES platform.companies(id)
);
-- policy may_read for select using (((company_id = ( SELECT app.company() AS company)) AND (NULLIF(((employee_id = ( SELECT app.employee() AS employee)) OR (( SELECT app.may_all('plans.read'::text) AS may_all) OR (( SELECT app.may('plans.read'::text) AS may) AND (employee_id = ANY (( SELECT app.reach() AS reach)::uuid[]))))), false) IS NOT NULL)))

-- @derived from shipments, returns and transferred sales, in their transaction; ./mandate verify proves it equal
create table plans.daily_sales (
  company_id uuid not null,
  employee_id uuid not null, -- Whose sale it is: the keeper on the day of shipment, or the substitute by the company's choice.
  day date not null,
  currency character(3) not null,
  amount bigint not null, -- Minor units.
  shipments integer not null,
  constraint daily_sales_pkey PRIMARY KEY (company_id, employee_id, day, currency),
  constraint daily_sales_company_id_fkey FOREIGN KEY (company_id) REFERENCES platform.companies(id)
);
CREATE INDEX daily_sales__by_day ON plans.daily_sales USING btree (company_id, day, employee_id) INCLUDE (currency, amount);
-- policy may_read for select using (((company_id = ( SELECT app.company() AS company)) AND (NULLIF(((employee_id = ( SELECT app.employee() AS employee)) OR ( SELECT app.may_all('pay.settle'::text) AS may_all) OR ( SELECT app.may_all('mandates.read'::text) AS may_all) OR (( SELECT app.may_all('plans.read'::text) AS may_all) OR (( SELECT app.may('plans.read'::text) AS may) AND (employee_id = ANY (( SELECT app.reach() AS reach)::uuid[]))))), false) IS NOT NULL)))

-- @derived from the lines of shipments and returns, in their transaction; ./mandate verify proves it equal
create table plans.group_sales (
  company_id uuid not null,
  month date not null,
  employee_id uuid not null,
  currency character(3) not null,
  category_id uuid not null,
  amount bigint not null, -- Minor units; shipped less returned. What no line tells stands in daily_sales alone.
  constraint group_sales_pkey PRIMARY KEY (company_id, month, employee_id, currency, category_id),
  constraint group_sales_category_id_fkey FOREIGN KEY (company_id, category_id) REFERENCES catalog.categories(company_id, id) ON DELETE CASCADE
);
CREATE INDEX group_sales__of_category ON plans.group_sales USING btree (category_id);
-- policy may_read for select using (((company_id = ( SELECT app.company() AS company)) AND (NULLIF(((employee_id = ( SELECT app.employee() AS employee)) OR ( SELECT app.may_all('pay.settle'::text) AS may_all) OR ( SELECT app.may_all('mandates.read'::text) AS may_all) OR (( SELECT app.may_all('plans.read'::text) AS may_all) OR (( SELECT app.may('plans.read'::text) AS may) AND (employee_id = ANY (( SELECT app.reach() AS reach)::uuid[]))))), false) IS NOT NULL)))

-- @derived How many lines late_work has of each, gathered with it.
create table plans.late_counts (
  company_id uuid not null,
  employee_id uuid not null,
  lines integer not null,
  constraint late_counts_pkey PRIMARY KEY (company_id, employee_id),
  constraint late_counts_employee_id_fkey FOREIGN KEY (company_id, employee_id) REFERENCES organization.employees(company_id, id) ON DELETE CASCADE
);
-- policy may_add for insert with check (((company_id = ( SELECT app.company() AS company)) AND (( SELECT app.employee() AS employee) IS NULL)))
-- policy may_read for select using (((company_id = ( SELECT app.company() AS company)) AND (NULLIF(((employee_id = ( SELECT app.employee() AS employee)) OR (( SELECT app.may_all('plans.read'::text) AS may_all) OR (( SELECT app.may('plans.read'::text) AS may) AND (employee_id = ANY (( SELECT app.reach() AS reach)::uuid[]))))), false) IS NOT NULL)))
-- policy may_remove for delete using (((company_id = ( SELECT app.company() AS company)) AND (( SELECT app.employee() AS employee) IS NULL)))

-- @derived from the duties in force: the lines of the day lists that are late
create table plans.late_work (
  company_id uuid not null,
  employee_id uuid not null,
  line_id text not null,
  clause_id uuid not null,
  clause_number text not null,
  kind text not null,
  params jsonb not null,
  subject text not null,
  since date,
  due date,
  stake bigint not null, -- Money at stake in minor units, or 0.
  href text not null,
  constraint late_work_pkey PRIMARY KEY (company_id, employee_id, line_id),
  constraint late_work_employee_id_fkey FOREIGN KEY (company_id, employee_id) REFERENCES organization.employees(company_id, id) ON DELETE CASCADE
);
-- policy may_add for insert with check (((company_id = ( SELECT app.company() AS company)) AND (( SELECT app.employee() AS employee) IS NULL)))
-- policy may_read for select using (((company_id = ( SELECT app.company() AS company)) AND (NULLIF(((employee_id = ( SELECT app.employee() AS employee)) OR (( SELECT app.may_all('plans.read'::text) AS may_all) OR (( SELECT app.may('plans.read'::text) AS may) AND (employee_id = ANY (( SELECT app.reach() AS reach)::uuid[]))))), false) IS NOT NULL)))
-- policy may_remove for delete using (((company_id = ( SELECT app.company() AS company)) AND (( SELECT app.employee() AS employee) IS NULL)))

-- @derived When late_work was last gathered.
create table plans.late_work_gathered (
  company_id uuid not null,
  at timestamp with time zone not null,
  constraint late_work_gathered_pkey PRIMARY KEY (company_id),
  constraint late_work_gathered_company_id_fkey FOREIGN KEY (company_id) REFERENCES platform.companies(id)
);
-- policy may_add for insert with check (((company_id = ( SELECT app.company() AS company)) AND (( SELECT app.employee() AS employee) IS NULL)))
-- policy may_change for update using (((company_id = ( SELECT app.company() AS company)) AND (( SELECT app.employee() AS employee) IS NULL))) with check (((company_id = ( SELECT app.company() AS company)) AND (( SELECT app.employee() AS employee) IS NULL)))
-- policy may_read for select using ((company_id = ( SELECT app.company() AS company)))

create table plans.pay_statements (
  id uuid not null default uuidv7(),
  company_id uuid not null,
  employee_id uuid not null,
  month date not null,
  lines jsonb not null, -- Each line explained: part, title, base, rate, amount, clause, sources.
  formula jsonb not null, -- Every rule with its settings, the version of the job description it stood in, and the facts it was given: the same facts give the same lines.
  total bigint not null, -- Minor units; the sum of the lines.
  currency character(3) not null,
  settled_by uuid,
  settled_at timestamp with time zone not null,
  topped_up bigint not null generated always as (plans.topped_up(lines)) stored, -- Minor units: what of the total tops up to a minimum, by a clause or by law.
  constraint pay_statements_pkey PRIMARY KEY (id),
  constraint pay_statements__month_begins CHECK ((EXTRACT(day FROM month) = (1)::numeric)),
  constraint pay_statements__once_a_month UNIQUE (employee_id, month),
  constraint pay_statements__total_sane CHECK (((total >= 0) AND (total <= '9000000000000000'::bigint))),
  constraint pay_statements_employee_id_fkey FOREIGN KEY (company_id, employee_id) REFERENCES organization.employees(company_id, id),
  constraint pay_statements_settled_by_fkey FOREIGN KEY (company_id, settled_by) REFERENCES organization.employees(company_id, id)
);
CREATE INDEX pay_statements__by_month ON plans.pay_statements USING btree (company_id, month, employee_id);
CREATE TRIGGER pay_statements__settled_stays BEFORE DELETE OR UPDATE ON plans.pay_statements FOR EACH ROW EXECUTE FUNCTION plans.settled_stays();
-- policy may_add for insert with check (((company_id = ( SELECT app.company() AS company)) AND (( SELECT app.may_all('pay.settle'::text) AS may_all) OR (( SELECT app.may('pay.settle'::text) AS may) AND (employee_id = ANY (( SELECT plans.pay_seen() AS pay_seen)::uuid[]))))))
-- policy may_read for select using (((company_id = ( SELECT app.company() AS company)) AND (NULLIF((( SELECT app.may_all('pay.settle'::text) AS may_all) OR (employee_id = ANY (( SELECT plans.pay_seen() AS pay_seen)::uuid[]))), false) IS NOT NULL)))

-- Targets by month, of a department or of one employee. A change is a new row; the former one keeps when it was superseded.
create table plans.plans (
  id uuid not null default uuidv7(),
  company_id uuid not null,
  department_id uuid,
  employee_id uuid,
  metric text not null,
  month date not null,
  amount bigint not null, -- Sales: minor units of the company's currency. Clients: their number.
  category_id uuid, -- Breakdown of the whole by product group, or by client_id; both null: the whole.
  client_id uuid,
  state text not null default 'draft'::text, -- A draft stands beside the approved row until it is approved in its place.
  set_by uuid,
  set_at timestamp with time zone not null default now(),
  approved_by uuid,
  approved_at timestamp with time zone,
  override_reason text not null default ''::text, -- Why personal plans were approved though their sum is below the plan of the department, or changed after the month began.
  superseded_at timestamp with time zone,
  reason text not null default ''::text, -- Why the figure was set so, in the words of whoever set it.
  constraint plans_pkey PRIMARY KEY (id),
  constraint plans__amount_sane CHECK (((amount >= 0) AND (amount <= '9000000000000000'::bigint))),
  constraint plans__approved_when CHECK (((state = 'approved'::text) = (approved_at IS NOT NULL))),
  constraint plans__breakdown_of_sales CHECK (((metric = 'sales'::text) OR (num_nonnulls(category_id, client_id) = 0))),
  constraint plans__metric_known CHECK ((metric = ANY (ARRAY['sales'::text, 'active-clients'::text, 'new-clients'::text]))),
  constraint plans__month_begins CHECK ((EXTRACT(day FROM month) = (1)::numeric)),
  constraint plans__of_department_or_employee CHECK ((num_nonnulls(department_id, employee_id) = 1)),
  constraint plans__one_breakdown CHECK ((num_nonnulls(category_id, client_id) <= 1)),
  constraint plans__state_known CHECK ((state = ANY (ARRAY['draft'::text, 'approved'::text]))),
  constraint plans_approved_by_fkey FOREIGN KEY (company_id, approved_by) REFERENCES organization.employees(company_id, id),
  constraint plans_category_id_fkey FOREIGN KEY (company_id, category_id) REFERENCES catalog.categories(company_id, id),
  constraint plans_client_id_fkey FOREIGN KEY (company_id, client_id) REFERENCES clients.clients(company_id, id),
  constraint plans_company_id_fkey FOREIGN KEY (company_id) REFERENCES platform.companies(id),
  constraint plans_department_id_fkey FOREIGN KEY (company_id, department_id) REFERENCES organization.departments(company_id, id),
  constraint plans_employee_id_fkey FOREIGN KEY (company_id, employee_id) REFERENCES organization.employees(company_id, id),
  constraint plans_set_by_fkey FOREIGN KEY (company_id, set_by) REFERENCES organization.employees(company_id, id)
);
CREATE INDEX plans__approvals ON plans.plans USING btree (company_id, employee_id, month) WHERE ((metric = 'sales'::text) AND (state = 'approved'::text) AND (category_id IS NULL) AND (client_id IS NULL));
CREATE INDEX plans__history ON plans.plans USING btree (company_id, month, metric, set_at DESC);
CREATE INDEX plans__latest ON plans.plans USING btree (company_id, set_at, id);
CREATE INDEX plans__of_client ON plans.plans USING btree (client_id) WHERE (client_id IS NOT NULL);
CREATE INDEX plans__of_department ON plans.plans USING btree (company_id, department_id, month) WHERE ((superseded_at IS NULL) AND (department_id IS NOT NULL));
CREATE INDEX plans__of_employee ON plans.plans USING btree (company_id, employee_id, month) WHERE ((superseded_at IS NULL) AND (employee_id IS NOT NULL));
CREATE UNIQUE INDEX plans__one_current ON plans.plans USING btree (company_id, department_id, employee_id, metric, month, category_id, client_id, state) NULLS NOT DISTINCT WHERE (superseded_at IS NULL);
CREATE CONSTRAINT TRIGGER plans__parts_within AFTER INSERT OR UPDATE ON plans.plans DEFERRABLE INITIALLY DEFERRED FOR EACH ROW WHEN (((new.metric = 'sales'::text) AND (new.state = 'approved'::text))) EXECUTE FUNCTION plans.keep_parts_within();
CREATE TRIGGER plans__stays BEFORE UPDATE ON plans.plans FOR EACH ROW EXECUTE FUNCTION plans.plan_stays();
-- policy may_add for insert with check (((company_id = ( SELECT app.company() AS company)) AND (state = 'draft'::text) AND (( SELECT app.may_all('plans.set'::text) AS may_all) OR (( SELECT app.may('plans.set'::text) AS may) AND ((employee_id = ANY (( SELECT app.reach() AS reach)::uuid[])) OR (department_id = ANY (( SELECT plans.own_departments() AS own_departments)::uuid[])))))))
-- policy may_change for update using (((company_id = ( SELECT app.company() AS company)) AND (( SELECT app.may_all('plans.set'::text) AS may_all) OR (( SELECT app.may('plans.set'::text) AS may) AND ((employee_id = ANY (( SELECT app.reach() AS reach)::uuid[])) OR (department_id = ANY (( SELECT plans.own_departments() AS own_departments)::uuid[])))) OR (( SELECT app.may_all('plans.approve'::text) AS may_all) OR (( SELECT app.may('plans.approve'::text) AS may) AND ((employee_id = ANY (( SELECT app.reach() AS reach)::uuid[])) OR (department_id = ANY (( SELECT plans.own_departments() AS own_departments)::uuid[])))))))) with check (((company_id = ( SELECT app.company() AS company)) AND (( SELECT app.may_all('plans.set'::text) AS may_all) OR (( SELECT app.may('plans.set'::text) AS may) AND ((employee_id = ANY (( SELECT app.reach() AS reach)::uuid[])) OR (department_id = ANY (( SELECT plans.own_departments() AS own_departments)::uuid[])))) OR (( SELECT app.may_all('plans.approve'::text) AS may_all) OR (( SELECT app.may('plans.approve'::text) AS may) AND ((employee_id = ANY (( SELECT app.reach() AS reach)::uuid[])) OR (department_id = ANY (( SELECT plans.own_departments() AS own_departments)::uuid[]))))))))
-- policy may_read for select using (((company_id = ( SELECT app.company() AS company)) AND (NULLIF(((employee_id = ( SELECT app.employee() AS employee)) OR ( SELECT app.may_all('pay.settle'::text) AS may_all) OR ( SELECT app.may_all('mandates.read'::text) AS may_all) OR (( SELECT app.may_all('plans.read'::text) AS may_all) OR (( SELECT app.may('plans.read'::text) AS may) AND ((employee_id = ANY (( SELECT app.reach() AS reach)::uuid[])) OR (department_id = ANY (( SELECT plans.own_departments() AS own_departments)::uuid[])))))), false) IS NOT NULL)))

-- @derived from shipments, in their transaction
create table plans.served_clients (
  client_id uuid not null,
  company_id uuid not null,
  keeper_id uuid not null,
  first_shipped_on date not null,
  first_credited_to uuid not null, -- Who won the client: the keeper on the day of the first shipment. A later handing over does not move it.
  last_shipped_on date not null,
  registered_anew boolean not null default false, -- Another card with the same tax number was shipped to before: the client is not new.
  constraint served_clients_pkey PRIMARY KEY (client_id),
  constraint served_clients__of_client FOREIGN KEY (company_id, client_id, keeper_id) REFERENCES clients.clients(company_id, id, keeper_id) ON UPDATE CASCADE ON DELETE CASCADE
);
CREATE INDEX served_clients__active ON plans.served_clients USING btree (company_id, keeper_id, last_shipped_on);
CREATE INDEX served_clients__new ON plans.served_clients USING btree (company_id, first_shipped_on, first_credited_to) INCLUDE (client_id) WHERE (NOT registered_anew);
-- policy may_read for select using (((company_id = ( SELECT app.company() AS company)) AND (NULLIF((( SELECT app.may_all('plans.read'::text) AS may_all) OR (( SELECT app.may('plans.read'::text) AS may) AND (keeper_id = ANY (( SELECT app.reach() AS reach)::uuid[])))), false) IS NOT NULL)))

-- @derived from shipments of orders taken in a substitution; returns are negative
create table plans.transferred_sales (
  id uuid not null default uuidv7(),
  company_id uuid not null,
  sale_id uuid not null, -- A shipment, or the return of goods from an order that was transferred.
  client_id uuid not null,
  from_id uuid not null,
  to_id uuid not null,
  day date not null,
  amount bigint not null,
  currency character(3) not null,
  constraint transferred_sales_pkey PRIMARY KEY (id),
  constraint transferred_sales__once UNIQUE (sale_id),
  constraint transferred_sales_client_id_fkey FOREIGN KEY (company_id, client_id) REFERENCES clients.clients(company_id, id) ON DELETE CASCADE,
  constraint transferred_sales_from_id_fkey FOREIGN KEY (company_id, from_id) REFERENCES organization.employees(company_id, id) ON DELETE CASCADE,
  constraint transferred_sales_to_id_fkey FOREIGN KEY (company_id, to_id) REFERENCES organization.employees(company_id, id) ON DELETE CASCADE
);
CREATE INDEX transferred_sales__from ON plans.transferred_sales USING btree (company_id, from_id, day);
CREATE INDEX transferred_sales__of_client ON plans.transferred_sales USING btree (client_id);
CREATE INDEX transferred_sales__to ON plans.transferred_sales USING btree (company_id, to_id, day);
CREATE TRIGGER transfer__count AFTER INSERT OR DELETE OR UPDATE ON plans.transferred_sales FOR EACH ROW EXECUTE FUNCTION plans.count_transfer();
CREATE TRIGGER transfer__lines AFTER INSERT OR DELETE OR UPDATE ON plans.transferred_sales FOR EACH ROW EXECUTE FUNCTION plans.transfer_lines();
-- policy may_read for select using (((company_id = ( SELECT app.company() AS company)) AND (NULLIF((( SELECT app.may_all('plans.read'::text) AS may_all) OR (( SELECT app.may('plans.read'::text) AS may) AND ((to_id = ANY (( SELECT app.reach() AS reach)::uuid[])) OR (from_id = ANY (( SELECT app.reach() AS reach)::uuid[]))))), false) IS NOT NULL)))

create view plans.v_daily_sales as
 SELECT company_id,
    employee_id,
    day,
    currency,
    amount,
    shipments
   FROM plans.daily_sales d;

create view plans.v_plans as
 SELECT id,
    company_id,
    department_id,
    employee_id,
    metric,
    month,
    amount,
    category_id,
    client_id,
    approved_at
   FROM plans.plans p
  WHERE ((superseded_at IS NULL) AND (state = 'approved'::text));

create table platform.companies (
  id uuid not null default uuidv7(),
  name text not null,
  currency character(3) not null default 'USD'::bpchar,
  time_zone text not null default 'UTC'::text, -- Business days are days of this zone.
  language text not null default 'en'::text,
  country character(2),
  jurisdiction text not null default 'neutral'::text,
  address text not null default ''::text,
  registration text not null default ''::text,
  created_at timestamp with time zone not null default now(),
  revision integer not null default 1,
  constraint companies_pkey PRIMARY KEY (id),
  constraint companies__language_known CHECK ((language = ANY (ARRAY['en'::text, 'ru'::text]))),
  constraint companies__name_given CHECK ((btrim(name) <> ''::text))
);
-- policy may_change for update using (((id = ( SELECT app.company() AS company)) AND ( SELECT app.may_all('organization.configure'::text) AS may_all))) with check (((id = ( SELECT app.company() AS company)) AND ( SELECT app.may_all('organization.configure'::text) AS may_all)))
-- policy may_read for select using ((id = ( SELECT app.company() AS company)))

create table platform.digests (
  id uuid not null default uuidv7(),
  company_id uuid not null,
  employee_id uuid not null,
  frequency text not null,
  hour integer not null, -- In the company's time zone.
  weekday integer not null default 1, -- Monday is 1; for weekly digests.
  sent_for timestamp with time zone not null default now(), -- The last moment for which one was made; what is due is later.
  revision integer not null default 1,
  constraint digests_pkey PRIMARY KEY (id),
  constraint digests__frequency_known CHECK ((frequency = ANY (ARRAY['off'::text, 'daily'::text, 'weekly'::text]))),
  constraint digests__hour_of_day CHECK (((hour >= 0) AND (hour <= 23))),
  constraint digests__one_each UNIQUE (employee_id),
  constraint digests__weekday_known CHECK (((weekday >= 1) AND (weekday <= 7))),
  constraint digests_company_id_fkey FOREIGN KEY (company_id) REFERENCES platform.companies(id)
);
-- policy may_add for insert with check (((company_id = ( SELECT app.company() AS company)) AND ((employee_id = ( SELECT app.employee() AS employee)) OR ( SELECT app.may_all('platform.operate'::text) AS may_all))))
-- policy may_change for update using (((company_id = ( SELECT app.company() AS company)) AND ((employee_id = ( SELECT app.employee() AS employee)) OR ( SELECT app.may_all('platform.operate'::text) AS may_all)))) with check (((company_id = ( SELECT app.company() AS company)) AND ((employee_id = ( SELECT app.employee() AS employee)) OR ( SELECT app.may_all('platform.operate'::text) AS may_all))))
-- policy may_read for select using (((company_id = ( SELECT app.company() AS company)) AND (NULLIF(((employee_id = ( SELECT app.employee() AS employee)) OR ( SELECT app.may_all('platform.operate'::text) AS may_all)), false) IS NOT NULL)))

-- @derived
create table platform.document_numbers (
  company_id uuid not null,
  kind text not null,
  year integer not null,
  last integer not null default 0,
  constraint document_numbers_pkey PRIMARY KEY (company_id, kind, year),
  constraint document_numbers_company_id_fkey FOREIGN KEY (company_id) REFERENCES platform.companies(id)
);
-- policy may_add for insert with check ((company_id = ( SELECT app.company() AS company)))
-- policy may_change for update using ((company_id = ( SELECT app.company() AS company))) with check ((company_id = ( SELECT app.company() AS company)))
-- policy may_read for select using ((company_id = ( SELECT app.company() AS company)))

-- Every export: rows of a list that somebody got as a file, or read by an API key.
create table platform.exports (
  id uuid not null default uuidv7(),
  company_id uuid not null,
  employee_id uuid not null,
  taken_at timestamp with time zone not null default now(),
  day date not null, -- The business day, by which what a person takes is counted together.
  list text not null,
  way text not null, -- As a file of that format, or by an API key.
  query jsonb not null default '{}'::jsonb,
  columns text[] not null default '{}'::text[],
  rows integer not null,
  clients integer not null, -- How many different clients the rows are of.
  client_ids uuid[] not null default '{}'::uuid[], -- Those clients, as many as it takes to see the limit passed.
  beyond boolean not null default false, -- By this export the person had taken more on that day than the company lets go without telling anybody.
  constraint exports_pkey PRIMARY KEY (id),
  constraint exports__clients_counted CHECK ((clients >= 0)),
  constraint exports__rows_counted CHECK ((rows >= 0)),
  constraint exports__way_known CHECK ((way = ANY (ARRAY['csv'::text, 'xlsx'::text, 'key'::text]))),
  constraint exports_employee_id_fkey FOREIGN KEY (company_id, employee_id) REFERENCES organization.employees(company_id, id)
);
CREATE INDEX exports__newest ON platform.exports USING btree (company_id, id DESC);
CREATE INDEX exports__of_person ON platform.exports USING btree (employee_id, day);
CREATE TRIGGER kept_for_good BEFORE DELETE OR UPDATE ON platform.exports FOR EACH ROW EXECUTE FUNCTION platform.kept_for_good();
-- policy may_add for insert with check (((company_id = ( SELECT app.company() AS company)) AND (employee_id = ( SELECT app.employee() AS employee))))
-- policy may_read for select using (((company_id = ( SELECT app.company() AS company)) AND (NULLIF((( SELECT app.may_all('security.watch'::text) AS may_all) OR (employee_id = ( SELECT app.employee() AS employee)) OR (employee_id = ANY (( SELECT app.reach() AS reach)::uuid[]))), false) IS NOT NULL)))

-- What is attached to records. The bytes lie in the data folder, under their hash.
create table platform.files (
  id uuid not null default uuidv7(),
  company_id uuid not null,
  name text not null,
  media_type text not null, -- As found in the content, whatever the sender called it.
  bytes bigint not null,
  sha256 text not null,
  subject_kind text not null, -- Kind of the record that it is attached to, as a module registered it.
  subject_id uuid not null,
  stored_by uuid,
  stored_at timestamp with time zone not null default now(),
  detached_at timestamp with time zone, -- Taken off the record; the row and its bytes go thirty days later.
  detached_by uuid,
  revision integer not null default 1,
  constraint files_pkey PRIMARY KEY (id),
  constraint files__detached_by_somebody CHECK (((detached_by IS NULL) OR (detached_at IS NOT NULL))),
  constraint files__hash_whole CHECK ((sha256 ~ '^[0-9a-f]{64}$'::text)),
  constraint files__id_in_company UNIQUE (company_id, id),
  constraint files__name_given CHECK (((btrim(name) <> ''::text) AND (length(name) <= 200))),
  constraint files__not_empty CHECK ((bytes > 0)),
  constraint files__stored_by FOREIGN KEY (company_id, stored_by) REFERENCES organization.employees(company_id, id),
  constraint files_company_id_fkey FOREIGN KEY (company_id) REFERENCES platform.companies(id),
  constraint files_detached_by_fkey FOREIGN KEY (company_id, detached_by) REFERENCES organization.employees(company_id, id)
);
CREATE INDEX files__by_content ON platform.files USING btree (sha256);
CREATE INDEX files__by_subject ON platform.files USING btree (subject_id);
CREATE INDEX files__detached ON platform.files USING btree (company_id, detached_at) WHERE (detached_at IS NOT NULL);
CREATE TRIGGER file__never_changes BEFORE UPDATE ON platform.files FOR EACH ROW EXECUTE FUNCTION platform.guard_file();
CREATE TRIGGER order_files__stay BEFORE UPDATE OF detached_at ON platform.files FOR EACH ROW WHEN (((new.detached_at IS NOT NULL) AND (new.subject_kind = 'orders.orders'::text))) EXECUTE FUNCTION orders.keep_files();
CREATE TRIGGER scan__stays BEFORE UPDATE OF detached_at ON platform.files FOR EACH ROW WHEN (((new.detached_at IS NOT NULL) AND (new.subject_kind = 'mandates.acknowledgements'::text))) EXECUTE FUNCTION mandates.keep_scan();
-- policy may_add activities.activities for insert with check (((company_id = ( SELECT app.company() AS company)) AND (subject_kind = 'activities.activities'::text) AND (EXISTS ( SELECT FROM activities.activities s WHERE ((s.id = files.subject_id) AND (( SELECT app.may_all('activities.record'::text) AS may_all) OR (( SELECT app.may('activities.record'::text) AS may) AND (s.keeper_id = ANY (( SELECT app.reach() AS reach)::uuid[]))))))) AND (NOT (stored_by IS DISTINCT FROM ( SELECT app.employee() AS employee)))))
-- policy may_add clients.clients for insert with check (((company_id = ( SELECT app.company() AS company)) AND (subject_kind = 'clients.clients'::text) AND (EXISTS ( SELECT FROM clients.clients s WHERE ((s.id = files.subject_id) AND (( SELECT app.may_all('clients.edit'::text) AS may_all) OR (( SELECT app.may('clients.edit'::text) AS may) AND (s.keeper_id = ANY (( SELECT app.reach() AS reach)::uuid[]))))))) AND (NOT (stored_by IS DISTINCT FROM ( SELECT app.employee() AS employee)))))
-- policy may_add clients.contracts for insert with check (((company_id = ( SELECT app.company() AS company)) AND (subject_kind = 'clients.contracts'::text) AND (EXISTS ( SELECT FROM clients.contracts s WHERE ((s.id = files.subject_id) AND (( SELECT app.may_all('clients.edit'::text) AS may_all) OR (( SELECT app.may('clients.edit'::text) AS may) AND (s.keeper_id = ANY (( SELECT app.reach() AS reach)::uuid[]))))))) AND (NOT (stored_by IS DISTINCT FROM ( SELECT app.employee() AS employee)))))
-- policy may_add mandates.acknowledgements for insert with check (((company_id = ( SELECT app.company() AS company)) AND (subject_kind = 'mandates.acknowledgements'::text) AND (EXISTS ( SELECT FROM mandates.acknowledgements s WHERE ((s.id = files.subject_id) AND ( SELECT app.may_all('mandates.draft'::text) AS may_all)))) AND (NOT (stored_by IS DISTINCT FROM ( SELECT app.employee() AS employee)))))
-- policy may_add orders.orders for insert with check (((company_id = ( SELECT app.company() AS company)) AND (subject_kind = 'orders.orders'::text) AND (EXISTS ( SELECT FROM orders.orders s WHERE ((s.id = files.subject_id) AND (( SELECT app.may_all('orders.take'::text) AS may_all) OR (( SELECT app.may('orders.take'::text) AS may) AND (s.keeper_id = ANY (( SELECT app.reach() AS reach)::uuid[]))) OR ( SELECT app.may_all('orders.enter'::text) AS may_all) OR (( SELECT app.may('orders.enter'::text) AS may) AND (s.keeper_id = ANY (( SELECT app.reach() AS reach)::uuid[]))))))) AND (NOT (stored_by IS DISTINCT FROM ( SELECT app.employee() AS employee)))))
-- policy may_change activities.activities for update using (((company_id = ( SELECT app.company() AS company)) AND (subject_kind = 'activities.activities'::text) AND (EXISTS ( SELECT FROM activities.activities s WHERE ((s.id = files.subject_id) AND (( SELECT app.may_all('activities.record'::text) AS may_all) OR (( SELECT app.may('activities.record'::text) AS may) AND (s.keeper_id = ANY (( SELECT app.reach() AS reach)::uuid[]))))))))) with check (((company_id = ( SELECT app.company() AS company)) AND (subject_kind = 'activities.activities'::text) AND (EXISTS ( SELECT FROM activities.activities s WHERE ((s.id = files.subject_id) AND (( SELECT app.may_all('activities.record'::text) AS may_all) OR (( SELECT app.may('activities.record'::text) AS may) AND (s.keeper_id = ANY (( SELECT app.reach() AS reach)::uuid[])))))))))
-- policy may_change clients.clients for update using (((company_id = ( SELECT app.company() AS company)) AND (subject_kind = 'clients.clients'::text) AND (EXISTS ( SELECT FROM clients.clients s WHERE ((s.id = files.subject_id) AND (( SELECT app.may_all('clients.edit'::text) AS may_all) OR (( SELECT app.may('clients.edit'::text) AS may) AND (s.keeper_id = ANY (( SELECT app.reach() AS reach)::uuid[]))))))))) with check (((company_id = ( SELECT app.company() AS company)) AND (subject_kind = 'clients.clients'::text) AND (EXISTS ( SELECT FROM clients.clients s WHERE ((s.id = files.subject_id) AND (( SELECT app.may_all('clients.edit'::text) AS may_all) OR (( SELECT app.may('clients.edit'::text) AS may) AND (s.keeper_id = ANY (( SELECT app.reach() AS reach)::uuid[])))))))))
-- policy may_change clients.contracts for update using (((company_id = ( SELECT app.company() AS company)) AND (subject_kind = 'clients.contracts'::text) AND (EXISTS ( SELECT FROM clients.contracts s WHERE ((s.id = files.subject_id) AND (( SELECT app.may_all('clients.edit'::text) AS may_all) OR (( SELECT app.may('clients.edit'::text) AS may) AND (s.keeper_id = ANY (( SELECT app.reach() AS reach)::uuid[]))))))))) with check (((company_id = ( SELECT app.company() AS company)) AND (subject_kind = 'clients.contracts'::text) AND (EXISTS ( SELECT FROM clients.contracts s WHERE ((s.id = files.subject_id) AND (( SELECT app.may_all('clients.edit'::text) AS may_all) OR (( SELECT app.may('clients.edit'::text) AS may) AND (s.keeper_id = ANY (( SELECT app.reach() AS reach)::uuid[])))))))))
-- policy may_change mandates.acknowledgements for update using (((company_id = ( SELECT app.company() AS company)) AND (subject_kind = 'mandates.acknowledgements'::text) AND (EXISTS ( SELECT FROM mandates.acknowledgements s WHERE ((s.id = files.subject_id) AND ( SELECT app.may_all('mandates.draft'::text) AS may_all)))))) with check (((company_id = ( SELECT app.company() AS company)) AND (subject_kind = 'mandates.acknowledgements'::text) AND (EXISTS ( SELECT FROM mandates.acknowledgements s WHERE ((s.id = files.subject_id) AND ( SELECT app.may_all('mandates.draft'::text) AS may_all))))))
-- policy may_change orders.orders for update using (((company_id = ( SELECT app.company() AS company)) AND (subject_kind = 'orders.orders'::text) AND (EXISTS ( SELECT FROM orders.orders s WHERE ((s.id = files.subject_id) AND (( SELECT app.may_all('orders.take'::text) AS may_all) OR (( SELECT app.may('orders.take'::text) AS may) AND (s.keeper_id = ANY (( SELECT app.reach() AS reach)::uuid[]))) OR ( SELECT app.may_all('orders.enter'::text) AS may_all) OR (( SELECT app.may('orders.enter'::text) AS may) AND (s.keeper_id = ANY (( SELECT app.reach() AS reach)::uuid[]))))))))) with check (((company_id = ( SELECT app.company() AS company)) AND (subject_kind = 'orders.orders'::text) AND (EXISTS ( SELECT FROM orders.orders s WHERE ((s.id = files.subject_id) AND (( SELECT app.may_all('orders.take'::text) AS may_all) OR (( SELECT app.may('orders.take'::text) AS may) AND (s.keeper_id = ANY (( SELECT app.reach() AS reach)::uuid[]))) OR ( SELECT app.may_all('orders.enter'::text) AS may_all) OR (( SELECT app.may('orders.enter'::text) AS may) AND (s.keeper_id = ANY (( SELECT app.reach() AS reach)::uuid[])))))))))
-- policy may_read for select using (((company_id = ( SELECT app.company() AS company)) AND (( SELECT app.employee() AS employee) IS NULL)))
-- policy may_read activities.activities for select using (((company_id = ( SELECT app.company() AS company)) AND (subject_kind = 'activities.activities'::text) AND (EXISTS ( SELECT FROM activities.activities s WHERE (s.id = files.subject_id)))))
-- policy may_read clients.clients for select using (((company_id = ( SELECT app.company() AS company)) AND (subject_kind = 'clients.clients'::text) AND (EXISTS ( SELECT FROM clients.clients s WHERE (s.id = files.subject_id)))))
-- policy may_read clients.contracts for select using (((company_id = ( SELECT app.company() AS company)) AND (subject_kind = 'clients.contracts'::text) AND (EXISTS ( SELECT FROM clients.contracts s WHERE (s.id = files.subject_id)))))
-- policy may_read mandates.acknowledgements for select using (((company_id = ( SELECT app.company() AS company)) AND (subject_kind = 'mandates.acknowledgements'::text) AND (EXISTS ( SELECT FROM mandates.acknowledgements s WHERE (s.id = files.subject_id)))))
-- policy may_read orders.orders for select using (((company_id = ( SELECT app.company() AS company)) AND (subject_kind = 'orders.orders'::text) AND (EXISTS ( SELECT FROM orders.orders s WHERE (s.id = files.subject_id)))))
-- policy may_remove for delete using (((company_id = ( SELECT app.company() AS company)) AND (( SELECT app.employee() AS employee) IS NULL) AND (detached_at IS NOT NULL)))

-- @derived
create table platform.idempotency (
  company_id uuid not null,
  employee_id uuid not null,
  key text not null,
  request_hash text not null,
  status integer not null,
  reply jsonb,
  created_at timestamp with time zone not null default now(),
  constraint idempotency_pkey PRIMARY KEY (company_id, employee_id, key)
);
-- policy may_add for insert with check (((company_id = ( SELECT app.company() AS company)) AND (employee_id = ( SELECT app.employee() AS employee))))
-- policy may_change for update using (((company_id = ( SELECT app.company() AS company)) AND (employee_id = ( SELECT app.employee() AS employee)))) with check (((company_id = ( SELECT app.company() AS company)) AND (employee_id = ( SELECT app.employee() AS employee))))
-- policy may_read for select using (((company_id = ( SELECT app.company() AS company)) AND (employee_id = ( SELECT app.employee() AS employee))))

create table platform.import_mappings (
  id uuid not null default uuidv7(),
  company_id uuid not null,
  kind text not null,
  name text not null,
  mapping jsonb not null,
  revision integer not null default 1,
  constraint import_mappings_pkey PRIMARY KEY (id),
  constraint import_mappings__name_unique UNIQUE (company_id, kind, name),
  constraint import_mappings_company_id_fkey FOREIGN KEY (company_id) REFERENCES platform.companies(id)
);
-- policy may_add for insert with check (((company_id = ( SELECT app.company() AS company)) AND ( SELECT app.may_all('imports.run'::text) AS may_all)))
-- policy may_change for update using (((company_id = ( SELECT app.company() AS company)) AND ( SELECT app.may_all('imports.run'::text) AS may_all))) with check (((company_id = ( SELECT app.company() AS company)) AND ( SELECT app.may_all('imports.run'::text) AS may_all)))
-- policy may_read for select using (((company_id = ( SELECT app.company() AS company)) AND (NULLIF(( SELECT app.may_all('imports.run'::text) AS may_all), false) IS NOT NULL)))
-- policy may_remove for delete using (((company_id = ( SELECT app.company() AS company)) AND ( SELECT app.may_all('imports.run'::text) AS may_all)))

-- @derived
create table platform.import_rejections (
  import_id uuid not null,
  company_id uuid not null,
  row_number bigint not null,
  reason text not null,
  field text,
  "row" jsonb not null,
  constraint import_rejections_pkey PRIMARY KEY (import_id, row_number),
  constraint import_rejections_import_id_fkey FOREIGN KEY (company_id, import_id) REFERENCES platform.imports(company_id, id)
);
-- policy may_add for insert with check (((company_id = ( SELECT app.company() AS company)) AND ( SELECT app.may_all('imports.run'::text) AS may_all)))
-- policy may_read for select using (((company_id = ( SELECT app.company() AS company)) AND (NULLIF(( SELECT app.may_all('imports.run'::text) AS may_all), false) IS NOT NULL)))
-- policy only_read_costs for select using ((( SELECT app.may('catalog.cost'::text) AS may) OR (EXISTS ( SELECT FROM platform.imports i WHERE ((i.id = import_rejections.import_id) AND ((NOT (i.mapping ? 'cost'::text)) OR (i.started_by = ( SELECT app.employee() AS employee))))))))

create table platform.imports (
  id uuid not null default uuidv7(),
  company_id uuid not null,
  kind text not null,
  file_name text not null,
  mapping jsonb not null,
  state text not null default 'running'::text,
  rows_read bigint not null default 0,
  rows_accepted bigint not null default 0,
  rows_rejected bigint not null default 0,
  report jsonb not null default '{}'::jsonb,
  started_by uuid,
  started_at timestamp with time zone not null default now(),
  ended_at timestamp with time zone,
  revision integer not null default 1,
  reverted_by uuid,
  reverted_at timestamp with time zone,
  progressed_at timestamp with time zone, -- When rows_read was last counted; of an import that was cut off, the last that is known of it.
  constraint imports_pkey PRIMARY KEY (id),
  constraint imports__every_row_counted CHECK (((state <> 'done'::text) OR ((rows_accepted + rows_rejected) = rows_read))),
  constraint imports__id_in_company UNIQUE (company_id, id),
  constraint imports__reverted_when CHECK (((state = 'reverted'::text) = (reverted_at IS NOT NULL))),
  constraint imports__state_known CHECK ((state = ANY (ARRAY['preview'::text, 'running'::text, 'done'::text, 'failed'::text, 'cut-off'::text, 'reverted'::text]))),
  constraint imports_company_id_fkey FOREIGN KEY (company_id) REFERENCES platform.companies(id)
);
CREATE INDEX imports__running ON platform.imports USING btree (company_id) WHERE (state = 'running'::text);
-- policy may_add for insert with check (((company_id = ( SELECT app.company() AS company)) AND ( SELECT app.may_all('imports.run'::text) AS may_all)))
-- policy may_change for update using (((company_id = ( SELECT app.company() AS company)) AND ( SELECT app.may_all('imports.run'::text) AS may_all))) with check (((company_id = ( SELECT app.company() AS company)) AND ( SELECT app.may_all('imports.run'::text) AS may_all)))
-- policy may_read for select using (((company_id = ( SELECT app.company() AS company)) AND (NULLIF(( SELECT app.may_all('imports.run'::text) AS may_all), false) IS NOT NULL)))

create table platform.issued_documents (
  id uuid not null default uuidv7(),
  company_id uuid not null,
  kind text not null,
  template_version integer not null,
  number text not null,
  subject_kind text not null,
  subject_id uuid not null,
  permit text not null,
  keeper_id uuid,
  language text not null,
  data jsonb not null,
  pdf bytea not null,
  pdf_sha256 text not null,
  word bytea,
  issued_by uuid,
  issued_at timestamp with time zone not null default now(),
  constraint issued_documents_pkey PRIMARY KEY (id),
  constraint issued_documents_company_id_fkey FOREIGN KEY (company_id) REFERENCES platform.companies(id)
);
CREATE INDEX issued_documents__by_subject ON platform.issued_documents USING btree (subject_id, issued_at DESC);
-- policy may_add for insert with check (((company_id = ( SELECT app.company() AS company)) AND (NOT (issued_by IS DISTINCT FROM ( SELECT app.employee() AS employee)))))
-- policy may_read for select using (((company_id = ( SELECT app.company() AS company)) AND (NULLIF(((issued_by = ( SELECT app.employee() AS employee)) OR app.may_all(permit) OR (app.may(permit) AND (keeper_id = ANY (( SELECT app.reach() AS reach)::uuid[])))), false) IS NOT NULL)))
-- policy may_read_appraisal for select using (((company_id = ( SELECT app.company() AS company)) AND (subject_kind = 'appraisal'::text) AND (EXISTS ( SELECT FROM mandates.appraisals a WHERE (a.id = issued_documents.subject_id)))))
-- policy may_read_version for select using (((company_id = ( SELECT app.company() AS company)) AND (subject_kind = 'job-description-version'::text) AND (EXISTS ( SELECT FROM mandates.versions v WHERE (v.id = issued_documents.subject_id)))))

-- @derived
create table platform.migrations (
  number integer not null,
  name text not null,
  breaking boolean not null,
  applied_at timestamp with time zone not null default now(),
  constraint migrations_pkey PRIMARY KEY (number)
);

create table platform.notifications (
  id uuid not null default uuidv7(),
  company_id uuid not null,
  employee_id uuid not null,
  kind text not null,
  params jsonb not null default '{}'::jsonb,
  href text,
  created_at timestamp with time zone not null default now(),
  read_at timestamp with time zone,
  snoozed_until timestamp with time zone,
  constraint notifications_pkey PRIMARY KEY (id),
  constraint notifications_company_id_fkey FOREIGN KEY (company_id) REFERENCES platform.companies(id)
);
CREATE INDEX notifications__inbox ON platform.notifications USING btree (employee_id, created_at DESC);
-- policy may_add for insert with check ((company_id = ( SELECT app.company() AS company)))
-- policy may_change for update using (((company_id = ( SELECT app.company() AS company)) AND (employee_id = ( SELECT app.employee() AS employee)))) with check (((company_id = ( SELECT app.company() AS company)) AND (employee_id = ( SELECT app.employee() AS employee))))
-- policy may_read for select using (((company_id = ( SELECT app.company() AS company)) AND (employee_id = ( SELECT app.employee() AS employee))))

-- @derived
create table platform.outbox (
  id uuid not null default uuidv7(),
  company_id uuid not null,
  event text not null,
  payload jsonb not null,
  employee_id uuid,
  announced_at timestamp with time zone not null default now(),
  handled_at timestamp with time zone,
  attempts integer not null default 0,
  last_error text,
  constraint outbox_pkey PRIMARY KEY (id)
);
CREATE INDEX outbox__waiting ON platform.outbox USING btree (announced_at) WHERE (handled_at IS NULL);
CREATE TRIGGER outbox__enqueue AFTER INSERT ON platform.outbox FOR EACH ROW WHEN ((new.handled_at IS NULL)) EXECUTE FUNCTION platform.enqueue();
-- policy may_add for insert with check ((company_id = ( SELECT app.company() AS company)))
-- policy may_change for update using (((company_id = ( SELECT app.company() AS company)) AND ( SELECT app.may_all('platform.operate'::text) AS may_all))) with check (((company_id = ( SELECT app.company() AS company)) AND ( SELECT app.may_all('platform.operate'::text) AS may_all)))
-- policy may_read for select using (((company_id = ( SELECT app.company() AS company)) AND (NULLIF(( SELECT app.may_all('platform.operate'::text) AS may_all), false) IS NOT NULL)))

-- Who read marked data, of which records, by which way.
create table platform.readings (
  id uuid not null default uuidv7(),
  company_id uuid not null,
  employee_id uuid not null,
  read_at timestamp with time zone not null,
  data text not null, -- The marked data, as a module declares it.
  way text not null,
  of_table text not null, -- The table of the records that were read.
  record_ids uuid[] not null,
  constraint readings_pkey PRIMARY KEY (id),
  constraint readings__of_something CHECK ((cardinality(record_ids) > 0)),
  constraint readings__way_known CHECK ((way = ANY (ARRAY['card'::text, 'list'::text, 'search'::text, 'export'::text, 'api'::text, 'print'::text]))),
  constraint readings_employee_id_fkey FOREIGN KEY (company_id, employee_id) REFERENCES organization.employees(company_id, id)
);
CREATE INDEX readings__newest ON platform.readings USING btree (company_id, id DESC);
CREATE INDEX readings__of_person ON platform.readings USING btree (employee_id, id DESC);
CREATE INDEX readings__of_record ON platform.readings USING gin (record_ids);
CREATE TRIGGER kept_for_good BEFORE DELETE OR UPDATE ON platform.readings FOR EACH ROW EXECUTE FUNCTION platform.kept_for_good();
-- policy may_add for insert with check (((company_id = ( SELECT app.company() AS company)) AND (( SELECT app.employee() AS employee) IS NULL)))
-- policy may_read for select using (((company_id = ( SELECT app.company() AS company)) AND (NULLIF((( SELECT app.may_all('security.watch'::text) AS may_all) OR (employee_id = ( SELECT app.employee() AS employee)) OR (employee_id = ANY (( SELECT app.reach() AS reach)::uuid[]))), false) IS NOT NULL)))

create table platform.saved_views (
  id uuid not null default uuidv7(),
  company_id uuid not null,
  list text not null,
  name text not null,
  employee_id uuid not null,
  shared boolean not null default false,
  query jsonb not null,
  created_at timestamp with time zone not null default now(),
  revision integer not null default 1,
  constraint saved_views_pkey PRIMARY KEY (id),
  constraint saved_views__name_given CHECK ((btrim(name) <> ''::text)),
  constraint saved_views__name_unique UNIQUE (company_id, employee_id, list, name),
  constraint saved_views_company_id_fkey FOREIGN KEY (company_id) REFERENCES platform.companies(id)
);
CREATE INDEX saved_views__by_list ON platform.saved_views USING btree (company_id, list);
-- policy may_add for insert with check (((company_id = ( SELECT app.company() AS company)) AND (employee_id = ( SELECT app.employee() AS employee))))
-- policy may_change for update using (((company_id = ( SELECT app.company() AS company)) AND (employee_id = ( SELECT app.employee() AS employee)))) with check (((company_id = ( SELECT app.company() AS company)) AND (employee_id = ( SELECT app.employee() AS employee))))
-- policy may_read for select using (((company_id = ( SELECT app.company() AS company)) AND (shared OR (employee_id = ( SELECT app.employee() AS employee)))))
-- policy may_remove for delete using (((company_id = ( SELECT app.company() AS company)) AND (employee_id = ( SELECT app.employee() AS employee))))

create table platform.settings (
  id uuid not null default uuidv7(),
  company_id uuid not null,
  key text not null,
  scope_kind text not null default 'company'::text,
  scope_id uuid not null,
  value jsonb not null,
  valid_from date not null,
  set_by uuid,
  set_at timestamp with time zone not null default now(),
  constraint settings_pkey PRIMARY KEY (id),
  constraint settings__one_a_day UNIQUE (company_id, key, scope_kind, scope_id, valid_from),
  constraint settings__scope_known CHECK ((scope_kind = ANY (ARRAY['company'::text, 'department'::text, 'position'::text]))),
  constraint settings_company_id_fkey FOREIGN KEY (company_id) REFERENCES platform.companies(id)
);
-- policy may_add for insert with check (((company_id = ( SELECT app.company() AS company)) AND ( SELECT app.may_all('organization.configure'::text) AS may_all)))
-- policy may_change for update using (((company_id = ( SELECT app.company() AS company)) AND ( SELECT app.may_all('organization.configure'::text) AS may_all) AND (valid_from >= ( SELECT app.today(app.company()) AS today)))) with check (((company_id = ( SELECT app.company() AS company)) AND ( SELECT app.may_all('organization.configure'::text) AS may_all) AND (valid_from >= ( SELECT app.today(app.company()) AS today))))
-- policy may_read for select using ((company_id = ( SELECT app.company() AS company)))

create table settlements.allocations (
  id uuid not null default uuidv7(),
  company_id uuid not null,
  payment_id uuid not null,
  invoice_id uuid not null,
  amount bigint not null,
  made_at timestamp with time zone not null default now(),
  constraint allocations_pkey PRIMARY KEY (id),
  constraint allocations__amount_positive CHECK ((amount > 0)),
  constraint allocations__once UNIQUE (payment_id, invoice_id),
  constraint allocations_invoice_id_fkey FOREIGN KEY (company_id, invoice_id) REFERENCES settlements.invoices(company_id, id),
  constraint allocations_payment_id_fkey FOREIGN KEY (company_id, payment_id) REFERENCES settlements.payments(company_id, id)
);
CREATE INDEX allocations__by_invoice ON settlements.allocations USING btree (invoice_id);
CREATE TRIGGER allocations__count_added AFTER INSERT ON settlements.allocations REFERENCING NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION settlements.count_allocated();
CREATE TRIGGER allocations__count_removed AFTER DELETE ON settlements.allocations REFERENCING OLD TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION settlements.count_allocated();
-- policy may_add for insert with check (((company_id = ( SELECT app.company() AS company)) AND ( SELECT app.may_all('settlements.post'::text) AS may_all)))
-- policy may_read for select using (((company_id = ( SELECT app.company() AS company)) AND (EXISTS ( SELECT FROM settlements.payments p WHERE (p.id = allocations.payment_id)))))
-- policy may_remove for delete using (((company_id = ( SELECT app.company() AS company)) AND ( SELECT app.may_all('settlements.post'::text) AS may_all)))

-- @derived from open invoices, in their transaction; ages are those of the day as_of
create table settlements.debts (
  company_id uuid not null,
  keeper_id uuid not null,
  as_of date not null,
  not_due bigint not null default 0,
  to_30 bigint not null default 0,
  to_60 bigint not null default 0,
  to_90 bigint not null default 0,
  over_90 bigint not null default 0,
  constraint debts_pkey PRIMARY KEY (company_id, keeper_id),
  constraint debts_company_id_fkey FOREIGN KEY (company_id) REFERENCES platform.companies(id)
);
-- policy may_read for select using (((company_id = ( SELECT app.company() AS company)) AND (NULLIF((( SELECT app.may_all('settlements.read'::text) AS may_all) OR (( SELECT app.may('settlements.read'::text) AS may) AND (keeper_id = ANY (( SELECT app.reach() AS reach)::uuid[])))), false) IS NOT NULL)))

create table settlements.invoices (
  id uuid not null default uuidv7(),
  company_id uuid not null,
  client_id uuid not null,
  keeper_id uuid not null,
  order_id uuid,
  number text not null,
  issued_on date not null,
  due_on date not null,
  amount bigint not null, -- Minor units.
  allocated bigint not null default 0, -- Kept by trigger as the sum of allocations.
  open_amount bigint not null generated always as ((amount - allocated)) stored,
  currency character(3) not null,
  revision integer not null default 1,
  constraint invoices_pkey PRIMARY KEY (id),
  constraint invoices__amount_positive CHECK ((amount > 0)),
  constraint invoices__client FOREIGN KEY (company_id, client_id, keeper_id) REFERENCES clients.clients(company_id, id, keeper_id) ON UPDATE CASCADE,
  constraint invoices__due_after_issue CHECK ((due_on >= issued_on)),
  constraint invoices__id_in_company UNIQUE (company_id, id),
  constraint invoices__not_overpaid CHECK (((allocated >= 0) AND (allocated <= amount))),
  constraint invoices__number_given CHECK ((btrim(number) <> ''::text)),
  constraint invoices__number_unique UNIQUE (company_id, number),
  constraint invoices__of_order FOREIGN KEY (company_id, order_id) REFERENCES orders.orders(company_id, id),
  constraint invoices__once_per_order UNIQUE (order_id),
  constraint invoices__safe CHECK ((amount <= '9007199254740991'::bigint))
);
CREATE INDEX invoices__by_client ON settlements.invoices USING btree (client_id, issued_on DESC);
CREATE INDEX invoices__open ON settlements.invoices USING btree (company_id, keeper_id, due_on) WHERE (allocated < amount);
CREATE INDEX invoices__open_all ON settlements.invoices USING btree (company_id, due_on) WHERE (allocated < amount);
CREATE TRIGGER debts__count_added AFTER INSERT ON settlements.invoices REFERENCING NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION settlements.count_debts();
CREATE TRIGGER debts__count_changed AFTER UPDATE ON settlements.invoices REFERENCING OLD TABLE AS old_rows NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION settlements.count_debts();
CREATE TRIGGER debts__count_removed AFTER DELETE ON settlements.invoices REFERENCING OLD TABLE AS old_rows FOR EACH STATEMENT EXECUTE FUNCTION settlements.count_debts();
CREATE TRIGGER invoices__tell_added AFTER INSERT ON settlements.invoices REFERENCING NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION settlements.tell_debts();
CREATE TRIGGER invoices__tell_changed AFTER UPDATE ON settlements.invoices REFERENCING NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION settlements.tell_debts();
CREATE TRIGGER keeper__at_insert BEFORE INSERT ON settlements.invoices FOR EACH ROW EXECUTE FUNCTION clients.fill_keeper();
CREATE TRIGGER keeper__at_move BEFORE UPDATE OF client_id ON settlements.invoices FOR EACH ROW WHEN ((new.client_id IS DISTINCT FROM old.client_id)) EXECUTE FUNCTION clients.fill_keeper();
-- policy may_add for insert with check (((company_id = ( SELECT app.company() AS company)) AND ( SELECT app.may_all('settlements.post'::text) AS may_all)))
-- policy may_change for update using (((company_id = ( SELECT app.company() AS company)) AND ( SELECT app.may_all('settlements.post'::text) AS may_all))) with check (((company_id = ( SELECT app.company() AS company)) AND ( SELECT app.may_all('settlements.post'::text) AS may_all)))
-- policy may_read for select using (((company_id = ( SELECT app.company() AS company)) AND (NULLIF((( SELECT app.may_all('settlements.read'::text) AS may_all) OR (( SELECT app.may('settlements.read'::text) AS may) AND (keeper_id = ANY (( SELECT app.reach() AS reach)::uuid[])))), false) IS NOT NULL)))

create table settlements.payments (
  id uuid not null default uuidv7(),
  company_id uuid not null,
  client_id uuid not null,
  keeper_id uuid not null,
  number text not null default ''::text,
  received_on date not null,
  amount bigint not null,
  allocated bigint not null default 0, -- Kept by trigger as the sum of allocations; the rest is an advance.
  currency character(3) not null,
  purpose text not null default ''::text,
  posted_by uuid,
  posted_at timestamp with time zone not null default now(),
  revision integer not null default 1,
  constraint payments_pkey PRIMARY KEY (id),
  constraint payments__amount_positive CHECK ((amount > 0)),
  constraint payments__client FOREIGN KEY (company_id, client_id, keeper_id) REFERENCES clients.clients(company_id, id, keeper_id) ON UPDATE CASCADE,
  constraint payments__id_in_company UNIQUE (company_id, id),
  constraint payments__not_overspent CHECK (((allocated >= 0) AND (allocated <= amount))),
  constraint payments__safe CHECK ((amount <= '9007199254740991'::bigint)),
  constraint payments_posted_by_fkey FOREIGN KEY (company_id, posted_by) REFERENCES organization.employees(company_id, id)
);
CREATE INDEX payments__by_client ON settlements.payments USING btree (client_id, received_on DESC);
CREATE INDEX payments__by_day ON settlements.payments USING btree (company_id, received_on DESC, id DESC);
CREATE INDEX payments__by_keeper ON settlements.payments USING btree (company_id, keeper_id, received_on);
CREATE INDEX payments__loose ON settlements.payments USING btree (company_id, received_on, id) WHERE (allocated < amount);
CREATE TRIGGER keeper__at_insert BEFORE INSERT ON settlements.payments FOR EACH ROW EXECUTE FUNCTION clients.fill_keeper();
CREATE TRIGGER keeper__at_move BEFORE UPDATE OF client_id ON settlements.payments FOR EACH ROW WHEN ((new.client_id IS DISTINCT FROM old.client_id)) EXECUTE FUNCTION clients.fill_keeper();
-- policy may_add for insert with check (((company_id = ( SELECT app.company() AS company)) AND ( SELECT app.may_all('settlements.post'::text) AS may_all)))
-- policy may_change for update using (((company_id = ( SELECT app.company() AS company)) AND ( SELECT app.may_all('settlements.post'::text) AS may_all))) with check (((company_id = ( SELECT app.company() AS company)) AND ( SELECT app.may_all('settlements.post'::text) AS may_all)))
-- policy may_read for select using (((company_id = ( SELECT app.company() AS company)) AND (NULLIF((( SELECT app.may_all('settlements.read'::text) AS may_all) OR (( SELECT app.may('settlements.read'::text) AS may) AND (keeper_id = ANY (( SELECT app.reach() AS reach)::uuid[])))), false) IS NOT NULL)))

create table settlements.promises (
  id uuid not null default uuidv7(),
  company_id uuid not null,
  client_id uuid not null,
  keeper_id uuid not null,
  invoice_id uuid,
  activity_id uuid,
  amount bigint not null,
  currency character(3) not null,
  promised_for date not null,
  contact text not null default ''::text,
  note text not null default ''::text,
  recorded_by uuid,
  recorded_on date not null,
  state text not null default 'open'::text,
  settled_on date,
  revision integer not null default 1,
  withdrawn_by uuid,
  withdrawn_reason text not null default ''::text, -- Of promises withdrawn before it had a place of its own, the reason stands in the note.
  acting_for uuid, -- In whose place `recorded_by` recorded it, by a substitution order.
  constraint promises_pkey PRIMARY KEY (id),
  constraint promises__amount_positive CHECK ((amount > 0)),
  constraint promises__client FOREIGN KEY (company_id, client_id, keeper_id) REFERENCES clients.clients(company_id, id, keeper_id) ON UPDATE CASCADE,
  constraint promises__safe CHECK ((amount <= '9007199254740991'::bigint)),
  constraint promises__state_known CHECK ((state = ANY (ARRAY['open'::text, 'kept'::text, 'broken'::text, 'withdrawn'::text]))),
  constraint promises__withdrawn_with_reason CHECK (((withdrawn_by IS NULL) OR ((state = 'withdrawn'::text) AND (btrim(withdrawn_reason) <> ''::text)))),
  constraint promises_acting_for_fkey FOREIGN KEY (company_id, acting_for) REFERENCES organization.employees(company_id, id),
  constraint promises_invoice_id_fkey FOREIGN KEY (company_id, invoice_id) REFERENCES settlements.invoices(company_id, id),
  constraint promises_recorded_by_fkey FOREIGN KEY (company_id, recorded_by) REFERENCES organization.employees(company_id, id),
  constraint promises_withdrawn_by_fkey FOREIGN KEY (company_id, withdrawn_by) REFERENCES organization.employees(company_id, id)
);
CREATE INDEX promises__by_client ON settlements.promises USING btree (client_id, promised_for DESC);
CREATE INDEX promises__by_keeper ON settlements.promises USING btree (company_id, keeper_id, promised_for);
CREATE INDEX promises__open ON settlements.promises USING btree (company_id, promised_for) WHERE (state = 'open'::text);
CREATE TRIGGER keeper__at_insert BEFORE INSERT ON settlements.promises FOR EACH ROW EXECUTE FUNCTION clients.fill_keeper();
CREATE TRIGGER keeper__at_move BEFORE UPDATE OF client_id ON settlements.promises FOR EACH ROW WHEN ((new.client_id IS DISTINCT FROM old.client_id)) EXECUTE FUNCTION clients.fill_keeper();
CREATE TRIGGER promises__settled BEFORE UPDATE ON settlements.promises FOR EACH ROW EXECUTE FUNCTION settlements.guard_promise();
-- policy may_add for insert with check (((company_id = ( SELECT app.company() AS company)) AND (( SELECT app.may_all('settlements.promise'::text) AS may_all) OR (( SELECT app.may('settlements.promise'::text) AS may) AND (keeper_id = ANY (( SELECT app.reach() AS reach)::uuid[]))))))
-- policy may_change for update using ((((company_id = ( SELECT app.company() AS company)) AND (( SELECT app.may_all('settlements.promise'::text) AS may_all) OR (( SELECT app.may('settlements.promise'::text) AS may) AND (keeper_id = ANY (( SELECT app.reach() AS reach)::uuid[]))))) OR ((company_id = ( SELECT app.company() AS company)) AND ( SELECT app.may_all('settlements.post'::text) AS may_all)))) with check ((((company_id = ( SELECT app.company() AS company)) AND (( SELECT app.may_all('settlements.promise'::text) AS may_all) OR (( SELECT app.may('settlements.promise'::text) AS may) AND (keeper_id = ANY (( SELECT app.reach() AS reach)::uuid[]))))) OR ((company_id = ( SELECT app.company() AS company)) AND ( SELECT app.may_all('settlements.post'::text) AS may_all))))
-- policy may_read for select using (((company_id = ( SELECT app.company() AS company)) AND (NULLIF((( SELECT app.may_all('settlements.read'::text) AS may_all) OR (( SELECT app.may('settlements.read'::text) AS may) AND (keeper_id = ANY (( SELECT app.reach() AS reach)::uuid[])))), false) IS NOT NULL)))

create view settlements.v_timeline as
 SELECT i.client_id,
    app.start_of(i.issued_on, i.company_id) AS at,
    'invoice'::text AS kind,
    i.id,
    NULL::uuid AS employee_id,
    jsonb_build_object('number', i.number, 'amount', i.amount, 'currency', i.currency, 'dueOn', i.due_on, 'open', i.open_amount, 'onDay', true, 'href', (('/clients/'::text || i.client_id) || '?tab=money'::text)) AS data
   FROM settlements.invoices i
UNION ALL
 SELECT p.client_id,
    app.start_of(p.received_on, p.company_id) AS at,
    'payment'::text AS kind,
    p.id,
    p.posted_by AS employee_id,
    jsonb_build_object('amount', p.amount, 'currency', p.currency, 'onDay', true, 'href', (('/clients/'::text || p.client_id) || '?tab=money'::text)) AS data
   FROM settlements.payments p
UNION ALL
 SELECT r.client_id,
    app.start_of(r.recorded_on, r.company_id) AS at,
    'promise'::text AS kind,
    r.id,
    r.recorded_by AS employee_id,
    jsonb_build_object('amount', r.amount, 'currency', r.currency, 'promisedFor', r.promised_for, 'state', r.state, 'actingFor', ( SELECT e.name
           FROM organization.employees e
          WHERE (e.id = r.acting_for)), 'onDay', true, 'href', (('/clients/'::text || r.client_id) || '?tab=money'::text)) AS data
   FROM settlements.promises r
UNION ALL
 SELECT r.client_id,
    app.start_of(r.settled_on, r.company_id) AS at,
    'promise-withdrawn'::text AS kind,
    r.id,
    r.withdrawn_by AS employee_id,
    jsonb_build_object('amount', r.amount, 'currency', r.currency, 'promisedFor', r.promised_for, 'reason', r.withdrawn_reason, 'onDay', true, 'href', (('/clients/'::text || r.client_id) || '?tab=money'::text)) AS data
   FROM settlements.promises r
  WHERE ((r.state = 'withdrawn'::text) AND (r.withdrawn_by IS NOT NULL));

create view settlements.v_timeline_products as
 SELECT i.id,
    l.product_id,
    p.category_id
   FROM ((settlements.invoices i
     JOIN orders.v_order_lines l ON ((l.order_id = i.order_id)))
     JOIN catalog.v_products p ON ((p.id = l.product_id)));

-- Functions and procedures
-- function activities.begin_waiting() returns trigger
-- function activities.cadence_class(of_class text, of_status text) returns text
-- function activities.cadences() returns TABLE(employee_id uuid, days jsonb)
-- function activities.class_changed() returns trigger
-- function activities.closed_stays() returns trigger
-- function activities.contact_made() returns trigger
-- function activities.evidence_of(of_employee uuid, from_day date, to_day date) returns TABLE(id uuid, kind text, state text, day date, planned_on date, client text, with_potential boolean, in_plan boolean, outcome text, outside boolean)
-- function activities.first_submission_stays() returns trigger
-- function activities.follow_keeper() returns trigger
-- function activities.guard_basis() returns trigger
-- function activities.guard_decision() returns trigger
-- function activities.may_measure(of_employee uuid) returns boolean
-- function activities.quiet_days(of_class text) returns jsonb
-- function activities.terms_written() returns trigger
-- function activities.waiting_on(of_employee uuid, on_day date) returns TABLE(client_id uuid, client text, cadence_class text, waiting_since date)
-- function app.add_api_key(key_name text, key_hash text, key_expires date) returns uuid
-- procedure app.also_read(IN of_table regclass, IN ground text, IN condition text)
-- function app.as_nearly_all(condition text) returns text
-- function app.company() returns uuid
-- function app.company_ids() returns SETOF uuid
-- function app.count_revision() returns trigger
-- function app.cut_access(of_employee uuid) returns void
-- procedure app.drop_plain_company_keys()
-- function app.employee() returns uuid
-- function app.employee_of_key(key_hash text) returns TABLE(company_id uuid, employee_id uuid, language text, password_is_given boolean)
-- function app.employee_of_user(of_user text) returns TABLE(company_id uuid, employee_id uuid, language text, password_is_given boolean)
-- function app.enter(actor_company uuid, actor uuid) returns void
-- function app.enter_company(actor_company uuid) returns void
-- function app.fold(said text) returns text
-- function app.give_access(of_employee uuid, password_hash text) returns text
-- function app.holds_position_of(of_description uuid) returns boolean
-- procedure app.keep_companies_apart()
-- function app.mandate_of(of_company uuid, of_employee uuid, on_day date) returns jsonb
-- function app.may(permit text) returns boolean
-- function app.may_all(permit text) returns boolean
-- function app.own_api_keys() returns TABLE(id uuid, name text, created_at timestamp with time zone, expires_on date, revoked_at timestamp with time zone)
-- function app.own_credential() returns text
-- function app.password_is_given(to_employee uuid) returns boolean
-- function app.password_replaced() returns trigger
-- procedure app.policy(IN of_table regclass, IN verb text, IN condition text)
-- procedure app.protect()
-- function app.reach() returns uuid[]
-- procedure app.read_only_where(IN of_table regclass, IN ground text, IN condition text)
-- function app.reviews_version(of_version uuid) returns boolean
-- function app.revoke_api_key(key_id uuid) returns boolean
-- function app.schema_version() returns integer
-- function app.start_of(day date, company uuid) returns timestamp with time zone
-- function app.today(company uuid) returns date
-- function app.was_asked(of_request uuid) returns boolean
-- function catalog.found(said text, at_most integer, also_inactive boolean DEFAULT false) returns TABLE(id uuid, rank real)
-- function catalog.prices_on(products uuid[], in_column uuid, on_day date) returns TABLE(product_id uuid, list_price bigint, unit_price bigint, currency character)
-- function clients.active_base(of_employee uuid, on_day date) returns bigint
-- function clients.bare_name(said text) returns text
-- function clients.begin_history() returns trigger
-- procedure clients.bind(IN of_table regclass)
-- function clients.classes_by_sales(up_to_key integer, up_to_a integer, up_to_b integer) returns TABLE(id uuid, sales bigint, share_bp integer, proposed text)
-- function clients.code_taken(wanted text) returns boolean
-- function clients.continue_history() returns trigger
-- function clients.fill_keeper() returns trigger
-- function clients.found(said text, at_most integer) returns TABLE(id uuid, rank real)
-- function clients.guard_keeper() returns trigger
-- function clients.handover() returns uuid
-- function clients.letters(word text) returns text
-- function clients.meant(folded text) returns tsquery
-- function clients.named(said text) returns SETOF uuid
-- function clients.reason() returns text
-- function clients.similar_to(of_name text, of_tax_number text, except_id uuid) returns TABLE(id uuid, name text, city text, keeper_id uuid, keeper text, score real, same_tax_number boolean)
-- function clients.tell_contact(of_client uuid, on_day date) returns void
-- function clients.tell_debt(of_client uuid, owed_now bigint, overdue_now bigint, oldest date) returns void
-- function clients.tell_many_sales(of_clients uuid[], shipped_12m bigint[], ordered_on date[]) returns void
-- function clients.tell_order(of_client uuid, ordered_on date) returns void
-- function clients.tell_sales(of_client uuid, shipped_12m bigint, ordered_on date) returns void
-- function clients.word_list(folded text) returns tsvector
-- function clients.worded(folded text) returns tsquery
-- function clients.words_of(said text) returns SETOF text
-- function journal.broken_seals() returns TABLE(number bigint, why text)
-- function journal.entry_text(e journal.entries) returns text
-- function journal.hash_of(of_epoch integer, lower xid8, upper xid8, previous bytea, OUT hash bytea, OUT entries bigint) returns record
-- function journal.kept(whole jsonb, byte_columns text[]) returns jsonb
-- function journal.no_change() returns trigger
-- function journal.record() returns trigger
-- function journal.seal() returns bigint
-- function mandates.access_changed() returns trigger
-- function mandates.answer_hours_of(of_employee uuid, on_day date) returns integer
-- function mandates.appraised_days(employees uuid[], days date[]) returns TABLE(employee_id uuid, day date)
-- function mandates.approved_stays() returns trigger
-- function mandates.bound_on(of_kind text, of_key text, on_day date) returns TABLE(employee_id uuid, name text, clause_id uuid, number text, text text, settings jsonb)
-- function mandates.canonical_text(of_version uuid) returns text
-- function mandates.clause_on(of_clause uuid, of_employee uuid, on_day date) returns uuid
-- function mandates.decision_for(of_permit text, of_subject uuid, of_hash text) returns TABLE(id uuid, decided_by uuid, decided_at timestamp with time zone, clause_id uuid, acting_for uuid, reason text)
-- function mandates.duty_norms(of_keys text[], on_day date, of_employee uuid DEFAULT NULL::uuid) returns TABLE(employee_id uuid, key text, settings jsonb)
-- function mandates.hash_of(of_version uuid) returns text
-- function mandates.hold_requests(of_subject uuid) returns void
-- function mandates.keep_agreed_actions() returns trigger
-- function mandates.keep_scan() returns trigger
-- function mandates.keep_signed_appraisal() returns trigger
-- function mandates.keep_signed_ratings() returns trigger
-- function mandates.only_in_draft() returns trigger
-- function mandates.outdate_requests(of_subject uuid, keep_hash text) returns integer
-- function mandates.paper_needs_scan() returns trigger
-- function mandates.quoted_clause(of_clause uuid) returns jsonb
-- function mandates.rebuild_access(of_company uuid) returns void
-- function mandates.send_for_signature(of_company uuid) returns void
-- function mandates.substitute_of(of_employee uuid, on_day date) returns uuid
-- function mandates.take_away(of_company uuid) returns void
-- function mandates.withdraw_requests(of_subject uuid) returns integer
-- function orders.clients_of_import(of_import uuid) returns uuid[]
-- function orders.count_rhythms(of_clients uuid[]) returns void
-- function orders.days_of_import(of_import uuid) returns TABLE(employee_id uuid, day date)
-- function orders.decided_of_import(of_import uuid) returns bigint
-- function orders.guard_content() returns trigger
-- function orders.guard_lines() returns trigger
-- function orders.guard_release() returns trigger
-- function orders.keep_files() returns trigger
-- function orders.keep_rhythms() returns trigger
-- function orders.lines_of_import(of_import uuid) returns TABLE(order_id uuid, total bigint, line_count integer)
-- function orders.next_number(of_company uuid, of_year integer) returns text
-- function orders.rhythm_of(of_client uuid) returns TABLE(last_on date, every_days integer, due_on date, usual bigint)
-- function orders.sales_12m(of_client uuid) returns bigint
-- function orders.tell_client(of_client uuid) returns void
-- function orders.tell_clients(of_clients uuid[]) returns void
-- function orders.tell_invoiced(of_order uuid, invoiced bigint) returns void
-- function orders.uninvoiced_of(of_client uuid, except_order uuid) returns bigint
-- function orders.unmake_history(of_import uuid) returns void
-- function organization.access_given_before(to_employee uuid, moment timestamp with time zone) returns jsonb
-- function organization.setting_of(of_company uuid, of_key text, of_employee uuid, on_day date) returns jsonb
-- function organization.superiors_of(of_company uuid, of_employee uuid, on_day date) returns TABLE(superior_id uuid, distance integer)
-- function plans.active_clients(wanted uuid[], on_day date, window_days integer) returns TABLE(employee_id uuid, clients bigint)
-- function plans.active_now(wanted uuid[], window_days integer) returns TABLE(employee_id uuid, client_id uuid, last_shipped_on date)
-- function plans.add_group_sales(changes plans.group_change[]) returns void
-- function plans.base_changes(wanted uuid[], from_day date, to_day date, window_days integer) returns TABLE(employee_id uuid, client_id uuid, last_shipped_on date, was_active boolean, is_active boolean)
-- function plans.clients_won(wanted uuid[], from_day date, to_day date) returns TABLE(employee_id uuid, client_id uuid, on_day date)
-- function plans.count_active(on_day date, window_days integer) returns void
-- function plans.count_return_lines() returns trigger
-- function plans.count_returns() returns trigger
-- function plans.count_shipment_lines() returns trigger
-- function plans.count_shipments() returns trigger
-- function plans.count_transfer() returns trigger
-- function plans.days_held(of_employee uuid, from_day date, to_day date) returns TABLE("from" text, "to" text)
-- function plans.departments_under(top uuid) returns SETOF uuid
-- function plans.in_sight(from_day date, to_day date) returns uuid[]
-- function plans.issued_statement(of_statement uuid) returns TABLE(number text, pdf bytea, pdf_sha256 text, word bytea)
-- function plans.judge_new(of_clients uuid[]) returns void
-- function plans.keep_parts_within() returns trigger
-- function plans.line_of(top uuid, on_day date) returns uuid[]
-- function plans.lines_of_sale(sale uuid) returns TABLE(product_id uuid, amount bigint)
-- function plans.members_of(top uuid, from_day date, to_day date) returns uuid[]
-- function plans.move_lines(sale uuid, of_company uuid, from_employee uuid, to_employee uuid, on_day date, in_currency character) returns void
-- function plans.move_return_lines() returns trigger
-- function plans.move_sale(of_company uuid, from_employee uuid, to_employee uuid, on_day date, in_currency character, moved bigint) returns void
-- function plans.orders_for(of_employee uuid, from_day date, to_day date, base text) returns TABLE(order_id uuid, client_id uuid, on_day date, worth bigint, first_one boolean, currency character)
-- function plans.own_departments() returns uuid[]
-- function plans.pay_clauses(of_employee uuid, from_day date, to_day date) returns TABLE(assignment_id uuid, "from" text, "to" text, title text, version_id uuid, version integer, version_from text, clause_id uuid, clause_number text, clause_text text, key text, settings jsonb)
-- function plans.pay_seen() returns uuid[]
-- function plans.people_of(one uuid, department uuid, line uuid, from_day date, to_day date) returns uuid[]
-- function plans.plan_stays() returns trigger
-- function plans.product_regrouped() returns trigger
-- function plans.received_for(of_employee uuid, from_day date, to_day date) returns TABLE(payment_id uuid, number text, client_id uuid, on_day date, amount bigint, currency character)
-- function plans.recount_return_lines() returns trigger
-- function plans.recount_returns() returns trigger
-- function plans.sales_by_group(wanted uuid[], from_day date, to_day date) returns TABLE(id uuid, employee_id uuid, kind text, order_id uuid, client_id uuid, on_day date, amount bigint, currency character, category_id uuid)
-- function plans.sales_of(wanted uuid[], from_day date, to_day date) returns TABLE(id uuid, employee_id uuid, kind text, order_id uuid, client_id uuid, on_day date, amount bigint, currency character)
-- function plans.seen_of(wanted uuid[]) returns uuid[]
-- function plans.sees_pay(of_employee uuid) returns boolean
-- function plans.settled_days(employees uuid[], days date[]) returns TABLE(employee_id uuid, day date)
-- function plans.settled_months(wanted uuid[], months date[]) returns SETOF text
-- function plans.settled_stays() returns trigger
-- function plans.staff_arrangers() returns uuid[]
-- function plans.substitute_is_credited(of_company uuid, on_day date) returns boolean
-- function plans.tax_number_changed() returns trigger
-- function plans.topped_up(lines jsonb) returns bigint
-- function plans.transfer_lines() returns trigger
-- function plans.uncount_sale() returns trigger
-- function platform.bytes_stored() returns bigint
-- function platform.contents_let_go(hashes text[]) returns SETOF text
-- function platform.depending_on_import(of_import uuid, touched regclass DEFAULT NULL::regclass, ids uuid[] DEFAULT NULL::uuid[]) returns TABLE(table_name text, depending bigint, made_table text, names text[])
-- function platform.enqueue() returns trigger
-- function platform.guard_file() returns trigger
-- function platform.guard_taking_back(of_import uuid) returns void
-- function platform.imported_tables() returns SETOF regclass
-- function platform.kept_for_good() returns trigger
-- function platform.made_by_import(of_import uuid) returns TABLE(table_name text, made bigint, changed bigint)
-- function platform.matched_by(of_constraint oid, source text, target text) returns text
-- function platform.names_of(of_table text, ids uuid[], most integer) returns text[]
-- function platform.release_files() returns trigger
-- function platform.take_back(of_import uuid) returns void
-- procedure platform.take_files(IN of_kind text, IN of_table regclass, VARIADIC permits text[])
-- function settlements.add_debts(changes settlements.debt_change[]) returns void
-- function settlements.age_debts(on_day date) returns void
-- function settlements.average_delay_of(of_client uuid, on_day date) returns numeric
-- function settlements.count_allocated() returns trigger
-- function settlements.count_debts() returns trigger
-- function settlements.debt_of(of_client uuid, on_day date) returns TABLE(owed bigint, overdue bigint, oldest_overdue_days integer, broken_promises integer)
-- function settlements.guard_promise() returns trigger
-- function settlements.open_by_age(of_keeper uuid, on_day date) returns TABLE(not_due bigint, to_30 bigint, to_60 bigint, to_90 bigint, over_90 bigint)
-- function settlements.tell_debts() returns trigger
-- function settlements.tell_fallen_due(on_day date) returns void
