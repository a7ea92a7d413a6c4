import { Refused } from '#kernel/refusal.ts';
import { sql } from '#platform/db/sql.ts';
import { answer, type Route } from '#platform/http/route.ts';
import { expectRevision, type Work } from '#platform/work.ts';
import {
  changeImportMapping,
  deleteImportMapping,
  importMappings,
  type Mapping,
  saveImportMapping,
} from './endpoints.ts';

export type SavedMapping = { id: string; kind: string; name: string; mapping: Mapping; revision: number };
const shown = sql`m.id, m.kind, m.name, m.mapping, m.revision`;

/** The saved mappings of the company, of one kind of record or of all, by name. */
export function savedMappings(w: Work, kind?: string): Promise<SavedMapping[]> {
  return w.db.all(sql<SavedMapping>`select ${shown} from platform.import_mappings m
    where m.company_id = ${w.actor.companyId} and (${kind ?? null}::text is null or m.kind = ${kind ?? null}) order by m.kind, m.name limit 500`);
}

/** Routes of saved mappings: everybody who imports shares them. */
export const savedMappingRoutes: readonly Route[] = [
  answer(importMappings, async (w, { query }) => ({ items: await savedMappings(w, query.kind) })),
  answer(saveImportMapping, async (w, { body }) => {
    const id = w.newId();
    if (!w.registry.imports.has(body.kind))
      throw new Refused([
        { code: 'platform.invalid-input', status: 422, field: '/kind', params: { fault: body.kind } },
      ]);
    await w.db.run(sql`insert into platform.import_mappings (id, company_id, kind, name, mapping)
      values (${id}, ${w.actor.companyId}, ${body.kind}, ${body.name.trim()}, ${JSON.stringify(body.mapping)})`);
    return { id, revision: 1 };
  }),
  answer(changeImportMapping, async (w, { params, body }) => {
    const seen = await lockMapping(w, params.id);
    expectRevision(w, seen);
    const mapping = body.mapping ?? seen.mapping;
    return w.db.one(sql<{ id: string; revision: number }>`update platform.import_mappings
      set name = ${body.name?.trim() ?? seen.name}, mapping = ${JSON.stringify(mapping)} where id = ${params.id} returning id, revision`);
  }),
  answer(deleteImportMapping, async (w, { params }) => {
    await lockMapping(w, params.id);
    await w.db.run(sql`delete from platform.import_mappings where id = ${params.id}`);
    return null;
  }),
];

/** @throws Refused `platform.not-found` */
async function lockMapping(w: Work, id: string): Promise<SavedMapping> {
  const found = await w.db.first(
    sql<SavedMapping>`select ${shown} from platform.import_mappings m where m.id = ${id} for update`,
  );
  if (!found) throw new Refused([{ code: 'platform.not-found', status: 404 }]);
  return found;
}
