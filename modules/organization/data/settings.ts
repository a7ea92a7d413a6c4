import { sql } from '#platform/db/sql.ts';
import type { Setting } from '#platform/declare/module.ts';
import type { Work } from '#platform/work.ts';

type Scope = { kind: 'company' | 'department' | 'position'; id: string; name: string };
export type Choice = {
  id: string;
  scope: Scope;
  /** Null: as whatever is above says. */
  value: unknown;
  validFrom: string;
  /** Overtaken by a later choice for the same place, acting today, or still to come. */
  standing: 'past' | 'in-force' | 'to-come';
  setBy: string | null;
  setAt: string;
};

/** Every declared setting with what the company chose for today. */
export async function settingsToday(w: Work) {
  const all = await choices(w, null);
  return [...w.registry.settings.values()].map((setting) => settingLine(setting, all));
}

/** One setting with all that was ever chosen, newest first; null when there is no such setting. */
export async function settingWithHistory(w: Work, key: string) {
  const setting = w.registry.settings.get(key);
  if (!setting) return null;
  const history = await choices(w, key);
  return { ...settingLine(setting, history), history: history.map(({ key: _, ...choice }) => choice) };
}

function settingLine(setting: Setting, all: readonly (Choice & { key: string })[]) {
  const mine = all.filter(({ key }) => key === setting.key);
  const company = mine.filter(({ scope }) => scope.kind === 'company');
  const chosen = company.find(({ standing }) => standing === 'in-force');
  const next = company.findLast(({ standing }) => standing === 'to-come');
  const elsewhere = mine.filter(
    ({ scope, standing, value }) => scope.kind !== 'company' && standing === 'in-force' && value !== null,
  );
  return {
    key: setting.key,
    narrows: setting.narrows ?? false,
    schema: setting.schema as unknown,
    default: setting.default,
    value: chosen?.value ?? setting.default,
    validFrom: chosen && chosen.value !== null ? chosen.validFrom : null,
    next: next ? { value: next.value, validFrom: next.validFrom } : null,
    elsewhere: elsewhere.map(({ scope, value }) => ({ scope, value })),
  };
}

function choices(w: Work, key: string | null): Promise<(Choice & { key: string })[]> {
  const today = w.today.toString();
  return w.db.all(sql<
    Choice & { key: string }
  >`select s.id, s.key, s.value, s.valid_from as "validFrom", s.set_at as "setAt",
      e.name as "setBy",
      jsonb_build_object('kind', s.scope_kind, 'id', s.scope_id, 'name', coalesce(p.title, d.name, c.name)) as scope,
      case when s.valid_from > ${today}::date then 'to-come'
        when s.valid_from = max(s.valid_from) filter (where s.valid_from <= ${today}::date)
          over (partition by s.key, s.scope_kind, s.scope_id) then 'in-force' else 'past' end as standing
    from platform.settings s
    join platform.companies c on c.id = s.company_id
    left join organization.employees e on e.id = s.set_by
    left join organization.positions p on s.scope_kind = 'position' and p.id = s.scope_id
    left join organization.departments d on s.scope_kind = 'department' and d.id = s.scope_id
    where s.company_id = ${w.actor.companyId} and (${key}::text is null or s.key = ${key})
    order by s.valid_from desc, s.set_at desc`);
}
