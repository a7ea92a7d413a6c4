import { sql } from '#platform/db/sql.ts';
import type { ScheduledJob } from '#platform/declare/module.ts';

/**
 * Sales of twelve months change without anything happening: what was shipped a year ago falls out. Every night the
 * clients whom that concerns are told anew; a week is looked at, so that nights missed are made up for.
 */
export const tellSales: ScheduledJob = {
  name: 'orders.tell-sales',
  cron: '17 2 * * *',
  run: async (w) => {
    const year = w.today.subtract({ months: 12 });
    const [from, to] = [year.subtract({ days: 7 }).toString(), year.add({ days: 1 }).toString()];
    await w.db.run(sql`select orders.tell_client(c.client_id) from (
        select s.client_id from orders.shipments s where s.company_id = ${w.actor.companyId}
           and s.shipped_on >= ${from}::date and s.shipped_on < ${to}::date
        union select r.client_id from orders.returns r where r.company_id = ${w.actor.companyId}
           and r.returned_on >= ${from}::date and r.returned_on < ${to}::date) c`);
  },
};
