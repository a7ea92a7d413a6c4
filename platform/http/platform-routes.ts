import { randomBytes } from 'node:crypto';
import { Refused } from '#kernel/refusal.ts';
import { keyHash } from '#platform/auth/identify.ts';
import { sql } from '#platform/db/sql.ts';
import type { Work } from '#platform/work.ts';
import { addApiKey, chooseMyLanguage, listApiKeys, me, readJournal, revokeApiKey, search } from './endpoints.ts';
import { answer, type Route } from './route.ts';

type Standing = {
  id: string;
  name: string;
  email: string;
  language: string;
  positions: string[];
  substituting: { id: string; name: string; until: string }[];
};

async function standingOf(w: Work): Promise<Standing> {
  return w.db.one(sql<Standing>`select e.id, e.name, e.email, e.language,
      coalesce((select jsonb_agg(p.title order by p.title) from organization.assignments a
        join organization.positions p on p.id = a.position_id
        where a.employee_id = e.id and a.valid @> ${w.today.toString()}::date), '[]') as positions,
      coalesce((select jsonb_agg(jsonb_build_object('id', x.id, 'name', x.name, 'until', upper(s.valid) - 1) order by x.name)
        from organization.substitutions s join organization.employees x on x.id = s.absent_id
        where s.substitute_id = e.id and s.revoked_at is null and s.valid @> ${w.today.toString()}::date), '[]') as substituting
    from organization.employees e where e.id = ${w.actor.employeeId}`);
}

/** Every registered source is asked at once; what the actor has no permit for is not asked. */
async function find(w: Work, text: string) {
  const sources = w.registry.search.filter((source) => w.authority.permits.has(source.permit));
  const hits = await Promise.all(sources.map((source) => source.find(w, text, 8)));
  return hits
    .flat()
    .sort((a, b) => b.rank - a.rank)
    .slice(0, 20);
}

type JournalRow = {
  id: number;
  at: string;
  employee: string | null;
  actingFor: string | null;
  clause: string | null;
  table: string;
  recordId: string | null;
  act: string;
  before: unknown;
  after: unknown;
};

export const platformRoutes: readonly Route[] = [
  answer(me, async (w) => {
    const { positions, substituting, language, ...employee } = await standingOf(w);
    return {
      employee: { id: employee.id, name: employee.name, email: employee.email },
      company: w.company,
      positions,
      substituting,
      permits: Object.fromEntries([...w.authority.permits].map((permit) => [permit, true as const])),
      language,
      today: w.today.toString(),
    };
  }),
  answer(search, async (w, { query }) => ({ items: await find(w, query.q) })),
  answer(chooseMyLanguage, async (w, { body }) => {
    await w.db.run(sql`update organization.employees set language = ${body.language} where id = ${w.actor.employeeId}`);
    return {};
  }),
  answer(listApiKeys, async (w) => ({
    items: await w.db.all(
      sql<{ id: string; name: string; createdAt: string; expiresOn: string | null; revokedAt: string | null }>`
        select id, name, created_at as "createdAt", expires_on as "expiresOn", revoked_at as "revokedAt" from app.own_api_keys()`,
    ),
  })),
  answer(addApiKey, async (w, { body }) => {
    const key = `mandate_${randomBytes(24).toString('base64url')}`;
    const { id } = await w.db.one(
      sql<{ id: string }>`select app.add_api_key(${body.name}, ${keyHash(key)}, ${body.expiresOn ?? null}) as id`,
    );
    return { id, key };
  }),
  answer(revokeApiKey, async (w, { params }) => {
    const { gone } = await w.db.one(sql<{ gone: boolean }>`select app.revoke_api_key(${params.id}) as gone`);
    if (!gone) throw new Refused([{ code: 'platform.not-found', status: 404 }]);
    return {};
  }),
  answer(readJournal, async (w, { query }) => ({
    items:
      await w.db.all(sql<JournalRow>`select j.id, j.at, e.name as employee, f.name as "actingFor", c.number as clause,
        j.table_name as "table", j.record_id as "recordId", j.act, j.before, j.after
      from journal.entries j
      left join organization.employees e on e.id = j.employee_id
      left join organization.employees f on f.id = j.acting_for
      left join mandates.clauses c on c.id = j.clause_id
      where j.company_id = ${w.actor.companyId}
        and (${query.record ?? null}::uuid is null or j.record_id = ${query.record ?? null})
        and (${query.employee ?? null}::uuid is null or j.employee_id = ${query.employee ?? null})
        and (${query.before ?? null}::bigint is null or j.id < ${query.before ?? null})
      order by j.id desc limit ${query.limit ?? 50}`),
  })),
];
