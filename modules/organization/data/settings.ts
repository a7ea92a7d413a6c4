import { sql } from '#platform/db/sql.ts';
import type { Work } from '#platform/work.ts';

type Row = { key: string; value: unknown; valid_from: string };

/** Every declared setting with what is in force today. */
export async function settingsToday(w: Work) {
  const rows = await w.db.all(sql<Row>`select distinct on (key) key, value, valid_from from platform.settings
    where company_id = ${w.actor.companyId} and scope_kind = 'company' and valid_from <= ${w.today.toString()}::date
    order by key, valid_from desc`);
  const chosen = new Map(rows.map((row) => [row.key, row]));
  return [...w.registry.settings.values()].map((setting) => ({
    key: setting.key,
    value: chosen.has(setting.key) ? chosen.get(setting.key)?.value : setting.default,
    default: setting.default,
    schema: setting.schema,
    validFrom: chosen.get(setting.key)?.valid_from ?? null,
  }));
}
