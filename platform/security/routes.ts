import type { EndpointInput, EndpointReply } from '#kernel/endpoint.ts';
import { sql } from '#platform/db/sql.ts';
import { answer, type Route } from '#platform/http/route.ts';
import type { List } from '#platform/lists/define.ts';
import { sentence } from '#platform/sentence.ts';
import type { Work } from '#platform/work.ts';
import { listExports, listReadings } from './endpoints.ts';

const usualLimit = 50;
/** So many of the records of a reading are named. */
const named = 3;

type ExportReply = EndpointReply<typeof listExports>;
type ExportRow = Omit<ExportReply['items'][number], 'filters'> & { query: Record<string, unknown> };

async function exportsSeen(w: Work, query: EndpointInput<typeof listExports>['query']): Promise<ExportReply> {
  const limit = query.limit ?? usualLimit;
  const rows = await w.db.all(sql<ExportRow>`select x.id, jsonb_build_object('id', e.id, 'name', e.name) as employee,
      x.taken_at as at, x.list, x.way, x.query, x.columns, x.rows, x.clients, x.beyond
    from platform.exports x join organization.employees e on e.id = x.employee_id
    where x.company_id = ${w.actor.companyId}
      and (${query.employee ?? null}::uuid is null or x.employee_id = ${query.employee ?? null})
      and (${query.beyond ?? false} is false or x.beyond)
      and (${query.before ?? null}::uuid is null or x.id < ${query.before ?? null})
    order by x.id desc limit ${limit + 1}`);
  const shown = rows.slice(0, limit);
  return {
    items: shown.map(({ query: asked, list, columns, ...row }) => ({ ...row, ...inWords(w, list, asked, columns) })),
    next: rows.length > limit ? (shown.at(-1)?.id ?? null) : null,
  };
}

/** List, filters and columns as the list itself calls them; what reads no list is called by its marked data. */
function inWords(w: Work, id: string, query: Record<string, unknown>, columns: readonly string[]) {
  const say = (key: string, otherwise: string) =>
    w.registry.texts.has(key) ? sentence(w.registry, w.actor.language, key) : otherwise;
  const list = listOf(w, id);
  const [shown] = w.registry.shownBy.get(id) ?? [];
  const column = (name: string) => (list ? say(`list.${list.key}.${name}`, name) : name);
  return {
    list: list ? say(`list.${list.key}`, id) : say(`marked.${shown?.data.key}`, id),
    filters: Object.entries(query).map(([key, value]) => {
      const [name = '', operator] = key.split('.');
      const label = name === 'q' ? say('security.search-text', name) : column(name);
      const choice = list && say(`list.${list.key}.${name}.${value}`, String(value));
      return {
        label: operator ? `${label} ${say(`security.operator.${operator}`, operator)}` : label,
        value: choice ?? String(value),
      };
    }),
    columns: columns.map(column),
  };
}

function listOf(w: Work, id: string): List | undefined {
  for (const module of w.registry.modules) for (const { list } of module.routes) if (list?.id === id) return list;
  return undefined;
}

type ReadingReply = EndpointReply<typeof listReadings>;

async function readingsSeen(w: Work, query: EndpointInput<typeof listReadings>['query']): Promise<ReadingReply> {
  const limit = query.limit ?? usualLimit;
  const rows = await w.db.all(sql<ReadingReply['items'][number]>`
    with page as (select * from platform.readings r where r.company_id = ${w.actor.companyId}
      and (${query.employee ?? null}::uuid is null or r.employee_id = ${query.employee ?? null})
      and (${query.record ?? null}::uuid is null or r.record_ids @> array[${query.record ?? null}::uuid])
      and (${query.data ?? null}::text is null or r.data = ${query.data ?? null})
      and (${query.before ?? null}::uuid is null or r.id < ${query.before ?? null})
      order by r.id desc limit ${limit + 1})
    select p.id, jsonb_build_object('id', e.id, 'name', e.name) as employee, p.read_at as at, p.data, p.way,
        platform.names_of(p.of_table, p.record_ids, ${named}) as names, cardinality(p.record_ids) as records
      from page p join organization.employees e on e.id = p.employee_id order by p.id desc`);
  const shown = rows.slice(0, limit);
  const nameOf = (key: string) => sentence(w.registry, w.actor.language, `marked.${key}`);
  return {
    items: shown.map((row) => ({ ...row, data: w.registry.marked.has(row.data) ? nameOf(row.data) : row.data })),
    next: rows.length > limit ? (shown.at(-1)?.id ?? null) : null,
    marked: [...w.registry.marked.keys()].map((key) => ({ key, name: nameOf(key) })),
  };
}

/** Who took what, and who read what is marked. */
export const securityRoutes: readonly Route[] = [
  answer(listExports, (w, { query }) => exportsSeen(w, query)),
  answer(listReadings, (w, { query }) => readingsSeen(w, query)),
];
