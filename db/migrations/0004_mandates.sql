-- breaking: no
-- Job descriptions, what their clauses bind, what waits for a decision, and what an appraisal found.

create schema mandates;

create table mandates.job_descriptions (
  id uuid primary key default uuidv7(),
  company_id uuid not null references platform.companies,
  position_id uuid not null references organization.positions,
  form text not null default 'local-act' constraint job_descriptions__form_known check (form in ('local-act', 'annex')),
  employee_id uuid references organization.employees,
  title text not null,
  template text,
  created_by uuid,
  created_at timestamptz not null default now(),
  revision int not null default 1,
  constraint job_descriptions__annex_has_employee check ((form = 'annex') = (employee_id is not null)),
  constraint job_descriptions__one_per_position unique nulls not distinct (position_id, employee_id)
);

create table mandates.versions (
  id uuid primary key default uuidv7(),
  company_id uuid not null references platform.companies,
  job_description_id uuid not null references mandates.job_descriptions,
  number int not null constraint versions__number_positive check (number > 0),
  language text not null default 'en',
  state text not null default 'draft'
    constraint versions__state_known check (state in ('draft', 'in-review', 'reviewed', 'approved', 'revoked')),
  drafted_by uuid,
  drafted_at timestamptz not null default now(),
  submitted_at timestamptz,
  text_hash text,
  approval_kind text constraint versions__approval_known check (approval_kind in ('order', 'stamp')),
  approval_number text,
  approved_on date,
  approved_by uuid references organization.employees,
  in_force daterange,
  review_due_on date,
  revision int not null default 1,
  constraint versions__number_unique unique (job_description_id, number),
  constraint versions__approved_whole check (state <> 'approved' or (text_hash is not null and approval_kind is not null
    and approved_on is not null and approved_by is not null and in_force is not null)),
  constraint versions__order_numbered check (approval_kind is distinct from 'order' or btrim(approval_number) <> ''),
  constraint versions__one_in_force exclude using gist (job_description_id with =, in_force with &&) where (state = 'approved')
);
comment on column mandates.versions.in_force is 'Set at approval; the next version cuts its end. Empty: never came into force.';
comment on column mandates.versions.text_hash is 'SHA-256 of the canonical text and bindings, taken at submission.';

create table mandates.clauses (
  id uuid primary key default uuidv7(),
  company_id uuid not null references platform.companies,
  version_id uuid not null references mandates.versions,
  identity uuid not null default uuidv7(),
  section int not null constraint clauses__section_known check (section between 1 and 5),
  ordinal int not null,
  number text not null generated always as (section::text || '.' || ordinal::text) stored,
  text text not null constraint clauses__text_given check (btrim(text) <> ''),
  area text not null default '',
  cadence text not null default ''
    constraint clauses__cadence_known check (cadence in ('', 'daily', 'weekly', 'monthly', 'quarterly', 'yearly', 'on-event')),
  responsibility text constraint clauses__responsibility_known
    check (responsibility in ('disciplinary', 'material', 'variable-pay', 'administrative')),
  legal_reference text not null default '',
  revision int not null default 1,
  constraint clauses__text_bounded check (length(text) <= 10000),
  constraint clauses__identity_once unique (version_id, identity),
  constraint clauses__order_unique unique (version_id, section, ordinal) deferrable initially deferred
);
comment on column mandates.clauses.cadence is 'How often a duty is owed; on-event: whenever its occasion arises, which the text names.';
comment on column mandates.clauses.identity is 'The same clause in every version, whatever its number.';

create table mandates.bindings (
  id uuid primary key default uuidv7(),
  company_id uuid not null references platform.companies,
  clause_id uuid not null references mandates.clauses on delete cascade,
  kind text not null constraint bindings__kind_known check (kind in ('duty', 'right', 'pay')),
  key text not null,
  settings jsonb not null default '{}',
  grants jsonb not null default '[]',
  revision int not null default 1
);
comment on column mandates.bindings.grants is 'What it grants: [{permit, scope, limits}], computed from settings when they are set, frozen with the version.';
create index bindings__by_clause on mandates.bindings (clause_id);

create table mandates.reviews (
  id uuid primary key default uuidv7(),
  company_id uuid not null references platform.companies,
  version_id uuid not null references mandates.versions,
  reviewer_id uuid not null references organization.employees,
  verdict text constraint reviews__verdict_known check (verdict in ('accepted', 'remarks')),
  decided_at timestamptz,
  revision int not null default 1,
  constraint reviews__once_each unique (version_id, reviewer_id)
);

