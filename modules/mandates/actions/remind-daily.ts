import { sql } from '#platform/db/sql.ts';
import type { Work } from '#platform/work.ts';
import { markReminded } from '../data/acknowledgements.ts';
import { notify } from '../data/notify.ts';

type Waiting = { versionId: string; title: string; number: number };

/** Reminds, once a day, everyone who has not signed what is in force or about to be. */
export async function remindDaily(w: Work): Promise<void> {
  const versions = await w.db.all(sql<Waiting>`select distinct v.id as "versionId", j.title, v.number
    from mandates.acknowledgements k join mandates.versions v on v.id = k.version_id
    join mandates.job_descriptions j on j.id = v.job_description_id
    where k.company_id = ${w.actor.companyId} and k.signed_at is null and v.state = 'approved'
      and v.in_force && daterange(${w.today.toString()}::date, null) and k.sent_at < ${w.now.subtract({ hours: 20 }).toString()}::timestamptz`);
  for (const { versionId, title, number } of versions) {
    for (const employee of await markReminded(w, versionId)) {
      await notify(w, employee, 'mandates.to-sign', { title, number }, `/job-descriptions/versions/${versionId}`);
    }
  }
}
