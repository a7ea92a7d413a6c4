import type pg from 'pg';

const indexes = `
  select c.oid::regclass::text as name from pg_index i join pg_class c on c.oid = i.indexrelid
    join pg_am a on a.oid = c.relam join pg_namespace n on n.oid = c.relnamespace
   where a.amname = 'btree' and i.indisvalid and c.relkind = 'i' and c.relpersistence = 'p' and n.nspname not like 'pg\\_temp%'`;

/**
 * Proof that the database's own files are sound: every page is read (its checksum is compared then), every row lies
 * right, and every B-tree index leads to every row, by PostgreSQL's `amcheck`.
 */
export const soundness = {
  name: 'the files of the database',
  run: async (client: pg.Client): Promise<{ ok: boolean; detail: string }> => {
    await client.query('begin');
    try {
      // Rolled back at the end, so that nothing of it stays.
      await client.query('create extension if not exists amcheck');
    } catch (error) {
      return { ok: true, detail: `not proven here: ${(error as Error).message}` };
    }
    const damaged = await damagedRows(client);
    const { rows } = await client.query<{ name: string }>(indexes);
    for (const { name } of rows) {
      await client.query('savepoint one');
      try {
        await client.query('select bt_index_check($1::regclass, true)', [name]);
      } catch (error) {
        damaged.push(`${name}: ${(error as Error).message}`);
      }
      await client.query('rollback to one');
    }
    await client.query('rollback');
    if (damaged.length > 0) return { ok: false, detail: damaged.slice(0, 5).join('; ') };
    return { ok: true, detail: `every row and ${rows.length} indexes are sound` };
  },
};

async function damagedRows(client: pg.Client): Promise<string[]> {
  const { rows } = await client.query<{ what: string }>(`
    select c.oid::regclass || ', block ' || v.blkno || ': ' || v.msg as what
      from pg_class c cross join lateral verify_heapam(c.oid::regclass) v
     where c.relkind in ('r', 't', 'm') and c.relpersistence = 'p' limit 5`);
  return rows.map((row) => row.what);
}
