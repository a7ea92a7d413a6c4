import { setTimeout } from 'node:timers/promises';
import { type Runner as JobRunner, Logger, parseCronItems, run } from 'graphile-worker';
import pg from 'pg';
import { sql } from '#platform/db/sql.ts';
import type { ReadAs } from '#platform/declare/module.ts';
import { companyActor, type Runner } from '#platform/run.ts';

type OutboxRow = { id: string; company_id: string; event: string; payload: never; handled_at: string | null };

/**
 * Starts the job worker: delivers announced events to the modules that subscribed, and runs the scheduled jobs of every
 * company. Each delivery is a transaction of its own that also marks the outbox row; a failure is retried.
 */
export async function startWorker(runner: Runner): Promise<{ stop(): Promise<void> }> {
  const { registry, database } = runner;
  const jobs = registry.modules.flatMap((module) => module.jobs ?? []);
  const deliver = async (payload: unknown) => {
    const { id, companyId } = payload as { id: string; companyId: string };
    const readAs: ReadAs = (reader, read) => runner.read({ ...reader, companyId, requestId: `event ${id}` }, read);
    await runner.write(companyActor(companyId, `event ${id}`), async (w) => {
      const row = await w.db.first(sql<OutboxRow>`select id, company_id, event, payload, handled_at from platform.outbox
        where id = ${id} and handled_at is null for update`);
      if (!row) return;
      for (const subscription of registry.subscriptions) {
        if (subscription.event === row.event) await subscription.handle(w, row.payload, readAs);
      }
      await w.db.run(sql`update platform.outbox set handled_at = now() where id = ${id}`);
    });
  };
  const scheduled = Object.fromEntries(
    jobs.map((job) => [
      job.name,
      async () => {
        for (const companyId of await companies(runner)) {
          const actor = companyActor(companyId, `job ${job.name}`);
          await (job.carryOut ? job.carryOut(runner, actor) : runner.write(actor, job.run));
        }
      },
    ]),
  );
  const pool = new pg.Pool({ connectionString: database.ownerUrl, max: 4 });
  // A connection that breaks is replaced; unheard, its error would end the process.
  pool.on('error', () => {});
  pool.on('connect', (client) => client.on('error', () => {}));
  const begin = async () => {
    await freeJobs(pool);
    return run({
      pgPool: pool,
      concurrency: 2,
      noHandleSignals: true,
      pollInterval: 2000,
      taskList: { event: deliver, ...scheduled },
      parsedCronItems: parseCronItems(jobs.map((job) => ({ task: job.name, match: job.cron, identifier: job.name }))),
      logger: quiet,
      // In batches, a job that cannot be marked ends the worker; one by one, it would end the whole process.
      preset: { worker: { completeJobBatchDelay: 0, failJobBatchDelay: 0 } },
    });
  };
  const kept = await keepWorking(begin);
  return {
    stop: async () => {
      await kept.stop();
      await pool.end();
    },
  };
}

/** Begins the worker again whenever it ends unasked, as it does when the database goes away under it. */
async function keepWorking(begin: () => Promise<JobRunner>): Promise<{ stop(): Promise<void> }> {
  const stopping = new AbortController();
  let worker = await begin();
  const over = (async () => {
    for (;;) {
      await worker.promise.catch(() => {});
      while (!stopping.signal.aborted) {
        const begun = await begin().catch(() => undefined);
        if (begun) {
          worker = begun;
          break;
        }
        await setTimeout(againAfterMs, undefined, { signal: stopping.signal }).catch(() => {});
      }
      if (stopping.signal.aborted) return;
    }
  })();
  return {
    stop: async () => {
      stopping.abort();
      // It may have ended by itself a moment ago.
      await worker.stop().catch(() => {});
      await over;
    },
  };
}

const againAfterMs = 1000;

/**
 * Frees what a worker that was killed had taken, which would else wait four hours. What another living process has in
 * hand may then be done twice, which every job bears.
 */
async function freeJobs(pool: pg.Pool): Promise<void> {
  await pool.query(`select graphile_worker.force_unlock_workers(array_agg(distinct locked_by))
    from graphile_worker._private_jobs where locked_by is not null having count(*) > 0`);
}

async function companies(runner: Runner): Promise<string[]> {
  const rows = await runner.database.bare((db) => db.all(sql<{ id: string }>`select id from app.company_ids() id`));
  return rows.map((row) => row.id);
}

const quiet = new Logger(() => (level, message) => {
  if (level === 'error') console.error(message);
});
