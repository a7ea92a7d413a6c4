import { sql } from '#platform/db/sql.ts';
import type { ScheduledJob } from '#platform/declare/module.ts';
import type { Runner } from '#platform/run.ts';
import type { Actor, Work } from '#platform/work.ts';
import { lockContent } from './attach.ts';

/** How long a file that was taken off can be attached again, by the promise of the screens. */
const keptDays = 30;
/** A content is removed no sooner than this after anybody let go of it: a backup that was begun before must find it. */
const settledHours = 24;

/**
 * Clears away contents that nobody refers to any more, and the rows of what was taken off thirty days ago: their contents
 * go another night. What arrived and was never placed goes too.
 */
export async function clearAway(runner: Runner, actor: Actor): Promise<void> {
  const { files } = runner;
  const now = await runner.read(actor, async (w) => w.now);
  const settled = now.subtract({ hours: settledHours });
  await files.clearArrivals(settled);
  const contents = await files.settledSince(settled);
  for (const sha256 of await runner.read(actor, (w) => letGo(w, contents))) {
    await runner.write(actor, async (w) => {
      await lockContent(w, sha256);
      // Asked again under the lock: somebody may have attached it meanwhile.
      if ((await letGo(w, [sha256])).length > 0) await files.remove(sha256);
    });
  }
  const before = now.subtract({ hours: keptDays * 24 }).toString();
  const gone = await runner.write(actor, (w) =>
    w.db.all(sql<{ sha256: string }>`delete from platform.files
      where company_id = ${actor.companyId} and detached_at < ${before} returning sha256`),
  );
  for (const { sha256 } of gone) await files.touch(sha256);
}

async function letGo(w: Work, hashes: readonly string[]): Promise<string[]> {
  if (hashes.length === 0) return [];
  const rows = await w.db.all(
    sql<{ hash: string }>`select c as hash from platform.contents_let_go(${hashes}::text[]) c`,
  );
  return rows.map(({ hash }) => hash);
}

export const clearAwayFiles: ScheduledJob = {
  name: 'platform.clear-away-files',
  cron: '20 2 * * *',
  run: async () => {},
  carryOut: clearAway,
};
