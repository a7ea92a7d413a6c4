import { Compile } from 'typebox/compile';
import { Refused, refusal } from '#kernel/refusal.ts';
import { sql } from '#platform/db/sql.ts';
import type { Setting } from '#platform/declare/module.ts';
import { refusalsOf } from '#platform/http/faults.ts';
import { expectRevision, requirePermit, type Work } from '#platform/work.ts';
import { organizationRefusals, refuse } from '../refusals.ts';

type Revised = { id: string; revision: number };

export async function addDepartment(w: Work, wish: { name: string; parentId?: string }): Promise<Revised> {
  await requirePermit(w, 'organization.arrange');
  return w.db.one(sql<Revised>`insert into organization.departments (id, company_id, name, parent_id)
    values (${w.newId()}, ${w.actor.companyId}, ${wish.name}, ${wish.parentId ?? null}) returning id, revision`);
}

export type PositionWish = {
  title: string;
  synonyms?: string[];
  category?: string;
  level?: string;
  headcount?: number;
  template?: string;
};

/** Adds a position to the staffing list. */
export async function addPosition(w: Work, wish: PositionWish & { departmentId: string }): Promise<Revised> {
  await requirePermit(w, 'organization.arrange');
  return w.db.one(sql<Revised>`insert into organization.positions (id, company_id, department_id, title, synonyms, category, level, headcount, template)
    values (${w.newId()}, ${w.actor.companyId}, ${wish.departmentId}, ${wish.title}, ${wish.synonyms ?? []}, ${wish.category ?? 'specialist'},
      ${wish.level ?? 'operational'}, ${wish.headcount ?? 1}, ${wish.template ?? null}) returning id, revision`);
}

/** Changes a position. */
export async function editPosition(w: Work, id: string, wish: Partial<PositionWish>): Promise<Revised> {
  await requirePermit(w, 'organization.arrange');
  const current = await w.db.first(sql<
    Required<PositionWish> & { revision: number }
  >`select title, synonyms, category, level, headcount, template, revision
    from organization.positions where id = ${id} for update`);
  if (!current) refuse('organization.unknown-position');
  expectRevision(w, current);
  const next = { ...current, ...wish };
  return w.db.one(sql<Revised>`update organization.positions set title = ${next.title}, synonyms = ${next.synonyms}, category = ${next.category},
    level = ${next.level}, headcount = ${next.headcount}, template = ${next.template} where id = ${id} returning id, revision`);
}

/** Changes what is printed of the company. */
export async function editCompany(
  w: Work,
  wish: { name?: string; language?: string; address?: string; registration?: string },
): Promise<Revised> {
  await requirePermit(w, 'organization.configure');
  type Row = { name: string; language: string; address: string; registration: string; revision: number };
  const current = await w.db.one(
    sql<Row>`select name, language, address, registration, revision from platform.companies where id = ${w.actor.companyId} for update`,
  );
  expectRevision(w, current);
  const next = { ...current, ...wish };
  return w.db.one(sql<Revised>`update platform.companies set name = ${next.name}, language = ${next.language}, address = ${next.address},
    registration = ${next.registration} where id = ${w.actor.companyId} returning id, revision`);
}

export type SettingWish = {
  /** Null: from that day on as whatever is above says, in the end the default. */
  value: unknown;
  validFrom: string;
  scope?: Place | undefined;
};
export type Place = { kind: 'department' | 'position'; id: string };

/**
 * Sets a setting of the company, or of a department or position, from a day on. The day is not in the past: a choice never
 * acts on a period already begun.
 * @throws Refused for an unknown key or place, a setting that only the company chooses, or a value that does not fit its
 * schema, each fault at its field, or does not work.
 */
export async function setSetting(w: Work, key: string, { value, validFrom, scope }: SettingWish): Promise<void> {
  await requirePermit(w, 'organization.configure');
  const setting = w.registry.settings.get(key);
  if (!setting) refuse('organization.unknown-setting');
  if (value !== null && !Compile(setting.schema).Check(value)) {
    const faults = refusalsOf(Compile(setting.schema).Errors(value), '/value');
    throw new Refused([refusal(organizationRefusals, 'organization.setting-does-not-fit', { key }), ...faults]);
  }
  if (validFrom < w.today.toString()) refuse('organization.acts-in-past', {}, '/validFrom');
  if (scope) await requirePlace(w, setting, scope);
  const faults = (await setting.judge?.(value)) ?? [];
  if (faults.length > 0) refuse('organization.setting-faulty', { faults: faults.slice(0, 5).join('; ') }, '/value');
  const { kind, id } = scope ?? { kind: 'company', id: w.actor.companyId };
  await w.db.run(sql`insert into platform.settings (id, company_id, key, scope_kind, scope_id, value, valid_from, set_by)
    values (${w.newId()}, ${w.actor.companyId}, ${key}, ${kind}, ${id}, ${JSON.stringify(value)}, ${validFrom}, ${w.actor.employeeId})
    on conflict on constraint settings__one_a_day do update set value = excluded.value, set_by = excluded.set_by, set_at = now()`);
}

async function requirePlace(w: Work, setting: Setting, { kind, id }: Place): Promise<void> {
  if (!setting.narrows) refuse('organization.setting-of-company', {}, '/scope');
  const table = kind === 'position' ? sql`organization.positions` : sql`organization.departments`;
  if (!(await w.db.first(sql`select 1 from ${table} where id = ${id}`)))
    refuse('organization.unknown-place', {}, '/scope');
}
