import { addEmployee } from '#modules/organization/actions/arrange-employee.ts';
import { addDepartment, addPosition } from '#modules/organization/actions/configure.ts';
import { sql } from '#platform/db/sql.ts';
import { runImport } from '#platform/imports/run-import.ts';
import type { Runner } from '#platform/run.ts';
import type { Actor } from '#platform/work.ts';
import { northwind } from './northwind.ts';
import { saveMapping } from './save-mapping.ts';

type PositionPlan = {
  title: string;
  department: string;
  headcount: number;
  template: string;
  synonyms?: string[];
  category?: string;
  level?: string;
};

/** The staffing list of the demonstration: the titles of the data as synonyms of positions that have templates. */
const positions: readonly PositionPlan[] = [
  {
    title: 'Director',
    department: 'Management',
    headcount: 1,
    template: 'director',
    category: 'head',
    level: 'strategic',
  },
  { title: 'HR manager', department: 'Personnel', headcount: 1, template: 'hr-manager' },
  { title: 'Accountant', department: 'Accounting', headcount: 1, template: 'accountant' },
  {
    title: 'Head of sales',
    department: 'Sales',
    headcount: 1,
    template: 'head-of-sales',
    synonyms: ['Vice President, Sales'],
    category: 'head',
    level: 'tactical',
  },
  {
    title: 'Sales manager',
    department: 'Sales',
    headcount: 1,
    template: 'sales-manager',
    category: 'head',
    level: 'tactical',
  },
  {
    title: 'Key account manager',
    department: 'Sales',
    headcount: 6,
    template: 'key-account-manager',
    synonyms: ['Sales Representative', 'KAM', 'Account manager'],
  },
  {
    title: 'Sales support',
    department: 'Sales support',
    headcount: 1,
    template: 'sales-support',
    synonyms: ['Inside Sales Coordinator'],
  },
];

/** People whom the data lacks and the demonstration needs. */
const added = [
  { number: '101', firstName: 'Clara', lastName: 'Whitfield', position: 'Director', superior: null },
  { number: '102', firstName: 'Helen', lastName: 'Marsh', position: 'HR manager', superior: '101' },
  { number: '103', firstName: 'Victor', lastName: 'Adams', position: 'Accountant', superior: '101' },
];

/** Departments, positions, the employees of the data with their reporting line and territories, and those it lacks. */
export async function seedPeople(runner: Runner, company: Actor): Promise<Map<string, string>> {
  await runner.write(company, async (w) => {
    const departments = new Map<string, string>();
    for (const name of new Set(positions.map((each) => each.department)))
      departments.set(name, (await addDepartment(w, { name })).id);
    for (const { department, ...position } of positions) {
      await addPosition(w, { ...position, departmentId: departments.get(department) ?? '' });
    }
  });
  const employees = {
    kind: 'employees',
    file: northwind('Employees'),
    mapping: { position: { column: 'Title' }, emailDomain: { constant: 'northwind.example' } },
  };
  await saveMapping(runner, company, employees.kind, employees.mapping);
  await runImport(runner, company, employees);
  await runImport(runner, company, { kind: 'territories', file: northwind('Territories') });
  await runImport(runner, company, { kind: 'territory-employees', file: northwind('EmployeeTerritories') });
  return runner.write(company, async (w) => {
    const rows = await w.db.all(
      sql<{
        title: string;
        id: string;
      }>`select title, id from organization.positions where company_id = ${w.actor.companyId}`,
    );
    const positionIds = new Map(rows.map((row) => [row.title, row.id]));
    const made = new Map<string, string>();
    for (const { position, superior, ...person } of added) {
      const { id } = await addEmployee(w, {
        ...person,
        email: `${person.firstName}.${person.lastName}@northwind.example`,
        hiredOn: '1992-01-02',
        positionId: positionIds.get(position) ?? '',
        ...(superior && { superiorId: made.get(superior) ?? '' }),
      });
      made.set(person.number, id);
    }
    // The head of sales of the data reports to nobody there; here there is a director above.
    await w.db.run(sql`insert into organization.reporting_lines (id, company_id, employee_id, superior_id, valid)
      select uuidv7(), e.company_id, e.id, ${made.get('101')}, daterange(e.hired_on, null) from organization.employees e
       where e.company_id = ${w.actor.companyId} and e.number = '2'`);
    const all = await w.db.all(
      sql<{
        number: string;
        id: string;
      }>`select number, id from organization.employees where company_id = ${w.actor.companyId}`,
    );
    return new Map(all.map((row) => [row.number, row.id]));
  });
}
