import { sql } from '#platform/db/sql.ts';
import type { GrantSpecification } from '#platform/declare/right.ts';
import type { Work } from '#platform/work.ts';

export type BindingKind = 'duty' | 'right' | 'pay';
export type BindingRow = {
  id: string;
  kind: BindingKind;
  key: string;
  settings: Record<string, unknown>;
  grants: GrantSpecification[];
  revision: number;
};
export type Responsibility = 'disciplinary' | 'material' | 'variable-pay' | 'administrative';
export type ClauseRow = {
  id: string;
  versionId: string;
  identity: string;
  section: number;
  ordinal: number;
  number: string;
  text: string;
  area: string;
  cadence: string;
  responsibility: Responsibility | null;
  legalReference: string;
  revision: number;
  bindings: BindingRow[];
};
export type ClauseText = Pick<ClauseRow, 'text' | 'area' | 'cadence' | 'responsibility' | 'legalReference'>;

const columns = sql`c.id, c.version_id as "versionId", c.identity, c.section, c.ordinal, c.number, c.text, c.area, c.cadence, c.responsibility,
  c.legal_reference as "legalReference", c.revision,
  coalesce((select jsonb_agg(jsonb_build_object('id', b.id, 'kind', b.kind, 'key', b.key, 'settings', b.settings, 'grants', b.grants,
      'revision', b.revision) order by b.id) from mandates.bindings b where b.clause_id = c.id), '[]') as bindings`;

/** The clauses of a version in reading order, each with what it binds. */
export function clausesOf(w: Work, versionId: string): Promise<ClauseRow[]> {
  return w.db.all(
    sql<ClauseRow>`select ${columns} from mandates.clauses c where c.version_id = ${versionId} order by c.section, c.ordinal`,
  );
}

/** One clause, or undefined. */
export function clause(w: Work, id: string): Promise<ClauseRow | undefined> {
  return w.db.first(sql<ClauseRow>`select ${columns} from mandates.clauses c where c.id = ${id}`);
}

/** Adds a clause at the place, moving those behind it. */
export async function insertClause(
  w: Work,
  versionId: string,
  at: { section: number; ordinal: number; identity?: string },
  row: ClauseText,
): Promise<{ id: string; revision: number }> {
  await w.db.run(sql`update mandates.clauses set ordinal = ordinal + 1
    where version_id = ${versionId} and section = ${at.section} and ordinal >= ${at.ordinal}`);
  const id = w.newId();
  return w.db.one(sql<{ id: string; revision: number }>`insert into mandates.clauses
      (id, company_id, version_id, identity, section, ordinal, text, area, cadence, responsibility, legal_reference)
    values (${id}, ${w.actor.companyId}, ${versionId}, ${at.identity ?? w.newId()}, ${at.section}, ${at.ordinal}, ${row.text},
      ${row.area}, ${row.cadence}, ${row.responsibility}, ${row.legalReference}) returning id, revision`);
}

/** Writes a clause anew. */
export function updateClause(w: Work, id: string, row: ClauseText): Promise<{ id: string; revision: number }> {
  return w.db.one(sql<{
    id: string;
    revision: number;
  }>`update mandates.clauses set text = ${row.text}, area = ${row.area}, cadence = ${row.cadence},
      responsibility = ${row.responsibility}, legal_reference = ${row.legalReference} where id = ${id} returning id, revision`);
}

/** Takes a clause out and closes the gap. */
export async function deleteClause(w: Work, gone: ClauseRow): Promise<void> {
  await w.db.run(sql`delete from mandates.clauses where id = ${gone.id}`);
  await w.db.run(sql`update mandates.clauses set ordinal = ordinal - 1
    where version_id = ${gone.versionId} and section = ${gone.section} and ordinal > ${gone.ordinal}`);
}

/** Puts the clauses of a section in the order of the ids. */
export async function orderSection(w: Work, versionId: string, section: number, ids: readonly string[]): Promise<void> {
  await w.db.run(sql`update mandates.clauses c set ordinal = o.place
    from unnest(${ids}::uuid[]) with ordinality o(id, place)
    where c.id = o.id and c.version_id = ${versionId} and c.section = ${section}`);
}

/** Copies all clauses with their bindings into another version; identities stay. */
export async function copyClauses(w: Work, fromVersion: string, toVersion: string): Promise<void> {
  await w.db.run(sql`insert into mandates.clauses (company_id, version_id, identity, section, ordinal, text, area, cadence, responsibility, legal_reference)
    select company_id, ${toVersion}, identity, section, ordinal, text, area, cadence, responsibility, legal_reference
      from mandates.clauses where version_id = ${fromVersion}`);
  await w.db.run(sql`insert into mandates.bindings (company_id, clause_id, kind, key, settings, grants)
    select b.company_id, n.id, b.kind, b.key, b.settings, b.grants
      from mandates.clauses o join mandates.bindings b on b.clause_id = o.id
      join mandates.clauses n on n.version_id = ${toVersion} and n.identity = o.identity
     where o.version_id = ${fromVersion} order by b.id`);
}

export type NewBinding = { kind: BindingKind; key: string; settings: unknown; grants: readonly GrantSpecification[] };

/** Binds a clause. */
export function insertBinding(w: Work, clauseId: string, row: NewBinding): Promise<{ id: string; revision: number }> {
  return w.db.one(sql<{
    id: string;
    revision: number;
  }>`insert into mandates.bindings (id, company_id, clause_id, kind, key, settings, grants)
    values (${w.newId()}, ${w.actor.companyId}, ${clauseId}, ${row.kind}, ${row.key}, ${JSON.stringify(row.settings)}, ${JSON.stringify(row.grants)})
    returning id, revision`);
}

export type HeldBinding = { id: string; kind: BindingKind; key: string; clauseId: string; revision: number };

/** One binding, or undefined. */
export function binding(w: Work, id: string): Promise<HeldBinding | undefined> {
  return w.db.first(
    sql<HeldBinding>`select id, kind, key, clause_id as "clauseId", revision from mandates.bindings where id = ${id}`,
  );
}

/** Sets what a binding says and therefore grants. */
export function updateBinding(
  w: Work,
  id: string,
  settings: unknown,
  grants: readonly GrantSpecification[],
): Promise<{ id: string; revision: number }> {
  return w.db.one(sql<{
    id: string;
    revision: number;
  }>`update mandates.bindings set settings = ${JSON.stringify(settings)}, grants = ${JSON.stringify(grants)}
    where id = ${id} returning id, revision`);
}

/** Takes a binding away. */
export async function deleteBinding(w: Work, id: string): Promise<void> {
  await w.db.run(sql`delete from mandates.bindings where id = ${id}`);
}
