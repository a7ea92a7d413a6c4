import type { RawBuilder } from 'kysely';
import { Refused } from '#kernel/refusal.ts';
import { sql } from '#platform/db/sql.ts';
import type { Work } from '#platform/work.ts';
import { type Place, printCursor, readCursor } from './cursor.ts';
import type { Column, List } from './define.ts';
import { type Condition, readFilters } from './filter.ts';
import { refuse } from './refusals.ts';
import { databaseType, keeperSql, type ListSource, labelSql, valueSql } from './source.ts';

export type ListQuery = Readonly<Record<string, unknown>>;
export type Item = Record<string, unknown>;
type Sort = { readonly text: string; readonly column: string; readonly descending: boolean };
type Row = Record<string, unknown> & { id: string; '@place': string | null };

/** What a query asks of a list, understood: the rows, the order, and the SQL conditions of filters, search and reach. */
export type Asked = {
  readonly from: RawBuilder<unknown>;
  readonly sort: Sort;
  readonly where: readonly RawBuilder<unknown>[];
};

/**
 * Understands a query.
 * @throws Refused with every filter that makes no sense, `lists.bad-sort`.
 */
export async function understand(w: Work, list: List, source: ListSource, query: ListQuery): Promise<Asked> {
  const setting = { today: w.today, timeZone: w.company.timeZone, me: w.actor.employeeId };
  const { conditions, refusals } = readFilters(list.columns, query, setting);
  if (refusals.length > 0) throw new Refused(refusals);
  const sort = sortOf(list, query.sort === undefined ? list.defaultSort : String(query.sort));
  const text = typeof query.q === 'string' ? query.q.trim() : '';
  const where = [
    keeperSql(w, list, source),
    source.where?.(w),
    text !== '' && source.search ? source.search(text, w) : undefined,
    ...conditions.map((condition) => conditionSql(list, source, condition)),
  ].filter((each) => each !== undefined);
  const from = typeof source.from === 'function' ? await source.from(w, query) : source.from;
  return { from, sort, where };
}

/** One page in the order asked, after the cursor's place. */
export async function readPage(
  w: Work,
  list: List,
  source: ListSource,
  asked: Asked,
  page: { limit: number; cursor?: string | undefined; columns?: readonly string[] },
): Promise<{ items: Item[]; nextCursor: string | null }> {
  const after = page.cursor === undefined ? null : readCursor(page.cursor, asked.sort.text);
  if (page.cursor !== undefined && after === null) refuse('lists.bad-cursor', {}, '/cursor');
  const rows = await readRows(w, list, source, asked, after, page.limit + 1, page.columns);
  const shown = rows.slice(0, page.limit);
  const last = shown.at(-1);
  const more = rows.length > page.limit && last;
  const cells = cellsOf(list, source, page.columns);
  return {
    items: shown.map((row) => itemOf(cells, source, row)),
    nextCursor: more ? printCursor({ sort: asked.sort.text, value: last['@place'], id: last.id }) : null,
  };
}

/** The different clients whose rows these are. */
export function clientsOf(list: List, items: readonly Item[]): Set<string> {
  return new Set(list.client === undefined ? [] : recordsIn(items, list.client));
}

/** The ids that a column names, or of the rows themselves by `id`; empty cells name nothing. */
export function recordsIn(items: readonly Item[], column: string): string[] {
  return items.flatMap((item) => {
    const cell = item[column] as string | { id: string } | null | undefined;
    if (cell === null || cell === undefined) return [];
    return [typeof cell === 'string' ? cell : cell.id];
  });
}

/** How many rows there are, and the sums of the columns that are added up. */
export async function readTotals(
  w: Work,
  list: List,
  source: ListSource,
  asked: Asked,
): Promise<Record<string, number>> {
  const sums = Object.entries(list.columns)
    .filter(([, column]) => column.total)
    .map(
      ([name, column]) =>
        sql`coalesce(sum(${valueSql(source, name)}), 0)::${column.type === 'money' ? sql`bigint` : sql`numeric`} as ${sql.id(name)}`,
    );
  const select = sql.join([sql`count(*) as count`, ...sums]);
  return w.db.one(sql<Record<string, number>>`select ${select} from ${asked.from} ${whereSql(asked.where)}`);
}

/**
 * Rows that have a value in the sorted column come first, then those without one. Each part is one plain range of its
 * index; a single condition over both would be scanned from the start for every page.
 */
async function readRows(
  w: Work,
  list: List,
  source: ListSource,
  asked: Asked,
  after: Place | null,
  limit: number,
  names?: readonly string[],
) {
  const column = list.columns[asked.sort.column] as Column;
  const given =
    after?.value === null ? [] : await readPart(w, list, source, asked, after, limit, names, column, 'given');
  if (!column.nullable || given.length >= limit) return given;
  const within = after?.value === null ? after : null;
  const empty = await readPart(w, list, source, asked, within, limit - given.length, names, column, 'empty');
  return [...given, ...empty];
}

