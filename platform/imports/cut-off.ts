import { sql } from '#platform/db/sql.ts';
import type { ScheduledJob } from '#platform/declare/module.ts';
import { companyActor, type Runner } from '#platform/run.ts';
import type { Work } from '#platform/work.ts';

/** The name that a process holds while it runs an import. */
export function holdOf(importId: string): string {
  return `import ${importId}`;
}

/**
 * Marks as cut off every import of the company that runs by its record, but that no process holds: whoever ran it was
 * killed. What was counted last is what is known of it; more may have come in, so that nothing less is taken back.
 */
export async function markCutOff(w: Work): Promise<void> {
  await w.db.run(sql`update platform.imports i set state = 'cut-off', ended_at = coalesce(i.progressed_at, i.started_at),
      rows_rejected = r.count, rows_accepted = greatest(i.rows_read - r.count, 0),
      report = jsonb_build_object('failure', jsonb_build_object('code', 'platform.import-cut-off', 'rows', i.rows_read))
    from platform.imports o cross join lateral
      (select count(*) from platform.import_rejections x where x.import_id = o.id and x.row_number <= o.rows_read) r
    where o.id = i.id and i.company_id = ${w.actor.companyId} and i.state = 'running'
      and pg_try_advisory_xact_lock(hashtextextended(${holdOf('')} || i.id, 0))`);
}

/** Marks what was cut off in every company, as a server does when it starts. */
export async function markAllCutOff(runner: Runner): Promise<void> {
  const companies = await runner.database.bare((db) =>
    db.all(sql<{ id: string }>`select id from app.company_ids() id`),
  );
  for (const { id } of companies) await runner.write(companyActor(id, 'start'), markCutOff);
}

/** Finds imports of other processes, such as one on the command line, that were killed meanwhile. */
export const cutOffImports: ScheduledJob = { name: 'platform.cut-off-imports', cron: '*/10 * * * *', run: markCutOff };
