import type pg from 'pg';

/** An index that was dropped for the filling, with the statement that makes it again. */
export type Index = { readonly name: string; readonly definition: string };

/**
 * Drops the indexes of the tables of business that no constraint rests on, since building each once over millions of rows
 * takes a fraction of keeping it while they come. Gives what to build again.
 */
export async function setIndexesAside(owner: pg.Client): Promise<Index[]> {
  const { rows } =
    await owner.query<Index>(`select i.indexrelid::regclass::text as name, pg_get_indexdef(i.indexrelid) as definition
    from pg_index i join pg_class c on c.oid = i.indrelid join pg_namespace n on n.oid = c.relnamespace
    where n.nspname in ('clients', 'orders', 'settlements', 'activities', 'plans') and not i.indisunique
      and not exists (select from pg_constraint k where k.conindid = i.indexrelid)
    order by 1`);
  for (const { name } of rows) await owner.query(`drop index ${name}`);
  return rows;
}

/** Builds the indexes again. */
export async function rebuildIndexes(owner: pg.Client, indexes: readonly Index[]): Promise<void> {
  for (const { definition } of indexes) await owner.query(definition);
}