create table mandates.remarks (
  id uuid primary key default uuidv7(),
  company_id uuid not null references platform.companies,
  version_id uuid not null references mandates.versions,
  clause_identity uuid,
  author_id uuid not null references organization.employees,
  text text not null constraint remarks__text_given check (btrim(text) <> ''),
  made_at timestamptz not null default now(),
  resolved_at timestamptz,
  resolved_by uuid references organization.employees,
  resolution text,
  revision int not null default 1
);
create index remarks__by_version on mandates.remarks (version_id);

create table mandates.acknowledgements (
  id uuid primary key default uuidv7(),
  company_id uuid not null references platform.companies,
  version_id uuid not null references mandates.versions,
  employee_id uuid not null references organization.employees,
  sent_at timestamptz not null default now(),
  reminded_at timestamptz,
  signed_at timestamptz,
  method text constraint acknowledgements__method_known check (method in ('application', 'paper', 'act')),
  address text,
  text_hash text,
  revision int not null default 1,
  constraint acknowledgements__once unique (version_id, employee_id),
  constraint acknowledgements__signed_whole check ((signed_at is null) = (method is null))
);
comment on column mandates.acknowledgements.address is 'From where it was signed (network address).';

-- Requests: an act beyond the limit, asked of the nearest superior whose mandate covers it.
create table mandates.requests (
  id uuid primary key default uuidv7(),
  company_id uuid not null references platform.companies,
  permit text not null,
  subject_kind text not null,
  subject_id uuid not null,
  subject_label text not null,
  asked_by uuid not null references organization.employees,
  acting_for uuid references organization.employees,
  asked_of uuid not null references organization.employees,
  keeper_id uuid,
  about_id uuid,
  about_label text not null default '',
  figures jsonb not null,
  excess jsonb not null,
  facts jsonb not null default '{}',
  content_hash text not null,
  reason text not null constraint requests__reason_given check (btrim(reason) <> ''),
  asked_at timestamptz not null default now(),
  due_at timestamptz not null,
  state text not null default 'open' constraint requests__state_known check (state in ('open', 'granted', 'refused', 'withdrawn', 'outdated')),
  decided_by uuid references organization.employees,
  decided_at timestamptz,
  decision_reason text,
  clause_id uuid,
  revision int not null default 1,
  constraint requests__decided_whole check (
    (decided_by is null) = (decided_at is null) and (state not in ('granted', 'refused') or decided_by is not null))
);
comment on column mandates.requests.about_id is 'Whom it concerns, e.g. the client of the order: the history of requests is gathered by it.';
comment on column mandates.requests.facts is 'What else the one who decides should see, by name; amounts in minor units.';
comment on column mandates.requests.content_hash is 'Of what is decided: a change afterwards makes the decision void.';
create unique index requests__one_open on mandates.requests (subject_id, permit) where state = 'open';
create index requests__inbox on mandates.requests (asked_of, asked_at) where state = 'open';
create index requests__by_about on mandates.requests (about_id, asked_at desc) where about_id is not null;
create index requests__by_asker on mandates.requests (asked_by, asked_at desc);
create index requests__by_subject on mandates.requests (subject_id, asked_at desc);

create table mandates.request_messages (
  id uuid primary key default uuidv7(),
  company_id uuid not null references platform.companies,
  request_id uuid not null references mandates.requests,
  author_id uuid not null references organization.employees,
  text text not null constraint request_messages__text_given check (btrim(text) <> ''),
  written_at timestamptz not null default now()
);
create index request_messages__by_request on mandates.request_messages (request_id, written_at);

create table mandates.appraisals (
  id uuid primary key default uuidv7(),
  company_id uuid not null references platform.companies,
  employee_id uuid not null references organization.employees,
  period daterange not null,
  state text not null default 'open' constraint appraisals__state_known check (state in ('open', 'signed-by-head', 'closed')),
  lines jsonb not null default '[]',
  employee_remarks text not null default '',
  employee_rating int constraint appraisals__employee_rating_known check (employee_rating between 1 and 5),
  head_remarks text not null default '',
  head_rating int constraint appraisals__head_rating_known check (head_rating between 1 and 5),
  agreed_actions text not null default '',
  head_id uuid references organization.employees,
  head_signed_at timestamptz,
  employee_signed_at timestamptz,
  revision int not null default 1,
  constraint appraisals__one_per_period unique (employee_id, period)
);
comment on column mandates.appraisals.lines is 'Frozen when the head signs: clause by clause required, done, late, missed.';
