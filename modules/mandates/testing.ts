import { randomUUID } from 'node:crypto';
import pg from 'pg';
import type { Limits, Scope } from '#kernel/permit.ts';
import type { Actor } from '#platform/work.ts';

/** The people of a test company. The outsider works for another company. */
export type Person = 'director' | 'hr' | 'head' | 'kamA' | 'kamB' | 'support' | 'accountant' | 'outsider';

export type TestGrant = { readonly permit: string; readonly scope?: Scope; readonly limits?: Limits };
export type TestBinding = {
  readonly kind: 'duty' | 'right' | 'pay';
  readonly key: string;
  readonly settings: Readonly<Record<string, unknown>>;
};

export type TestCompany = {
  readonly id: string;
  readonly outsideId: string;
  /** Employee ids. */
  readonly ids: Readonly<Record<Person, string>>;
  /** Position ids. */
  readonly positions: Readonly<Record<Person, string>>;
  /** The versions in force, by person. */
  readonly versions: Readonly<Record<Person, string>>;
  readonly departments: { readonly sales: string; readonly office: string };
  actor(name: Person): Actor;
  /** Runs SQL past every policy. */
  owner<T extends pg.QueryResultRow>(text: string, values?: unknown[]): Promise<T[]>;
  /** Orders that `substitute` stands in for `absent` from today for so many days, with these permits (null: all). */
  substitute(absent: Person, substitute: Person, days?: number, permits?: readonly string[] | null): Promise<void>;
};

const own = (permit: string, limits: Limits = {}): TestGrant => ({ permit, scope: 'own', limits });
const all = (permit: string, limits: Limits = {}): TestGrant => ({ permit, scope: 'all', limits });

const managerGrants = [
  own('clients.read'),
  own('clients.edit'),
  all('catalog.read'),
  own('activities.read'),
  own('activities.record'),
  own('activities.plan'),
  own('orders.read'),
  own('orders.take'),
  own('orders.price-column', { column: 2 }),
  own('orders.discount', { percent: 500 }),
  own('settlements.read'),
  own('settlements.promise', { days: 14 }),
  own('plans.read'),
];

/** What each position may do unless a test says otherwise. Common permits come on top by themselves. */
export const standardGrants: Readonly<Record<Person, readonly TestGrant[]>> = {
  director: [
    ...[
      'clients.read',
      'clients.edit',
      'clients.assign',
      'clients.export',
      'catalog.read',
      'catalog.edit',
      'activities.read',
    ].map((permit) => all(permit)),
    ...[
      'activities.approve-plan',
      'orders.read',
      'orders.take',
      'orders.price-column',
      'orders.discount',
      'orders.edit-terms',
    ].map((permit) => all(permit)),
    ...[
      'orders.release-credit',
      'settlements.read',
      'settlements.promise',
      'plans.read',
      'plans.set',
      'plans.approve',
      'pay.settle',
    ].map((permit) => all(permit)),
    ...[
      'mandates.read',
      'mandates.approve',
      'mandates.appraise',
      'organization.arrange',
      'organization.configure',
      'journal.read',
    ].map((permit) => all(permit)),
  ],
  hr: [
    'mandates.read',
    'mandates.draft',
    'organization.arrange',
    'organization.substitute',
    'organization.report-absence',
  ].map((permit) => all(permit)),
  head: [
    ...managerGrants.filter(({ limits = {} }) => Object.keys(limits).length === 0),
    own('clients.assign'),
    own('activities.approve-plan'),
    own('orders.price-column', { column: 3 }),
    own('orders.discount', { percent: 1500 }),
    own('orders.release-credit', { amount: 500_000, overdueDays: 30 }),
    own('orders.edit-terms'),
    own('settlements.promise', { days: 30 }),
    own('plans.set'),
    own('mandates.appraise'),
    own('organization.substitute'),
  ],
  kamA: managerGrants,
  kamB: managerGrants,
  support: [all('clients.read'), all('catalog.read'), all('orders.read'), all('orders.enter')],
  accountant: [
    all('clients.read'),
    all('orders.read'),
    all('settlements.read'),
    all('settlements.post'),
    all('plans.read'),
  ],
  outsider: [
    all('clients.read'),
    all('clients.edit'),
    all('catalog.read'),
    all('orders.read'),
    all('settlements.read'),
    all('mandates.read'),
  ],
};

