import { sql } from './db/sql.ts';
import type { Setting } from './declare/module.ts';
import type { Work } from './work.ts';

/** The value of a setting of the company on a day: its latest choice up to then, or the declared default. */
export function readSetting<T>(w: Work, key: string, on = w.today.toString()): Promise<T> {
  return settingOf(w, declared(w, key), null, on);
}

/** The value of a setting for an employee on a day: their position's, department's or company's choice, or the default. */
export function readSettingFor<T>(w: Work, key: string, employeeId: string, on = w.today.toString()): Promise<T> {
  const setting = declared(w, key);
  if (!setting.narrows) throw new Error(`the setting ${key} is the company's alone`);
  return settingOf(w, setting, employeeId, on);
}

/**
 * What was chosen for an employee on a day, or with null for the company as a whole; null where nobody chose or a choice
 * was taken back. Which place speaks before which is known to `organization.setting_of` alone: views ask it too.
 */
export async function chosenSetting<T>(
  w: Work,
  key: string,
  employeeId: string | null = null,
  on = w.today.toString(),
): Promise<T | null> {
  const { value } = await w.db.one(sql<{ value: T | null }>`
    select organization.setting_of(${w.actor.companyId}, ${key}, ${employeeId}, ${on}) as value`);
  return value;
}

async function settingOf<T>(w: Work, setting: Setting, employeeId: string | null, on: string): Promise<T> {
  return (await chosenSetting<T>(w, setting.key, employeeId, on)) ?? (setting.default as T);
}

function declared(w: Work, key: string): Setting {
  const setting = w.registry.settings.get(key);
  if (!setting) throw new Error(`undeclared setting ${key}`);
  return setting;
}
