import { sql } from '#platform/db/sql.ts';
import type { Work } from '#platform/work.ts';
import type { AppraisalLine, OutsideLine } from '../rules/appraisal.ts';
import type { Named } from './versions.ts';

export type AppraisalState = 'open' | 'signed-by-head' | 'closed';
export type AppraisalRow = {
  id: string;
  employee: Named;
  month: string;
  state: AppraisalState;
  lines: AppraisalLine[];
  /** Null until the head has signed, and on what was signed before such work was counted. */
  outside: OutsideLine | null;
  employeeRemarks: string;
  employeeRating: number | null;
  headRemarks: string;
  headRating: number | null;
  agreedActions: string;
  head: Named | null;
  headSignedAt: string | null;
  employeeSignedAt: string | null;
  revision: number;
};

const rows = (
  lines = sql`x.lines`,
) => sql`select x.id, jsonb_build_object('id', e.id, 'name', e.name) as employee, to_char(lower(x.period), 'YYYY-MM') as month, x.state, ${lines} as lines, x.outside,
    x.employee_remarks as "employeeRemarks", x.employee_rating as "employeeRating", x.head_remarks as "headRemarks", x.head_rating as "headRating",
    x.agreed_actions as "agreedActions", case when h.id is not null then jsonb_build_object('id', h.id, 'name', h.name) end as head,
    x.head_signed_at as "headSignedAt", x.employee_signed_at as "employeeSignedAt", x.revision
  from mandates.appraisals x join organization.employees e on e.id = x.employee_id left join organization.employees h on h.id = x.head_id`;

export type AppraisalInList = Omit<AppraisalRow, 'lines'> & { lines: { share: number | null }[] };

/** Appraisals within sight, newest month first; of their lines only the shares. */
export function appraisals(
  w: Work,
  of: { employee?: string | undefined; month?: string | undefined },
): Promise<AppraisalInList[]> {
  const shares = sql`coalesce((select jsonb_agg(jsonb_build_object('share', l -> 'share')) from jsonb_array_elements(x.lines) l), '[]')`;
  return w.db.all(sql<AppraisalInList>`${rows(shares)} where x.company_id = ${w.actor.companyId}
      and (${of.employee ?? null}::uuid is null or x.employee_id = ${of.employee ?? null}::uuid)
      and (${of.month ?? null}::text is null or to_char(lower(x.period), 'YYYY-MM') = ${of.month ?? null})
    order by lower(x.period) desc, e.name limit 500`);
}

/** One appraisal, or undefined. */
export function appraisal(w: Work, id: string): Promise<AppraisalRow | undefined> {
  return w.db.first(sql<AppraisalRow>`${rows()} where x.id = ${id}`);
}

/** The appraisal, held until the end of the transaction. */
export async function appraisalHeld(w: Work, id: string): Promise<AppraisalRow | undefined> {
  await w.db.run(sql`select from mandates.appraisals where id = ${id} for update`);
  return appraisal(w, id);
}

type Revised = { id: string; revision: number };

/** Opens the appraisal of an employee for a month. */
export function insertAppraisal(w: Work, employeeId: string, period: { from: string; to: string }): Promise<Revised> {
  return w.db.one(sql<Revised>`insert into mandates.appraisals (id, company_id, employee_id, period)
    values (${w.newId()}, ${w.actor.companyId}, ${employeeId}, daterange(${period.from}::date, ${period.to}::date)) returning id, revision`);
}

export type Said = {
  employeeRemarks: string;
  employeeRating: number | null;
  headRemarks: string;
  headRating: number | null;
  agreedActions: string;
};

/** Keeps what both sides say. */
export function writeAppraisal(w: Work, id: string, said: Said): Promise<Revised> {
  return w.db.one(sql<Revised>`update mandates.appraisals set employee_remarks = ${said.employeeRemarks}, employee_rating = ${said.employeeRating},
    head_remarks = ${said.headRemarks}, head_rating = ${said.headRating}, agreed_actions = ${said.agreedActions} where id = ${id} returning id, revision`);
}

/** Keeps the head's signature with the figures as they stand. */
export function signAsHead(
  w: Work,
  id: string,
  lines: readonly AppraisalLine[],
  outside: OutsideLine,
): Promise<Revised> {
  return w.db.one(sql<Revised>`update mandates.appraisals set state = 'signed-by-head', head_id = ${w.actor.employeeId},
    head_signed_at = ${w.now.toString()}, lines = ${JSON.stringify(lines)},
    outside = ${JSON.stringify(outside)} where id = ${id} returning id, revision`);
}

/** Keeps the employee's signature, which closes it. */
export function signAsEmployee(w: Work, id: string): Promise<Revised> {
  return w.db.one(sql<Revised>`update mandates.appraisals set state = 'closed', employee_signed_at = ${w.now.toString()} where id = ${id}
    returning id, revision`);
}
