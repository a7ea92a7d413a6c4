import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import pg from 'pg';
import { root } from '#platform/db/migrate.ts';
import { openDatabase } from '#platform/db/open.ts';
import { startCluster } from '#platform/postgres/cluster.ts';

/** Where the present shape of the database is kept, for people to read and to see in a diff. */
export const snapshotFile = path.join(root, 'db/schema.sql');

const ours = `n.nspname !~ '^pg_' and n.nspname not in ('information_schema', 'public', 'graphile_worker')`;

type Table = { oid: number; name: string; kind: 'r' | 'p' | 'v'; remark: string | null; partitioned: string | null };
type Part = { of: number; text: string; remark?: string | null };

/**
 * The shape of the database as its catalog has it: tables with columns, constraints, indexes and policies, views, and the
 * signatures of functions (their text lies in `platform/sql` and `modules/*\/sql`). Triggers that every table has are not
 * repeated. The same shape gives the same text, in whatever order it was made.
 */
export async function schemaText(client: pg.ClientBase): Promise<string> {
  const rows = async <T extends pg.QueryResultRow>(text: string) => (await client.query<T>(text)).rows;
  const tables = await rows<Table>(`
    select c.oid::int, c.oid::regclass::text as name, c.relkind as kind, obj_description(c.oid, 'pg_class') as remark,
           pg_get_partkeydef(c.oid) as partitioned
      from pg_class c join pg_namespace n on n.oid = c.relnamespace
     where c.relkind in ('r', 'p', 'v') and not c.relispartition and ${ours} order by c.oid::regclass::text collate "C"`);
  const columns = await rows<Part>(`
    select a.attrelid::int as of, col_description(a.attrelid, a.attnum) as remark,
           quote_ident(a.attname) || ' ' || format_type(a.atttypid, a.atttypmod) || case when a.attnotnull then ' not null' else '' end
           || case when a.attidentity <> '' then ' generated always as identity'
                when a.attgenerated <> '' then ' generated always as (' || pg_get_expr(d.adbin, d.adrelid) || ') ' || case a.attgenerated when 's' then 'stored' else 'virtual' end
                when d.adbin is not null then ' default ' || pg_get_expr(d.adbin, d.adrelid) else '' end as text
      from pg_attribute a left join pg_attrdef d on d.adrelid = a.attrelid and d.adnum = a.attnum
     where a.attnum > 0 and not a.attisdropped order by a.attrelid, a.attnum`);
  const constraints = await rows<Part>(`
    select conrelid::int as of, 'constraint ' || quote_ident(conname) || ' ' || pg_get_constraintdef(oid) as text
      from pg_constraint where conrelid <> 0 and contype not in ('n', 't') order by contype <> 'p', conname collate "C"`);
  const indexes = await rows<Part>(`
    select i.indrelid::int as of, pg_get_indexdef(i.indexrelid) as text from pg_index i join pg_class c on c.oid = i.indexrelid
     where not exists (select from pg_constraint k where k.conindid = i.indexrelid and k.contype in ('p', 'u', 'x'))
     order by c.relname collate "C"`);
  const policies = await rows<Part>(`
    select p.polrelid::int as of, format('policy %s for %s%s%s', p.polname,
             case p.polcmd when 'r' then 'select' when 'a' then 'insert' when 'w' then 'update' when 'd' then 'delete' else 'all' end,
             ' using (' || pg_get_expr(p.polqual, p.polrelid) || ')', ' with check (' || pg_get_expr(p.polwithcheck, p.polrelid) || ')') as text
      from pg_policy p order by p.polname collate "C"`);
  const triggers = await rows<Part>(`
    select tgrelid::int as of, pg_get_triggerdef(oid) as text from pg_trigger
     where not tgisinternal and tgname !~ '^(journal|revision)__' order by tgname collate "C"`);
  const views = await rows<Part>(
    `select c.oid::int as of, pg_get_viewdef(c.oid) as text from pg_class c join pg_namespace n on n.oid = c.relnamespace where c.relkind = 'v' and ${ours}`,
  );
  const functions = await rows<{ text: string }>(`
    select format('%s %s(%s)%s', case p.prokind when 'p' then 'procedure' else 'function' end, p.oid::regproc,
             pg_get_function_arguments(p.oid), ' returns ' || pg_get_function_result(p.oid)) as text
      from pg_proc p join pg_namespace n on n.oid = p.pronamespace
     where ${ours} and not exists (select from pg_depend d where d.objid = p.oid and d.deptype = 'e') order by p.oid::regproc::text collate "C", pg_get_function_arguments(p.oid) collate "C"`);
  const of = (parts: Part[], { oid }: Table) => parts.filter((part) => part.of === oid);
  const stories = tables.map((table) =>
    table.kind === 'v'
      ? `${remarked(table)}create view ${table.name} as\n${of(views, table).map(onOneMargin).join('')}\n`
      : [
          `${remarked(table)}create table ${table.name} (`,
          commad([...of(columns, table), ...of(constraints, table)]),
          `)${table.partitioned ? ` partition by ${table.partitioned}` : ''};`,
          ...[...of(indexes, table), ...of(triggers, table)].map(({ text }) => `${text};`),
          ...of(policies, table).map(({ text }) => `-- ${flat(text)}`),
          '',
        ].join('\n'),
  );
  return [head, ...stories, '-- Functions and procedures', ...functions.map(({ text }) => `-- ${flat(text)}`), ''].join(
    '\n',
  );
}

const head = `-- The present shape of the database, written from its catalog by \`node tools/schema-snapshot.ts\`. For reading: the truth is
-- in db/migrations and in the re-runnable SQL of the platform and the modules. A test holds it true.
`;

function remarked({ remark }: Table): string {
  return remark
    ? `${remark
        .split('\n')
        .map((line) => `-- ${line}`)
        .join('\n')}\n`
    : '';
}

function commad(parts: Part[]): string {
  return parts
    .map(({ text, remark }, index) => {
      const said = remark ? ` -- ${flat(remark)}` : '';
      return `  ${text}${index < parts.length - 1 ? ',' : ''}${said}`;
    })
    .join('\n');
}

function onOneMargin({ text }: Part): string {
  return text.replace(/^ +$/gm, '').trimEnd();
}

function flat(text: string): string {
  return text.replace(/\s+/g, ' ').trim();
}

if (import.meta.main) {
  const folder = await mkdtemp(path.join(os.tmpdir(), 'mandate-schema-'));
  const cluster = await startCluster({ dataDir: folder, log: () => {}, temporary: true, settings: { fsync: 'off' } });
  const client = new pg.Client({ connectionString: cluster.ownerUrl });
  try {
    await (await openDatabase({ ownerUrl: cluster.ownerUrl, connections: 2 })).close();
    await client.connect();
    await writeFile(snapshotFile, await schemaText(client));
  } finally {
    await client.end();
    await cluster.stop();
    await rm(folder, { recursive: true, force: true });
  }
}