async function readPart(
  w: Work,
  list: List,
  source: ListSource,
  asked: Asked,
  after: Place | null,
  limit: number,
  names: readonly string[] | undefined,
  column: Column,
  part: 'given' | 'empty',
): Promise<Row[]> {
  const value = valueSql(source, asked.sort.column);
  const way = asked.sort.descending ? sql`desc` : sql`asc`;
  const beyond = asked.sort.descending ? sql`<` : sql`>`;
  const where = [...asked.where];
  if (column.nullable) where.push(part === 'given' ? sql`${value} is not null` : sql`${value} is null`);
  if (after && part === 'given')
    where.push(sql`(${value}, ${source.id}) ${beyond} (${after.value}::${databaseType(column)}, ${after.id}::uuid)`);
  if (after && part === 'empty') where.push(sql`${source.id} ${beyond} ${after.id}::uuid`);
  const order = part === 'given' ? sql`${value} ${way}, ${source.id} ${way}` : sql`${source.id} ${way}`;
  return w.db.all(sql<Row>`select ${sql.join(selected(list, source, asked.sort.column, names))} from ${asked.from}
    ${whereSql(where)} order by ${order} limit ${limit}`);
}

function selected(
  list: List,
  source: ListSource,
  sorted: string,
  names: readonly string[] = Object.keys(list.columns),
): RawBuilder<unknown>[] {
  const columns = names.flatMap((name) => {
    const label = labelSql(source, name);
    const value = sql`${valueSql(source, name)} as ${sql.id(name)}`;
    return label ? [value, sql`${label} as ${sql.id(labelOf(name))}`] : [value];
  });
  return [
    sql`${source.id} as id`,
    ...(source.revision ? [sql`${source.revision} as "@revision"`] : []),
    sql`(${valueSql(source, sorted)})::text as "@place"`,
    ...columns,
  ];
}

/** A column of an item: where its value stands in a row, and where its label, if it has one. */
type ItemCell = { readonly name: string; readonly label: string | null };

/** What the items of a page are made of; found once a page, since a page has a thousand cells. */
function cellsOf(list: List, source: ListSource, names: readonly string[] = Object.keys(list.columns)): ItemCell[] {
  return names.map((name) => ({ name, label: labelSql(source, name) ? labelOf(name) : null }));
}

function labelOf(name: string): string {
  return `${name}@label`;
}

function itemOf(cells: readonly ItemCell[], source: ListSource, row: Row): Item {
  const item: Item = {
    id: row.id,
    href: source.href(row.id, row),
    ...(source.revision && { revision: row['@revision'] }),
  };
  for (const { name, label } of cells) {
    const value = row[name];
    item[name] = label === null || value === null ? value : { id: value, label: row[label] };
  }
  return item;
}

function conditionSql(list: List, source: ListSource, condition: Condition): RawBuilder<unknown> {
  const column = list.columns[condition.column] as Column;
  const value = valueSql(source, condition.column);
  const type = databaseType(column);
  switch (condition.is) {
    case 'any':
      return condition.values.length === 1
        ? sql`${value} = ${condition.values[0]}::${type}`
        : sql`${value} = any (${condition.values}::${type}[])`;
    case 'none':
      return sql`(${value} = any (${condition.values}::${type}[])) is not true`;
    case 'from':
      return sql`${value} >= ${condition.value}::${type}`;
    case 'to':
      return sql`${value} <= ${condition.value}::${type}`;
    case 'before':
      return sql`${value} < ${condition.value}::${type}`;
    case 'has':
      return (
        source.has?.[condition.column]?.(condition.value) ?? sql`${value} ilike ${`%${escapeLike(condition.value)}%`}`
      );
    case 'empty':
      return sql`${value} is null`;
    case 'given':
      return sql`${value} is not null`;
  }
}

/** Text to stand for itself in a LIKE pattern. */
export function escapeLike(text: string): string {
  return text.replace(/[\\%_]/g, '\\$&');
}

function whereSql(conditions: readonly RawBuilder<unknown>[]): RawBuilder<unknown> {
  return conditions.length === 0 ? sql`` : sql`where ${sql.join(conditions, sql` and `)}`;
}

function sortOf(list: List, text: string): Sort {
  const descending = text.startsWith('-');
  const column = descending ? text.slice(1) : text;
  if (!Object.hasOwn(list.columns, column) || !list.columns[column]?.sortable)
    refuse('lists.bad-sort', { sort: text }, '/sort');
  return { text, column, descending };
}
