import { sql } from '#platform/db/sql.ts';
import type { Work } from '#platform/work.ts';

/** As files know it. */
export const acknowledgementKind = 'mandates.acknowledgements';

export type AcknowledgementRow = {
  id: string;
  versionId: string;
  title: string;
  number: number;
  employee: { id: string; name: string };
  position: string;
  sentAt: string;
  remindedAt: string | null;
  signedAt: string | null;
  method: string | null;
  address: string | null;
  textHash: string | null;
  /** Who gave the employee access in the thirty days before the signature, where it was made in the application. */
  accessGiven: { by: string; at: string } | null;
  /** The signed sheet, for a signature on paper. */
  scan: { id: string; name: string; filedBy: string | null } | null;
  inForceFrom: string | null;
  /** A later version has taken the place of this one: it is no longer signed. */
  superseded: boolean;
};

const rows = (
  w: Work,
) => sql`select k.id, v.id as "versionId", j.title, v.number, jsonb_build_object('id', e.id, 'name', e.name) as employee,
    p.title as position, k.sent_at as "sentAt", k.reminded_at as "remindedAt", k.signed_at as "signedAt", k.method, k.address, k.text_hash as "textHash",
    case when k.method = 'application' then organization.access_given_before(k.employee_id, k.signed_at) end as "accessGiven",
    (select jsonb_build_object('id', f.id, 'name', f.name, 'filedBy', (select b.name from organization.employees b where b.id = f.stored_by))
       from platform.files f where f.id = k.scan_id) as scan,
    lower(v.in_force)::text as "inForceFrom",
    v.state <> 'approved' or not v.in_force && daterange(${w.today.toString()}::date, null) as superseded
  from mandates.acknowledgements k join mandates.versions v on v.id = k.version_id
  join mandates.job_descriptions j on j.id = v.job_description_id
  join organization.positions p on p.id = j.position_id
  join organization.employees e on e.id = k.employee_id`;

/** Who was sent a version, and who signed it. */
export function acknowledgementsOf(w: Work, versionId: string): Promise<AcknowledgementRow[]> {
  return w.db.all(sql<AcknowledgementRow>`${rows(w)} where v.id = ${versionId} order by e.name`);
}

/** What a person was sent to sign: signed or not, newest first. */
export function acknowledgementsBy(w: Work, employeeId: string): Promise<AcknowledgementRow[]> {
  return w.db.all(sql<AcknowledgementRow>`${rows(w)} where e.id = ${employeeId} order by k.sent_at desc limit 100`);
}

/** Everyone who has not signed what is in force or about to be. */
export function unsigned(w: Work): Promise<AcknowledgementRow[]> {
  return w.db.all(sql<AcknowledgementRow>`${rows(w)} where k.company_id = ${w.actor.companyId} and k.signed_at is null and v.state = 'approved'
    and v.in_force && daterange(${w.today.toString()}::date, null) order by k.sent_at, e.name limit 1000`);
}

/** What an employee has to sign for a position, of what is in force or about to be. */
export function unsignedFor(
  w: Work,
  held: { employeeId: string; positionId: string },
): Promise<{ versionId: string; title: string; number: number }[]> {
  return w.db.all(sql<{
    versionId: string;
    title: string;
    number: number;
  }>`select v.id as "versionId", j.title, v.number
    from mandates.acknowledgements k join mandates.versions v on v.id = k.version_id
    join mandates.job_descriptions j on j.id = v.job_description_id
    where k.employee_id = ${held.employeeId} and j.position_id = ${held.positionId} and k.signed_at is null and v.state = 'approved'
      and v.in_force && daterange(${w.today.toString()}::date, null) order by lower(v.in_force)`);
}

/** One acknowledgement, held until the end of the transaction. */
export async function acknowledgementHeld(w: Work, id: string): Promise<AcknowledgementRow | undefined> {
  await w.db.run(sql`select from mandates.acknowledgements where id = ${id} for update`);
  return acknowledgementById(w, id);
}

/** One acknowledgement within reach. */
export function acknowledgementById(w: Work, id: string): Promise<AcknowledgementRow | undefined> {
  return w.db.first(sql<AcknowledgementRow>`${rows(w)} where k.id = ${id}`);
}

/** Keeps a signature: when, how, from where, and the hash of what was signed. */
export async function recordSignature(
  w: Work,
  id: string,
  signed: { address: string | null; textHash: string },
): Promise<void> {
  await w.db.run(sql`update mandates.acknowledgements set signed_at = ${w.now.toString()}, method = 'application',
    address = ${signed.address}, text_hash = ${signed.textHash} where id = ${id}`);
}

/** Keeps a signature on paper, which its scan proves; one that was recorded before keeps its moment. */
export async function recordPaper(w: Work, id: string, signed: { scanId: string; textHash: string }): Promise<void> {
  await w.db.run(sql`update mandates.acknowledgements set signed_at = coalesce(signed_at, ${w.now.toString()}), method = 'paper',
    text_hash = coalesce(text_hash, ${signed.textHash}), scan_id = ${signed.scanId} where id = ${id}`);
}

/** Marks as reminded all who have not signed a version, at most once a day each; gives whom. */
export async function markReminded(w: Work, versionId: string): Promise<string[]> {
  const reminded = await w.db.all(sql<{
    id: string;
  }>`update mandates.acknowledgements set reminded_at = ${w.now.toString()}
    where version_id = ${versionId} and signed_at is null
      and (reminded_at is null or reminded_at < ${w.now.toString()}::timestamptz - interval '20 hours')
    returning employee_id as id`);
  return reminded.map(({ id }) => id);
}
