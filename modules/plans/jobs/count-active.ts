import { sql } from '#platform/db/sql.ts';
import type { Work } from '#platform/work.ts';
import { activeWindow } from '../data/facts.ts';

/** Keeps how many active clients each had at the end of yesterday; a day that was counted stays. */
export async function countActive(w: Work): Promise<void> {
  const yesterday = w.today.subtract({ days: 1 }).toString();
  const window = await activeWindow(w, yesterday);
  await w.db.run(sql`select plans.count_active(${yesterday}::date, ${window}::int)`);
}