const people: readonly Person[] = ['director', 'hr', 'head', 'kamA', 'kamB', 'support', 'accountant', 'outsider'];
const superiors: Partial<Record<Person, Person>> = {
  hr: 'director',
  head: 'director',
  accountant: 'director',
  kamA: 'head',
  kamB: 'head',
  support: 'head',
};
const titles: Readonly<Record<Person, string>> = {
  director: 'Director',
  hr: 'HR manager',
  head: 'Head of sales',
  kamA: 'Key account manager A',
  kamB: 'Key account manager B',
  support: 'Sales support',
  accountant: 'Accountant',
  outsider: 'Director',
};

/**
 * A company with a director over HR, accounting and the head of sales, who has two key account managers and a support
 * employee; and an outsider of another company. Job descriptions are in force since 2020 and grant what `standardGrants`
 * says, or for a named person exactly what the test says. `bindings` adds clauses that bind duties, rights or pay rules.
 */
export async function aCompany(
  database: { readonly ownerUrl: string },
  options: {
    readonly grants?: Partial<Record<Person, readonly TestGrant[]>>;
    readonly bindings?: Partial<Record<Person, readonly TestBinding[]>>;
    readonly currency?: string;
  } = {},
): Promise<TestCompany> {
  const { ownerUrl } = database;
  const newIds = () => Object.fromEntries(people.map((person) => [person, randomUUID()])) as Record<Person, string>;
  const [ids, positions, versions] = [newIds(), newIds(), newIds()];
  const [id, outsideId, sales, office, outside] = [
    randomUUID(),
    randomUUID(),
    randomUUID(),
    randomUUID(),
    randomUUID(),
  ];
  const owner = <T extends pg.QueryResultRow>(text: string, values: unknown[] = []) =>
    asOwner<T>(ownerUrl, text, values);

  const rows = people.map((person, index) => ({
    person,
    company: person === 'outsider' ? outsideId : id,
    employee: ids[person],
    position: positions[person],
    version: versions[person],
    description: randomUUID(),
    department: departmentOf(person),
    title: titles[person],
    number: String(index + 1),
    superior: superiors[person] ? ids[superiors[person]] : null,
    clauses: clausesOf(options.grants?.[person] ?? standardGrants[person], options.bindings?.[person] ?? []),
  }));
  function departmentOf(person: Person): string {
    if (person === 'outsider') return outside;
    return ['head', 'kamA', 'kamB', 'support'].includes(person) ? sales : office;
  }
  await owner(found, [
    JSON.stringify({ id, outsideId, sales, office, outside, currency: options.currency ?? 'USD', rows }),
  ]);
  await owner('select mandates.rebuild_access($1), mandates.rebuild_access($2)', [id, outsideId]);

  return {
    id,
    outsideId,
    ids,
    positions,
    versions,
    departments: { sales, office },
    owner,
    actor: (person) => ({
      companyId: person === 'outsider' ? outsideId : id,
      employeeId: ids[person],
      language: 'en',
      requestId: randomUUID(),
      address: '127.0.0.1',
    }),
    substitute: async (absent, substitute, days = 7, permits = null) => {
      await owner(substitution, [id, ids[absent], ids[substitute], days, ids.director, randomUUID(), permits]);
    },
  };
}

/** One clause for what a test grants directly, and one for each binding. */
function clausesOf(grants: readonly TestGrant[], bindings: readonly TestBinding[]) {
  const authorities = grants.map(({ permit, scope = 'own', limits = {} }) => ({ permit, scope, limits }));
  const section = { duty: 2, right: 3, pay: 4 } as const;
  const ordinals = { 1: 1, 2: 0, 3: 1, 4: 0, 5: 0 };
  return [
    { section: 1, ordinal: 1, text: 'Belongs to the company.', binding: null },
    {
      section: 3,
      ordinal: 1,
      text: 'Has the rights that the test names.',
      binding: { kind: 'right', key: 'test.authority', settings: {}, grants: authorities },
    },
    ...bindings.map((binding) => {
      const at = section[binding.kind];
      ordinals[at] += 1;
      const text = `Bound to ${binding.key}.`;
      return { section: at, ordinal: ordinals[at], text, binding: { ...binding, grants: [] } };
    }),
  ];
}

