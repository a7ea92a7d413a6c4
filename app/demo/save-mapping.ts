import { sql } from '#platform/db/sql.ts';
import type { Mapping } from '#platform/imports/map-row.ts';
import type { Runner } from '#platform/run.ts';
import type { Actor } from '#platform/work.ts';

/** Keeps a mapping of the demonstration's files, as a person would on the screen. */
export async function saveMapping(
  runner: Runner,
  company: Actor,
  kind: string,
  mapping: Mapping,
  name = 'Northwind',
): Promise<void> {
  await runner.write(company, (w) =>
    w.db.run(sql`insert into platform.import_mappings (company_id, kind, name, mapping)
      values (${w.actor.companyId}, ${kind}, ${name}, ${JSON.stringify(mapping)})`),
  );
}
