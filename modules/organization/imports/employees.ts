import { sql } from '#platform/db/sql.ts';
import { type ImportKind, type ImportRow, importKind, type Rejection } from '#platform/declare/import-kind.ts';
import type { Work } from '#platform/work.ts';

type Named = { key: string; id: string };
const at = (row: ImportRow, name: string) => row.values[name];
const text = (row: ImportRow, name: string) => String(at(row, name) ?? '');

/** Ids by key, for the keys that exist. */
async function idsBy(
  w: Work,
  table: 'employees' | 'territories',
  column: 'number' | 'code',
  keys: string[],
): Promise<Map<string, string>> {
  const rows = await w.db.all(
    sql<Named>`select ${sql.ref(column)} as key, id from ${sql.table(`organization.${table}`)} where company_id = ${w.actor.companyId} and ${sql.ref(column)} = any (${keys})`,
  );
  return new Map(rows.map((row) => [row.key, row.id]));
}

/**
 * Employees with position and superior. A position is found by its title or a synonym; the reporting line begins with
 * the hiring. Without an e-mail of one's own it is made of the name and the domain given for the file.
 */
export const employeesImport: ImportKind = importKind({
  key: 'employees',
  permit: 'organization.arrange',
  fields: [
    {
      name: 'number',
      type: 'text',
      required: true,
      maxLength: 40,
      aliases: ['EmployeeID', 'Personnel number', 'Табельный номер'],
    },
    { name: 'firstName', type: 'text', maxLength: 100, aliases: ['Given name', 'Имя'] },
    { name: 'lastName', type: 'text', required: true, maxLength: 100, aliases: ['Surname', 'Фамилия'] },
    { name: 'email', type: 'text', maxLength: 200, aliases: ['E-mail', 'Mail', 'Почта'] },
    { name: 'emailDomain', type: 'text', maxLength: 100, aliases: [] },
    { name: 'phone', type: 'text', maxLength: 60, aliases: ['HomePhone', 'Telephone', 'Телефон'] },
    { name: 'hiredOn', type: 'date', required: true, aliases: ['HireDate', 'Hired', 'Дата приёма'] },
    { name: 'position', type: 'text', maxLength: 200, aliases: ['Title', 'Job title', 'Должность'] },
    { name: 'superior', type: 'text', maxLength: 40, aliases: ['ReportsTo', 'Manager', 'Руководитель'] },
  ],
  write: async (w, rows, importId) => {
    const positions = await w.db.all(sql<Named>`select lower(t) as key, p.id from organization.positions p
      cross join lateral unnest(p.synonyms || p.title) t where p.company_id = ${w.actor.companyId}`);
    const positionIds = new Map(positions.map((row) => [row.key, row.id]));
    const unknown = rows.filter((row) => at(row, 'position') && !positionIds.has(text(row, 'position').toLowerCase()));
    const rejections: Rejection[] = unknown.map((row) => ({
      number: row.number,
      code: 'organization.unknown-position',
      field: 'position',
    }));
    const taken = rows.filter((row) => !unknown.includes(row)).map((row) => ({ row, id: w.newId() }));
    await insertEmployees(w, taken, importId);
    await insertAssignments(w, taken, positionIds, importId);
    const superiors = await idsBy(
      w,
      'employees',
      'number',
      taken.map(({ row }) => text(row, 'superior')),
    );
    await insertLines(w, taken, superiors, importId);
    return rejections;
  },
  held: async (w, importId) => {
    const { people } = await w.db.one(sql<{ people: number }>`select count(*) as people from organization.employees
      where company_id = ${w.actor.companyId} and import_id = ${importId} and user_id is not null`);
    return people > 0 ? [{ code: 'organization.import-people-sign-in', params: { people } }] : [];
  },
  conclude: async (w) =>
    w.db.one(sql<Record<string, number>>`select count(*) as employees,
      (select count(*) from organization.reporting_lines r where r.company_id = ${w.actor.companyId}) as "reportingLines"
      from organization.employees where company_id = ${w.actor.companyId}`),
});

type Taken = readonly { row: ImportRow; id: string }[];

async function insertEmployees(w: Work, taken: Taken, importId: string): Promise<void> {
  const records = taken.map(({ row, id }) => ({
    id,
    number: text(row, 'number'),
    first: text(row, 'firstName'),
    last: text(row, 'lastName'),
    email: (text(row, 'email') || addressOf(row)).toLowerCase(),
    phone: text(row, 'phone'),
    hired: at(row, 'hiredOn'),
  }));
  await w.db.run(sql`insert into organization.employees (id, company_id, number, first_name, last_name, email, phone, hired_on, import_id)
    select r.id, ${w.actor.companyId}, r.number, r.first, r.last, r.email, r.phone, r.hired, ${importId}
      from jsonb_to_recordset(${JSON.stringify(records)}::jsonb)
        r(id uuid, number text, first text, last text, email text, phone text, hired date)`);
}

