import { randomUUID } from 'node:crypto';
import type { Person, TestCompany } from '#modules/mandates/testing.ts';

/** For whom a row is made: the two account managers of one company, and a person of another company. */
export const owners = ['kamA', 'kamB', 'outsider'] as const satisfies readonly Person[];
export type Owner = (typeof owners)[number];

/** `given`: may be left out. `choice`: a value that its check allows, where that is a list. */
type Column = { readonly name: string; readonly type: string; readonly given: boolean; readonly choice: string | null };
type Reference = { readonly fields: readonly string[]; readonly to: string; readonly keys: readonly string[] };

/** A table of the application, as the catalogue of the database knows it. */
export type Table = {
  readonly name: string;
  readonly columns: readonly Column[];
  readonly references: readonly Reference[];
  /** The verbs that the application role has been granted. */
  readonly verbs: readonly ('insert' | 'update' | 'delete')[];
  readonly has: (column: string) => boolean;
  /** A company has at most one row of it. */
  readonly single: boolean;
};

type Owned = Pick<TestCompany, 'owner'>;

/** Every table of the application, read from the catalogue: one that is new appears by itself. */
export async function everyTable({ owner }: Owned): Promise<Table[]> {
  const rows = await owner<Omit<Table, 'has'>>(catalogue);
  return rows.map((row) => ({ ...row, has: (column) => row.columns.some(({ name }) => name === column) }));
}

/**
 * Fills every table with a row for each owner, of which every reference leads to a row of the same owner. `sensible` rows
 * satisfy the checks and leave out what may be left out; the others have everything, whatever a check would say.
 */
export async function fill(
  company: TestCompany,
  tables: readonly Table[],
  sensible: Sensible | null,
): Promise<Records> {
  const ids = new Map<string, string>();
  const idOf: Records['idOf'] = (table, owner) => {
    if (table === 'organization.employees') return company.ids[owner];
    if (table === 'platform.companies') return company.actor(owner).companyId;
    const key = `${table} ${owner}`;
    const known = ids.get(key) ?? randomUUID();
    ids.set(key, known);
    return known;
  };
  const rows = new Map<string, Row>();
  for (const table of tables.filter(isFilled)) {
    for (const owner of ownersOf(table)) {
      const said = sensible?.(table.name, owner, idOf) ?? {};
      rows.set(`${table.name} ${owner}`, { ...rowOf(table, owner, company, idOf, sensible !== null), ...said });
    }
  }
  const statements = tables
    .filter(isFilled)
    .flatMap((table) => ownersOf(table).map((owner) => insertOf(table, rows.get(`${table.name} ${owner}`) ?? {})));
  await company.owner(`set session_replication_role = replica; ${statements.join(';')}`);
  return { idOf, rowOf: (table, owner) => rows.get(`${table} ${owner}`) };
}

export type Records = {
  /** The id of the row that was made for an owner in a table. */
  readonly idOf: (table: string, owner: Owner) => string;
  readonly rowOf: (table: string, owner: Owner) => Row | undefined;
};
/** What a row needs besides what its types and checks say, as SQL expressions by column. */
export type Sensible = (table: string, owner: Owner, idOf: Records['idOf']) => Row;

/** Of a table with one row a company, kamA's is the company's. */
function ownersOf(table: Table): readonly Owner[] {
  return table.single ? owners.filter((owner) => owner !== 'kamB') : owners;
}

function isFilled(table: Table): boolean {
  return table.has('company_id') && table.name !== 'organization.employees' && !table.name.startsWith('app.');
}

/** Tables of a client's records: with a keeper, or with a reference to such a record, be it by its kind as files have it. */
export function tablesBoundToClients(tables: readonly Table[]): Table[] {
  const byName = new Map(tables.map((table) => [table.name, table]));
  const isBound = (table: Table, seen: readonly string[]): boolean =>
    table.has('keeper_id') ||
    table.name === 'platform.files' ||
    table.references.some(({ to }) => {
      const target = byName.get(to);
      return target && !seen.includes(to) && to !== 'organization.employees' && isBound(target, [...seen, table.name]);
    });
  return tables.filter((table) => isBound(table, []) && isFilled(table));
}

/** A row to be, as SQL expressions by column. */
export type Row = Readonly<Record<string, string>>;

/** The statement that inserts a row. */
export function insertOf(table: Table, row: Row): string {
  const fields = Object.keys(row);
  if (fields.length === 0) return `insert into ${table.name} default values`;
  return `insert into ${table.name} (${fields.map((field) => `"${field}"`).join(', ')}) overriding system value
    values (${Object.values(row).join(', ')})`;
}

/** The row with an id of its own, as if somebody made another like it. */
export function another(table: Table, row: Row): Row {
  return table.has('id') && row.id ? { ...row, id: `'${randomUUID()}'` } : row;
}

