import { sql } from '#platform/db/sql.ts';
import type { Work } from '#platform/work.ts';
import type { AppraisalLine, OutsideLine } from '../rules/appraisal.ts';
import type { FormClause } from '../rules/appraisal-form.ts';
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
  /** The clauses judged, as they were when the head signed; empty before, and for appraisals older than forms. */
  form: FormClause[];
  employeeRemarks: string;
  employeeRating: number | null;
  headRemarks: string;
  headRating: number | null;
  agreedActions: string;
  head: Named | null;
  headSignedAt: string | null;
  headAccessGiven: AccessGiven | null;
  employeeSignedAt: string | null;
  employeeAccessGiven: AccessGiven | null;
  revision: number;
};

/** Who gave a signer access in the thirty days before the signature, and when. */
export type AccessGiven = { by: string; at: string };

const rows = (
  lines = sql`x.lines`,
  form = sql`x.form`,
  outside = sql`x.outside`,
) => sql`select x.id, jsonb_build_object('id', e.id, 'name', e.name) as employee, to_char(lower(x.period), 'YYYY-MM') as month, x.state, ${lines} as lines, ${form} as form, ${outside} as outside,
    x.employee_remarks as "employeeRemarks", x.employee_rating as "employeeRating", x.head_remarks as "headRemarks", x.head_rating as "headRating",
    x.agreed_actions as "agreedActions", case when h.id is not null then jsonb_build_object('id', h.id, 'name', h.name) end as head,
    x.head_signed_at as "headSignedAt", x.employee_signed_at as "employeeSignedAt", x.revision,
    coalesce(x.head_access_given, organization.access_given_before(x.head_id, x.head_signed_at)) as "headAccessGiven",
    coalesce(x.employee_access_given, organization.access_given_before(x.employee_id, x.employee_signed_at)) as "employeeAccessGiven"
  from mandates.appraisals x join organization.employees e on e.id = x.employee_id left join organization.employees h on h.id = x.head_id`;

export type AppraisalInList = Omit<AppraisalRow, 'lines' | 'form' | 'outside'> & { lines: { share: number | null }[] };

/** Appraisals within sight, newest month first; of their lines only the shares. */
export function appraisals(
  w: Work,
  of: { employee?: string | undefined; month?: string | undefined },
): Promise<AppraisalInList[]> {
  const shares = sql`coalesce((select jsonb_agg(jsonb_build_object('share', l -> 'share')) from jsonb_array_elements(x.lines) l), '[]')`;
  return w.db.all(sql<AppraisalInList>`${rows(shares, sql`null`, sql`null`)} where x.company_id = ${w.actor.companyId}
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
};

/** Keeps what both sides say. */
export function writeAppraisal(w: Work, id: string, said: Said): Promise<Revised> {
  return w.db.one(sql<Revised>`update mandates.appraisals set employee_remarks = ${said.employeeRemarks}, employee_rating = ${said.employeeRating},
    head_remarks = ${said.headRemarks}, head_rating = ${said.headRating} where id = ${id} returning id, revision`);
}

/**
 * Keeps the head's signature with the form and the figures as they stand, and who gave the head access shortly before: that
 * is known to the signer, and need not be to whoever reads it later.
 */
export function signAsHead(
  w: Work,
  id: string,
  kept: { lines: readonly AppraisalLine[]; outside: OutsideLine; form: readonly FormClause[] },
): Promise<Revised> {
  return w.db.one(sql<Revised>`update mandates.appraisals set state = 'signed-by-head', head_id = ${w.actor.employeeId},
    head_signed_at = ${w.now.toString()}, lines = ${JSON.stringify(kept.lines)}, outside = ${JSON.stringify(kept.outside)},
    form = ${JSON.stringify(kept.form)},
    head_access_given = organization.access_given_before(${w.actor.employeeId}, ${w.now.toString()}) where id = ${id} returning id, revision`);
}

/** Keeps the employee's signature, which closes it. */
export function signAsEmployee(w: Work, id: string): Promise<Revised> {
  return w.db.one(sql<Revised>`update mandates.appraisals set state = 'closed', employee_signed_at = ${w.now.toString()},
    employee_access_given = organization.access_given_before(employee_id, ${w.now.toString()}) where id = ${id}
    returning id, revision`);
}

export type Side = 'employee' | 'head';
export type ClauseRating = { clauseId: string; side: Side; rating: number };

/** How both sides rated the clauses of an appraisal. */
export function ratingsOf(w: Work, id: string): Promise<ClauseRating[]> {
  return w.db.all(sql<ClauseRating>`select clause_id as "clauseId", side, rating from mandates.appraisal_ratings
    where appraisal_id = ${id}`);
}

/** Keeps one side's ratings of some clauses; null takes one back. */
export async function rateClauses(
  w: Work,
  id: string,
  side: Side,
  ratings: readonly { clauseId: string; rating: number | null }[],
): Promise<void> {
  const clauses = ratings.map(({ clauseId }) => clauseId);
  await w.db.run(sql`delete from mandates.appraisal_ratings
    where appraisal_id = ${id} and side = ${side} and clause_id = any (${clauses}::uuid[])`);
  const given = ratings.filter(({ rating }) => rating !== null);
  if (given.length === 0) return;
  await w.db.run(sql`insert into mandates.appraisal_ratings (company_id, appraisal_id, clause_id, side, rating)
    select ${w.actor.companyId}, ${id}, r.clause_id, ${side}, r.rating
      from unnest(${given.map(({ clauseId }) => clauseId)}::uuid[], ${given.map(({ rating }) => rating)}::int[]) r(clause_id, rating)`);
}
