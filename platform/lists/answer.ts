import type { Endpoint } from '#kernel/endpoint.ts';
import { answerAtLength, type FileReply, type Route } from '#platform/http/route.ts';
import type { Runner } from '#platform/run.ts';
import { keepExports } from '#platform/security/keep-export.ts';
import { noteRows } from '#platform/security/note-reading.ts';
import { type Actor, notAllowed, type Work } from '#platform/work.ts';
import type { List, ListReply } from './define.ts';
import { exportList } from './export.ts';
import { type ListQuery, readPage, readTotals, understand } from './page.ts';
import type { ListSource } from './source.ts';

const usualLimit = 50;

/**
 * The routes of a list: reading a page, and the whole of it as a file.
 * @throws when a column is edited in its cell, but the source does not say the revision that the edit must name.
 */
export function answerList(list: List, source: ListSource): readonly Route[] {
  if (!source.revision && Object.values(list.columns).some((column) => column.editedBy))
    throw new Error(`the list ${list.key} has no source for the revision`);
  return [
    { endpoint: list.read, list, handle: (w, { query }) => readList(w, list, source, (query ?? {}) as ListQuery) },
    answerAtLength(list.exported, (runner, actor, { query }) =>
      keepAndExport(runner, actor, list, source, (query ?? {}) as ListQuery),
    ),
  ];
}

/**
 * One page of a list, with totals when they are asked for.
 * @throws Refused as `understand` does, and `lists.bad-cursor`.
 */
export async function readList(w: Work, list: List, source: ListSource, query: ListQuery): Promise<ListReply> {
  const asked = await understand(w, list, source, query);
  const cursor = query.cursor as string | undefined;
  const [page, totals] = await Promise.all([
    readPage(w, list, source, asked, { limit: (query.limit as number | undefined) ?? usualLimit, cursor }),
    query.totals === true ? readTotals(w, list, source, asked) : undefined,
  ]);
  const columns = Object.entries(list.columns).map(([name, { editedBy, ...column }]) => ({
    name,
    ...column,
    ...(editedBy && { editedBy: editedBy.by.id }),
  }));
  return { ...page, ...(totals && { totals }), columns };
}

/** The list as a file, once it stands written who takes it. @throws Refused as `exportList`, and without the permit to read. */
async function keepAndExport(
  runner: Runner,
  actor: Actor,
  list: List,
  source: ListSource,
  query: ListQuery,
): Promise<FileReply> {
  const made = await runner.read(
    actor,
    async (w) => {
      requireRead(w, list.read);
      return exportList(w, list, source, query, (items, names) =>
        noteRows(runner, list, actor, items, names, 'export'),
      );
    },
    { mayLag: true },
  );
  const { format, columns: _, sort: __, ...filters } = query;
  const way = format === 'xlsx' ? 'xlsx' : 'csv';
  const { rows, clients, names: columns, discard } = made;
  await runner
    .write(actor, (w) => keepExports(w, [{ list: list.id, way, query: filters, columns, rows, clients }]))
    .catch(async (error) => {
      await discard();
      throw error;
    });
  return made.file;
}

/** The export has a permit of its own; it shows nothing that the list would not. */
function requireRead(w: Work, read: Endpoint): void {
  if (read.permit === 'signed-in' || w.actor.employeeId === null || w.authority.permits.has(read.permit)) return;
  throw notAllowed(read.permit, { kind: 'refused', because: 'not-granted', excess: [] });
}