function rowOf(table: Table, owner: Owner, company: TestCompany, idOf: Records['idOf'], sensible: boolean): Row {
  const referred = new Map(
    table.references.flatMap(({ fields, to, keys }) =>
      fields.flatMap((field, at) => (keys[at] === 'id' ? [[field, idOf(to, owner)] as const] : [])),
    ),
  );
  const value = ({ name, type, given, choice }: Column): string | undefined => {
    if (name === 'company_id') return `'${company.actor(owner).companyId}'`;
    if (name === 'id' && type === 'uuid') return `'${idOf(table.name, owner)}'`;
    if (table.name === 'platform.files' && name === 'subject_kind') return `'clients.clients'`;
    if (table.name === 'platform.files' && name === 'subject_id') return `'${idOf('clients.clients', owner)}'`;
    if (name === 'keeper_id') return `'${company.ids[owner]}'`;
    if (sensible && given) return undefined;
    const id = referred.get(name);
    if (id) return `'${id}'`;
    if (type === 'uuid' && people.test(name)) return `'${company.ids[owner]}'`;
    if (name === 'permit') return `'clients.read'`;
    if (sensible && choice) return `'${choice}'`;
    return given ? undefined : sample(table.name, name, type, owner);
  };
  return Object.fromEntries(
    table.columns.flatMap((column) => {
      const said = value(column);
      return said === undefined ? [] : [[column.name, said]];
    }),
  );
}

/** Columns that name a person though no foreign key says so. */
const people = /^(employee_id|keeper_id|author_id|acting_for|.*_by|asked_of)$/;

/** Text says whose it is, so that it is recognized wherever it turns up. */
export function markOf(table: string, owner: Owner): string {
  return `${table} of ${owner}`;
}

function sample(table: string, name: string, type: string, owner: Owner): string {
  if (type === 'uuid') return `'${randomUUID()}'`;
  if (type.startsWith('character(')) return `'USD'`;
  if (type === 'text' || type.startsWith('character')) return `'${markOf(table, owner)} ${randomUUID()}'`;
  if (type === 'boolean') return 'false';
  if (type === 'date') return name === 'month' ? `date_trunc('month', current_date)` : 'current_date';
  if (type === 'daterange') return 'daterange(current_date, current_date + 30)';
  if (type.startsWith('timestamp')) return 'now()';
  if (type === 'jsonb') return `'{}'`;
  if (type === 'bytea') return `'\\x00'`;
  if (type.endsWith('[]')) return `'{}'`;
  return owner === 'kamB' ? `'2'` : `'1'`;
}

const catalogue = `select c.oid::regclass::text as name,
    (select jsonb_agg(jsonb_build_object('name', a.attname, 'type', format_type(a.atttypid, a.atttypmod),
        'given', a.atthasdef or a.attidentity <> '' or not a.attnotnull,
        'choice', (select substring(pg_get_constraintdef(k.oid) from 'CHECK \\(\\(' || a.attname || ' = ANY \\(ARRAY\\[''([^'']+)''')
                     from pg_constraint k where k.conrelid = c.oid and k.contype = 'c' and k.conkey = array[a.attnum] limit 1)) order by a.attnum)
       from pg_attribute a where a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped and a.attgenerated = '') as columns,
    (select coalesce(jsonb_agg(jsonb_build_object('to', f.confrelid::regclass::text,
        'fields', (select jsonb_agg(a.attname order by k.at) from unnest(f.conkey) with ordinality k(num, at) join pg_attribute a on a.attrelid = f.conrelid and a.attnum = k.num),
        'keys', (select jsonb_agg(a.attname order by k.at) from unnest(f.confkey) with ordinality k(num, at) join pg_attribute a on a.attrelid = f.confrelid and a.attnum = k.num))), '[]')
       from pg_constraint f where f.contype = 'f' and f.conrelid = c.oid) as "references",
    (select coalesce(jsonb_agg(verb), '[]') from unnest(array['insert', 'update', 'delete']) verb
      where has_table_privilege('mandate_app', c.oid, verb)) as verbs,
    exists (select from pg_index i join pg_attribute a on a.attrelid = c.oid and a.attnum = i.indkey[0]
      where i.indrelid = c.oid and i.indisunique and i.indnkeyatts = 1 and i.indpred is null and a.attname = 'company_id') as single
  from pg_class c join pg_namespace n on n.oid = c.relnamespace
 where c.relkind in ('r', 'p') and not c.relispartition and n.nspname not like 'pg\\_%'
   and n.nspname not in ('information_schema', 'identity', 'graphile_worker', 'public') and c.oid::regclass::text <> 'platform.migrations'
 order by c.oid::regclass::text`;
