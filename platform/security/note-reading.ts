import type { MarkedData, Way } from '#platform/declare/marked-data.ts';
import type { FileReply, Route } from '#platform/http/route.ts';
import type { List } from '#platform/lists/define.ts';
import { clientsOf, type Item, recordsIn } from '#platform/lists/page.ts';
import type { Runner } from '#platform/run.ts';
import type { Actor } from '#platform/work.ts';

/** Notes what marked data a reply shows, and what of it leaves by an API key. @throws Refused as `ReadingLog.note`. */
export function noteReading(runner: Runner, route: Route, actor: Actor, input: unknown, reply: unknown): void {
  const { endpoint, list } = route;
  const reader = actor.employeeId;
  if (reader === null || endpoint.method !== 'GET') return;
  for (const { data, showing } of runner.registry.shownBy.get(endpoint.id) ?? []) {
    const records = showing.records({ input, reply, reader });
    note(runner, actor, data, showing.way, data.of, records);
    if (actor.byKey && data.ofClients)
      runner.readings.take(actor, { list: endpoint.id, query: {}, rows: 0, clients: new Set(records) });
  }
  const { document } = (reply ?? {}) as Partial<FileReply>;
  if (document) {
    for (const data of runner.registry.marked.values())
      if (data.documents?.includes(document.kind))
        note(runner, actor, data, 'print', 'platform.issued_documents', [document.id]);
  }
  if (!list) return;
  const { items } = reply as { items: readonly Item[] };
  noteRows(runner, list, actor, items, Object.keys(list.columns), 'list');
  if (actor.byKey) {
    const { cursor: _, limit: __, sort: ___, totals: ____, ...query } = (input as { query?: object }).query as Item;
    runner.readings.take(actor, { list: list.id, query, rows: items.length, clients: clientsOf(list, items) });
  }
}

/** Notes the marked data among the columns of rows. */
export function noteRows(
  runner: Runner,
  list: List,
  actor: Actor,
  items: readonly Item[],
  names: readonly string[],
  way: 'list' | 'export',
): void {
  for (const { data, showing } of runner.registry.shownInList.get(list.key) ?? []) {
    if (!showing.columns.some((column) => names.includes(column))) continue;
    note(runner, actor, data, way, data.of, [...new Set(recordsIn(items, showing.record))]);
  }
}

function note(runner: Runner, actor: Actor, data: MarkedData, way: Way, of: string, records: readonly string[]): void {
  // A file taken by a key is an export all the same: the rest of what keys read is told apart from what people look at.
  runner.readings.note(actor, { data: data.key, way: actor.byKey && way !== 'export' ? 'api' : way, of, records });
}
