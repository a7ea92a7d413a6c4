import path from 'node:path';
import { root } from '#platform/db/migrate.ts';
import { type RawRow, readFile } from '#platform/imports/read-file.ts';

/** Where a table of the Northwind data lies. */
export function northwind(table: string): string {
  return path.join(root, 'demo-data/northwind', `${table}.csv`);
}

/** The records of a table, as text. */
export async function northwindRows(table: string): Promise<RawRow['cells'][]> {
  const cells: RawRow['cells'][] = [];
  for await (const row of (await readFile(northwind(table))).rows) cells.push(row.cells);
  return cells;
}
