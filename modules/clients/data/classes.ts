import { sql } from '#platform/db/sql.ts';
import type { Work } from '#platform/work.ts';
import type { ClassBounds } from '../rules/class-share.ts';

export type ClassChange = {
  id: string;
  name: string;
  before: string | null;
  after: 'key' | 'A' | 'B' | 'C';
  sales12m: number;
  shareBp: number;
};

/** Clients within reach whose class differs from what their share of sales makes it, the dearest first; and how many. */
export async function classChanges(
  w: Work,
  bounds: ClassBounds,
  limit: number,
): Promise<{ count: number; items: ClassChange[] }> {
  const rows = await w.db.all(sql<
    ClassChange & { count: number }
  >`select c.id, c.name, c.class as before, p.proposed as after,
      p.sales as "sales12m", p.share_bp as "shareBp", count(*) over () as count
    from clients.classes_by_sales(${bounds.key}, ${bounds.A}, ${bounds.B}) p join clients.clients c on c.id = p.id
    where c.class is distinct from p.proposed order by p.sales desc, c.name limit ${limit}`);
  return { count: rows[0]?.count ?? 0, items: rows.map(({ count, ...row }) => row) };
}

/** Gives every such client its class; the number of those changed. */
export async function applyClasses(w: Work, bounds: ClassBounds, reason: string): Promise<number> {
  await w.db.run(sql`select set_config('clients.reason', ${reason}, true)`);
  return w.db.run(sql`update clients.clients c set class = p.proposed
    from clients.classes_by_sales(${bounds.key}, ${bounds.A}, ${bounds.B}) p
    where c.id = p.id and c.class is distinct from p.proposed`);
}
