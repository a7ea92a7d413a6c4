import type { Verification } from '#platform/declare/module.ts';

/** What must be true of every job description, whoever wrote to the database. */
export const mandatesVerifications: readonly Verification[] = [
  {
    name: 'the text of every version that left draft is what was hashed',
    query: `select v.id, v.text_hash from mandates.versions v
      where v.state <> 'draft' and v.text_hash is distinct from mandates.hash_of(v.id)`,
  },
  {
    name: 'every signature is of the text that was in force',
    query: `select k.id from mandates.acknowledgements k join mandates.versions v on v.id = k.version_id
      where k.signed_at is not null and k.text_hash is distinct from v.text_hash`,
  },
  {
    name: 'every scan of a signature is attached to it',
    query: `select k.id from mandates.acknowledgements k left join platform.files f on f.id = k.scan_id and f.subject_id = k.id
      and f.subject_kind = 'mandates.acknowledgements' and f.detached_at is null where k.scan_id is not null and f.id is null`,
  },
  {
    name: 'no one decided what they had asked themselves',
    query: 'select id from mandates.requests where decided_by = asked_by',
  },
  {
    name: 'no authority without a clause in force, an assignment or the founding',
    query: `select g.employee_id, g.permit from app.grants g
      left join mandates.clauses c on c.id = g.clause_id left join mandates.versions v on v.id = c.version_id
      where g.clause_id is not null and (v.id is null or v.state not in ('approved', 'revoked') or not g.valid <@ v.in_force)`,
  },
];
