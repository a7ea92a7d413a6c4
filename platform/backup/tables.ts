import pg from 'pg';

/** A table as backups see it: the columns that hold data of their own (generated ones are computed again). */
export type Table = { readonly schema: string; readonly name: string; readonly columns: readonly string[] };

/** A foreign key, as the statement that makes it again. */
export type ForeignKey = { readonly table: string; readonly name: string; readonly definition: string };

const ours = (schema: string) => `${schema} !~ '^pg_' and ${schema} <> 'information_schema'`;
const ofNoExtension = `not exists (select from pg_depend d where d.classid = 'pg_class'::regclass and d.objid = c.oid and d.deptype = 'e')`;

/**
 * All tables with data of ours: of every schema that is not the system's or an extension's; a partitioned one counts once.
 * Left out is what the job queue notes about its own schema, which it makes itself wherever we restore.
 */
export async function tablesOf(client: pg.ClientBase): Promise<Table[]> {
  const { rows } = await client.query<Table>(`
    select n.nspname as schema, c.relname as name,
           array(select a.attname::text from pg_attribute a
                  where a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped and a.attgenerated = ''
                  order by a.attnum) as columns
      from pg_class c join pg_namespace n on n.oid = c.relnamespace
     where c.relkind in ('r', 'p') and not c.relispartition and c.relpersistence <> 't'
       and ${ours('n.nspname')} and ${ofNoExtension} and (n.nspname, c.relname) <> ('graphile_worker', 'migrations')
     order by n.nspname, c.relname`);
  return rows;
}

/** The state of every sequence. Read after the tables, so that it is never behind them. */
export async function sequencesOf(client: pg.ClientBase): Promise<{ name: string; value: string; called: boolean }[]> {
  const { rows } = await client.query<{ name: string }>(`
    select format('%I.%I', n.nspname, c.relname) as name
      from pg_class c join pg_namespace n on n.oid = c.relnamespace
     where c.relkind = 'S' and ${ours('n.nspname')} and ${ofNoExtension} order by 1`);
  const states = [];
  for (const { name } of rows) {
    const state = await client.query<{ value: string; called: boolean }>(
      `select last_value::text as value, is_called as called from ${name}`,
    );
    states.push({ name, value: state.rows[0]?.value ?? '1', called: state.rows[0]?.called ?? false });
  }
  return states;
}

/** All foreign keys between our tables. */
export async function foreignKeysOf(client: pg.ClientBase): Promise<ForeignKey[]> {
  const { rows } = await client.query<ForeignKey>(`
    select format('%I.%I', n.nspname, c.relname) as table, quote_ident(k.conname) as name,
           pg_get_constraintdef(k.oid) as definition
      from pg_constraint k join pg_class c on c.oid = k.conrelid join pg_namespace n on n.oid = c.relnamespace
     where k.contype = 'f' and k.conparentid = 0 and ${ours('n.nspname')} and ${ofNoExtension}`);
  return rows;
}

/** The table's name for SQL. */
export function quoted({ schema, name }: Pick<Table, 'schema' | 'name'>): string {
  return `${pg.escapeIdentifier(schema)}.${pg.escapeIdentifier(name)}`;
}

/** The table's columns for SQL. */
export function columnList({ columns }: Pick<Table, 'columns'>): string {
  return columns.map((column) => pg.escapeIdentifier(column)).join(', ');
}

/** The statement that gives all rows as text, in the order in which they lie. */
export function copyOut(table: Table): string {
  return `copy (select ${columnList(table)} from ${quoted(table)}) to stdout`;
}

/** Makes values read the same on every server, rows come in the order in which they lie, and row security refuse instead of hide. */
export const plainSession = `
  set client_encoding = 'UTF8'; set datestyle = 'ISO, YMD'; set intervalstyle = 'postgres'; set timezone = 'UTC';
  set extra_float_digits = 3; set bytea_output = 'hex'; set row_security = off; set synchronize_seqscans = off;
  set statement_timeout = 0; set idle_in_transaction_session_timeout = 0; set lock_timeout = 0`;
