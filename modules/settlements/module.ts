import { sql } from '#platform/db/sql.ts';
import { defineModule } from '#platform/declare/module.ts';
import { settleDuePromises } from './actions/settle-promises.ts';
import { settlementsDuties } from './duties/receivables.ts';
import { settlementsFills } from './fills.ts';
import { settlementsPermits } from './permits.ts';
import { settlementsRefusals } from './refusals.ts';
import { settlementsRights } from './rights.ts';
import { settlementsRoutes } from './routes/settlements.routes.ts';
import { settlementsTexts } from './texts.ts';

export const settlements = defineModule({
  name: 'settlements',
  needs: ['organization', 'mandates', 'clients', 'activities', 'orders'],
  permits: settlementsPermits,
  refusals: settlementsRefusals,
  texts: settlementsTexts,
  routes: settlementsRoutes,
  duties: settlementsDuties,
  rights: settlementsRights,
  fills: settlementsFills,
  timeline: [{ kind: 'invoice', view: 'settlements.v_timeline', permit: 'settlements.read' }],
  jobs: [
    { name: 'settle-promises', cron: '10 * * * *', run: settleDuePromises },
    {
      name: 'tell-fallen-due',
      cron: '5 * * * *',
      run: async (w) => {
        await w.db.run(sql`select settlements.tell_fallen_due(${w.today.toString()}::date)`);
      },
    },
  ],
  verifications: [
    {
      name: 'settlements.allocated-invoices',
      query: `select i.id from settlements.invoices i left join settlements.allocations a on a.invoice_id = i.id
        group by i.id having i.allocated <> coalesce(sum(a.amount), 0)`,
    },
    {
      name: 'settlements.allocated-payments',
      query: `select p.id from settlements.payments p left join settlements.allocations a on a.payment_id = p.id
        group by p.id having p.allocated <> coalesce(sum(a.amount), 0)`,
    },
  ],
});
