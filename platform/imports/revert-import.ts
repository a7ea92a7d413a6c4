import { type Refusal, Refused } from '#kernel/refusal.ts';
import { type Query, sql } from '#platform/db/sql.ts';
import type { Holding } from '#platform/declare/import-kind.ts';
import { sentence } from '#platform/sentence.ts';
import type { Work } from '#platform/work.ts';

/** What would go with an import, and why it has to stay. Without obstacles it can be taken back. */
export type Reversal = {
  readonly records: readonly { readonly table: string; readonly made: number; readonly changed: number }[];
  readonly obstacles: readonly Holding[];
};
type ImportRecord = { kind: string; state: string };

/**
 * What taking an import back would remove, with how much of it people changed since, and what holds it: records that came
 * later and refer to what it made, or what its kind says.
 * @throws Refused `platform.not-found`, `platform.import-not-revertible`
 */
export async function reversalOf(w: Work, id: string): Promise<Reversal> {
  const record = await w.db.first(sql<ImportRecord>`select kind, state from platform.imports where id = ${id}`);
  return judge(w, id, requireRevertible(w, record));
}

/**
 * Takes back every record that an import made, or nothing of it. What the journal holds of them stays.
 * @throws Refused as `reversalOf`, and with every obstacle.
 */
export async function revertImport(w: Work, id: string): Promise<void> {
  const record = await w.db.first(
    sql<ImportRecord>`select kind, state from platform.imports where id = ${id} for update`,
  );
  const kind = requireRevertible(w, record);
  const { obstacles } = await judge(w, id, kind);
  if (obstacles.length > 0) throw new Refused(obstacles.map((each): Refusal => ({ ...each, status: 409 })));
  const takeBack = async () => {
    await w.db.run(sql`select platform.take_back(${id})`);
  };
  const revert = w.registry.imports.get(kind)?.revert;
  await (revert ? revert(w, id, takeBack) : takeBack());
  await w.db.run(sql`update platform.imports set state = 'reverted', reverted_by = ${w.actor.employeeId},
    reverted_at = ${w.now.toString()} where id = ${id}`);
}

const ended: ReadonlySet<string> = new Set(['done', 'failed', 'cut-off']);

/** The kind of an import that has ended and whose records the actor may make by hand too. */
function requireRevertible(w: Work, record: ImportRecord | undefined): string {
  if (!record) throw new Refused([{ code: 'platform.not-found', status: 404 }]);
  const kind = w.registry.imports.get(record.kind);
  if (!kind || !ended.has(record.state)) throw new Refused([{ code: 'platform.import-not-revertible', status: 409 }]);
  if (w.actor.employeeId !== null && !w.authority.permits.has(kind.permit))
    throw new Refused([{ code: 'platform.not-found', status: 404 }]);
  return kind.key;
}

async function judge(w: Work, id: string, kind: string): Promise<Reversal> {
  const records = await w.db.all(sql<Reversal['records'][number]>`
    select table_name as "table", made, changed from platform.made_by_import(${id})`);
  const declared = w.registry.imports.get(kind);
  const held = (await declared?.held?.(w, id)) ?? [];
  const touched = await declared?.turnsBack?.(w, id);
  const others = touched ? await dependents(w, sql`${id}, ${touched.table}::regclass, ${touched.ids}::uuid[]`) : [];
  return { records, obstacles: [...held, ...others, ...(await dependents(w, sql`${id}`))] };
}

type Dependent = { table: string; depending: number; made: string; names: string[] };

async function dependents(w: Work, asked: Query): Promise<Holding[]> {
  const found = await w.db.all(sql<Dependent>`
    with found as (select * from platform.depending_on_import(${asked}))
    select f.table_name as "table", sum(f.depending)::bigint as depending, f.made_table as made,
      array(select distinct n.name from found x, unnest(x.names) n(name)
        where x.table_name = f.table_name and x.made_table = f.made_table order by 1 limit 3) as names
    from found f group by f.table_name, f.made_table order by 2 desc, 1`);
  return found.map(({ table, depending, made, names }) => ({
    code: 'platform.import-depended-on',
    params: {
      records: recordName(w, table),
      count: depending,
      of: recordName(w, made),
      names: names.length > 0 ? names.join(', ') : 'none',
    },
  }));
}

/** How a table's records are called, in the actor's language. */
export function recordName(w: Work, table: string): string {
  return sentence(w.registry, w.actor.language, `record.${table}`);
}
