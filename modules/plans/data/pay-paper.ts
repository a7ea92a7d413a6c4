import type { Language } from '#kernel/texts.ts';
import { sql } from '#platform/db/sql.ts';
import type { Work } from '#platform/work.ts';

export type EmployeeOnPaper = {
  name: string;
  number: string;
  language: Language;
  position: string;
  department: string;
};

/** An employee as they stand on a pay statement of a month: name, personnel number, position and department then. */
export function employeeOnPaper(w: Work, employeeId: string, from: string, to: string): Promise<EmployeeOnPaper> {
  return w.db.one(sql<EmployeeOnPaper>`select e.name, e.number, e.language, coalesce(place.title, '') as position, coalesce(place.department, '') as department
    from organization.employees e
    left join lateral (select p.title, d.name as department from organization.assignments a join organization.positions p on p.id = a.position_id
      join organization.departments d on d.id = p.department_id
      where a.employee_id = e.id and a.valid && daterange(${from}::date, ${to}::date) order by lower(a.valid), p.title limit 1) place on true
    where e.id = ${employeeId} and e.company_id = ${w.actor.companyId}`);
}

export type IssuedPaper = { number: string; pdf: Buffer; pdfSha256: string; word: Buffer | null };

/** The issued document of a settled statement, for whoever may see the pay; undefined for anybody else. */
export function issuedPaper(w: Work, statementId: string): Promise<IssuedPaper | undefined> {
  return w.db.first(
    sql<IssuedPaper>`select number, pdf, pdf_sha256 as "pdfSha256", word from plans.issued_statement(${statementId})`,
  );
}