async function asOwner<T extends pg.QueryResultRow>(ownerUrl: string, text: string, values: unknown[]): Promise<T[]> {
  const client = new pg.Client({ connectionString: ownerUrl });
  await client.connect();
  try {
    return (await client.query<T>(text, values)).rows;
  } finally {
    await client.end();
  }
}

/** One statement a table, joined by data-modifying queries; foreign keys are checked at the end of the statement. */
const found = `
with input as (select $1::jsonb as doc),
 people as (select r.* from input, jsonb_to_recordset(doc -> 'rows') r(person text, company uuid, employee uuid, position uuid,
   version uuid, description uuid, department uuid, title text, number text, superior uuid, clauses jsonb)),
 companies as (insert into platform.companies (id, name, currency)
   select (doc ->> 'id')::uuid, 'Test company', doc ->> 'currency' from input union all
   select (doc ->> 'outsideId')::uuid, 'Another company', doc ->> 'currency' from input),
 departments as (insert into organization.departments (id, company_id, name)
   select (doc ->> 'sales')::uuid, (doc ->> 'id')::uuid, 'Sales' from input union all
   select (doc ->> 'office')::uuid, (doc ->> 'id')::uuid, 'Office' from input union all
   select (doc ->> 'outside')::uuid, (doc ->> 'outsideId')::uuid, 'Office' from input),
 positions as (insert into organization.positions (id, company_id, department_id, title, category)
   select position, company, department, title, case when person in ('director', 'head') then 'head' else 'specialist' end from people),
 employees as (insert into organization.employees (id, company_id, number, first_name, last_name, email, hired_on)
   select employee, company, number, initcap(person), 'Test', person || '@example.test', '2020-01-01' from people),
 assignments as (insert into organization.assignments (company_id, employee_id, position_id, valid)
   select company, employee, position, daterange('2020-01-01', null) from people),
 lines as (insert into organization.reporting_lines (company_id, employee_id, superior_id, valid)
   select company, employee, superior, daterange('2020-01-01', null) from people where superior is not null),
 descriptions as (insert into mandates.job_descriptions (id, company_id, position_id, title)
   select description, company, position, title from people),
 versions as (insert into mandates.versions (id, company_id, job_description_id, number, state, text_hash, approval_kind,
     approval_number, approved_on, approved_by, in_force, review_due_on)
   select version, company, description, 1, 'approved', 'test', 'stamp', '', '2020-01-01', employee, daterange('2020-01-01', null),
     '2035-01-01' from people),
 clauses as (insert into mandates.clauses (id, company_id, version_id, section, ordinal, text, area, cadence)
   select c.id, p.company, p.version, c.section, c.ordinal, c.text, 'test', 'monthly' from people p
     cross join lateral (select gen_random_uuid() as id, x.* from jsonb_to_recordset(p.clauses) x(section int, ordinal int, text text, binding jsonb)) c
   returning id, company_id, version_id, section, ordinal)
insert into mandates.bindings (company_id, clause_id, kind, key, settings, grants)
select c.company_id, c.id, x.binding ->> 'kind', x.binding ->> 'key', x.binding -> 'settings', x.binding -> 'grants'
  from clauses c join people p on p.version = c.version_id
  cross join lateral jsonb_to_recordset(p.clauses) x(section int, ordinal int, binding jsonb)
 where x.section = c.section and x.ordinal = c.ordinal and jsonb_typeof(x.binding) = 'object'`;

const substitution = `
with absence as (insert into organization.absences (company_id, employee_id, kind, valid)
   values ($1, $2, 'vacation', daterange(app.today($1), app.today($1) + $4::int)) returning id),
 ordered as (insert into organization.company_orders (company_id, number, issued_on, kind, title, signed_by)
   values ($1, $6, app.today($1), 'substitution', 'Substitution', $5) returning id)
insert into organization.substitutions (company_id, absence_id, absent_id, substitute_id, order_id, valid, permits)
select $1, absence.id, $2, $3, ordered.id, daterange(app.today($1), app.today($1) + $4::int), $7::text[] from absence, ordered`;
