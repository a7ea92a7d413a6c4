import { sql } from './db/sql.ts';
import type { Work } from './work.ts';

/**
 * The value of a setting on a day: the company's latest choice up to then, or the declared default, also where the company
 * chose to go back to it (null).
 */
export async function readSetting<T>(w: Work, key: string, on = w.today.toString()): Promise<T> {
  const declared = w.registry.settings.get(key);
  if (!declared) throw new Error(`undeclared setting ${key}`);
  const row = await w.db.first(sql<{ value: T }>`select value from platform.settings
    where company_id = ${w.actor.companyId} and key = ${key} and scope_kind = 'company' and valid_from <= ${on}::date
    order by valid_from desc limit 1`);
  return (row?.value ?? declared.default) as T;
}