function addressOf(row: ImportRow): string {
  const name = [text(row, 'firstName'), text(row, 'lastName')].filter(Boolean).join('.');
  return `${name.normalize('NFD').replace(/[^\w.-]/g, '')}@${text(row, 'emailDomain') || 'example.invalid'}`;
}

async function insertAssignments(
  w: Work,
  taken: Taken,
  positionIds: ReadonlyMap<string, string>,
  importId: string,
): Promise<void> {
  const records = taken.flatMap(({ row, id }) => {
    const position = positionIds.get(text(row, 'position').toLowerCase());
    return position ? [{ id: w.newId(), employee: id, position, from: at(row, 'hiredOn') }] : [];
  });
  await w.db.run(sql`insert into organization.assignments (id, company_id, employee_id, position_id, valid, import_id)
    select r.id, ${w.actor.companyId}, r.employee, r.position, daterange(r."from", null), ${importId}
      from jsonb_to_recordset(${JSON.stringify(records)}::jsonb) r(id uuid, employee uuid, position uuid, "from" date)`);
}

async function insertLines(
  w: Work,
  taken: Taken,
  superiors: ReadonlyMap<string, string>,
  importId: string,
): Promise<void> {
  const records = taken.flatMap(({ row, id }) => {
    const superior = superiors.get(text(row, 'superior'));
    return superior ? [{ id: w.newId(), employee: id, superior, from: at(row, 'hiredOn') }] : [];
  });
  await w.db.run(sql`insert into organization.reporting_lines (id, company_id, employee_id, superior_id, valid, import_id)
    select r.id, ${w.actor.companyId}, r.employee, r.superior, daterange(r."from", null), ${importId}
      from jsonb_to_recordset(${JSON.stringify(records)}::jsonb) r(id uuid, employee uuid, superior uuid, "from" date)`);
}

/** Territories by code. */
export const territoriesImport: ImportKind = importKind({
  key: 'territories',
  permit: 'organization.arrange',
  fields: [
    { name: 'code', type: 'text', required: true, maxLength: 40, aliases: ['TerritoryID'] },
    { name: 'name', type: 'text', required: true, maxLength: 200, aliases: ['TerritoryDescription', 'Территория'] },
    { name: 'region', type: 'text', maxLength: 200, aliases: ['RegionID', 'Регион'] },
  ],
  write: async (w, rows, importId) => {
    const records = rows.map((row) => ({ id: w.newId(), ...row.values }));
    await w.db.run(sql`insert into organization.territories (id, company_id, code, name, region, import_id)
      select r.id, ${w.actor.companyId}, r.code, r.name, coalesce(r.region, ''), ${importId}
        from jsonb_to_recordset(${JSON.stringify(records)}::jsonb) r(id uuid, code text, name text, region text)`);
    return [];
  },
});

/** Who works which territory. */
export const territoryEmployeesImport: ImportKind = importKind({
  key: 'territory-employees',
  permit: 'organization.arrange',
  fields: [
    { name: 'employee', type: 'text', required: true, maxLength: 40, aliases: ['EmployeeID', 'Табельный номер'] },
    { name: 'territory', type: 'text', required: true, maxLength: 40, aliases: ['TerritoryID', 'Территория'] },
  ],
  write: async (w, rows, importId) => {
    const employees = await idsBy(
      w,
      'employees',
      'number',
      rows.map((row) => text(row, 'employee')),
    );
    const territories = await idsBy(
      w,
      'territories',
      'code',
      rows.map((row) => text(row, 'territory')),
    );
    const known = (row: ImportRow) => employees.has(text(row, 'employee')) && territories.has(text(row, 'territory'));
    const records = rows.filter(known).map((row) => ({
      id: w.newId(),
      employee: employees.get(text(row, 'employee')),
      territory: territories.get(text(row, 'territory')),
    }));
    await w.db.run(sql`insert into organization.territory_employees (id, company_id, employee_id, territory_id, import_id)
      select r.id, ${w.actor.companyId}, r.employee, r.territory, ${importId}
        from jsonb_to_recordset(${JSON.stringify(records)}::jsonb) r(id uuid, employee uuid, territory uuid)`);
    return rows
      .filter((row) => !known(row))
      .map((row) => ({ number: row.number, code: 'platform.import-unknown-reference' }));
  },
});
