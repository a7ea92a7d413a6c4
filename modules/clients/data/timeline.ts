import { sql } from '#platform/db/sql.ts';
import type { TimelineSource } from '#platform/declare/module.ts';
import { type FileRow, filesByRecord } from '#platform/files/attached.ts';
import type { Work } from '#platform/work.ts';
import type { TimelinePlace } from '../rules/timeline-place.ts';

export type TimelineEntry = {
  at: string;
  kind: string;
  id: string;
  employee: { id: string; name: string } | null;
  data: Record<string, unknown>;
};

/** The sources whose entries the actor may see. */
export function openSources(w: Work): TimelineSource[] {
  return w.registry.timeline.filter((source) => w.actor.employeeId === null || w.authority.permits.has(source.permit));
}

/** Which part of a history is asked for; days are the company's, `to` is not included. */
export type TimelineChoice = {
  readonly kinds?: readonly string[] | null;
  readonly from?: string | undefined;
  readonly to?: string | undefined;
  readonly product?: string | undefined;
  /** A group of products; `none`: those of no group. */
  readonly group?: string | undefined;
  /** The beginning of the number of a document, or a part of it. */
  readonly document?: string | undefined;
};

/**
 * All that happened with a client, newest first, after a place: every source gives its own newest, and the newest of all
 * are taken. One query, each branch an index range.
 */
export async function timelineOf(
  w: Work,
  clientId: string,
  sources: readonly TimelineSource[],
  page: { after: TimelinePlace | null; limit: number } & TimelineChoice,
): Promise<TimelineEntry[]> {
  const about = page.product !== undefined || page.group !== undefined;
  const asked = sources.filter(
    ({ kinds, products }) => (!page.kinds || kinds.some((kind) => page.kinds?.includes(kind))) && (!about || products),
  );
  if (asked.length === 0) return [];
  const after = page.after ? sql`and (v.at, v.id::text) < (${page.after.at}::timestamptz, ${page.after.id})` : sql``;
  const branches = asked.map(
    (source) => sql`(select v.at, v.kind, v.id::text as id, v.employee_id, v.data from ${sql.table(source.view)} v
      where v.client_id = ${clientId} ${after} ${chosen(w, source, page)} order by v.at desc, v.id::text desc limit ${page.limit})`,
  );
  return w.db.all(sql<TimelineEntry>`select t.at, t.kind, t.id, t.data,
      (select jsonb_build_object('id', e.id, 'name', e.name) from organization.employees e where e.id = t.employee_id) as employee
    from (${sql.join(branches, sql` union all `)}) t order by t.at desc, t.id desc limit ${page.limit}`);
}

/** The conditions of a choice on the entries `v` of a source. */
function chosen(w: Work, { products }: TimelineSource, { kinds, from, to, product, group, document }: TimelineChoice) {
  const none = sql``;
  const about = (condition: ReturnType<typeof sql>) =>
    products ? sql`and exists (select from ${sql.table(products)} p where p.id = v.id and ${condition})` : none;
  const pattern = document && `%${document.trim().replace(/[\\%_]/g, '\\$&')}%`;
  return sql.join(
    [
      kinds ? sql`and v.kind = any (${kinds}::text[])` : none,
      from ? sql`and v.at >= app.start_of(${from}::date, ${w.actor.companyId})` : none,
      to ? sql`and v.at < app.start_of(${to}::date, ${w.actor.companyId})` : none,
      product ? about(sql`p.product_id = ${product}::uuid`) : none,
      group === undefined
        ? none
        : about(group === 'none' ? sql`p.category_id is null` : sql`p.category_id = ${group}::uuid`),
      pattern ? sql`and v.data ->> 'number' ilike ${pattern}` : none,
    ],
    sql` `,
  );
}

/**
 * Entries with what is attached to their records, each file once: at the earliest of the entries that are about its
 * record. Files of the client itself are entries of their own.
 */
export async function withFiles(
  w: Work,
  clientId: string,
  entries: readonly TimelineEntry[],
): Promise<(TimelineEntry & { files: FileRow[] })[]> {
  const found = await filesByRecord(
    w,
    [...new Set(entries.map(({ id }) => id))].filter((id) => id !== clientId),
  );
  const last = new Map(entries.map((entry, at) => [entry.id, at]));
  return entries.map((entry, at) => ({
    ...entry,
    files: last.get(entry.id) === at ? (found.get(entry.id) ?? []) : [],
  }));
}

/** Clients of `ids` with any entry in [from, to) of any source, with the latest one: proof that their history is kept. */
export async function recordedBetween(
  w: Work,
  ids: readonly string[],
  from: string,
  to: string,
): Promise<Map<string, string>> {
  const branches = openSources(w).map(
    ({ view }) => sql`select v.client_id, v.at from ${sql.table(view)} v
      where v.client_id = any (${ids}::uuid[]) and v.at >= ${from}::timestamptz and v.at < ${to}::timestamptz`,
  );
  if (branches.length === 0 || ids.length === 0) return new Map();
  const rows = await w.db.all(
    sql<{
      id: string;
      at: string;
    }>`select t.client_id as id, max(t.at) as at from (${sql.join(branches, sql` union all `)}) t group by t.client_id`,
  );
  return new Map(rows.map((row) => [row.id, row.at]));
}
