import { sql } from '#platform/db/sql.ts';
import { defineModule } from '#platform/declare/module.ts';
import { settleDuePromises } from './actions/settle-promises.ts';
import { settlementsDuties } from './duties/receivables.ts';
import { settlementsFills } from './fills.ts';
import { settlementsPermits } from './permits.ts';
import { settlementsRefusals } from './refusals.ts';
import { settlementsRights } from './rights.ts';
import { settlementsRoutes } from './routes/settlements.routes.ts';
import { settlementsSettings } from './settings.ts';
import { settlementsTexts } from './texts.ts';
import { settlementsRecordTexts } from './texts-records.ts';

export const settlements = defineModule({
  name: 'settlements',
  needs: ['organization', 'mandates', 'clients', 'activities', 'orders'],
  permits: settlementsPermits,
  refusals: settlementsRefusals,
  texts: { ...settlementsTexts, ...settlementsRecordTexts },
  routes: settlementsRoutes,
  duties: settlementsDuties,
  rights: settlementsRights,
  fills: settlementsFills,
  settings: settlementsSettings,
  timeline: [
    {
      kinds: ['invoice', 'payment', 'promise', 'promise-withdrawn'],
      view: 'settlements.v_timeline',
      permit: 'settlements.read',
      products: 'settlements.v_timeline_products',
    },
  ],
  jobs: [
    { name: 'settle-promises', cron: '10 * * * *', run: settleDuePromises },
    {
      name: 'tell-fallen-due',
      cron: '5 * * * *',
      run: async (w) => {
        await w.db.run(sql`select settlements.tell_fallen_due(${w.today.toString()}::date)`);
        await w.db.run(sql`select settlements.age_debts(${w.today.toString()}::date)`);
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
    {
      name: 'settlements.debts-by-age',
      query: `select keeper_id from (
          select d.keeper_id, d.not_due, d.to_30, d.to_60, d.to_90, d.over_90,
            coalesce(sum(i.open_amount) filter (where i.due_on >= d.as_of), 0) as a,
            coalesce(sum(i.open_amount) filter (where i.due_on < d.as_of and i.due_on >= d.as_of - 30), 0) as b,
            coalesce(sum(i.open_amount) filter (where i.due_on < d.as_of - 30 and i.due_on >= d.as_of - 60), 0) as c,
            coalesce(sum(i.open_amount) filter (where i.due_on < d.as_of - 60 and i.due_on >= d.as_of - 90), 0) as e,
            coalesce(sum(i.open_amount) filter (where i.due_on < d.as_of - 90), 0) as f
            from settlements.debts d left join settlements.invoices i
              on i.company_id = d.company_id and i.keeper_id = d.keeper_id and i.allocated < i.amount
           group by d.company_id, d.keeper_id) t
        where (not_due, to_30, to_60, to_90, over_90) is distinct from (a, b, c, e, f)
        union all select i.keeper_id from settlements.invoices i where i.allocated < i.amount
          and not exists (select from settlements.debts d where d.company_id = i.company_id and d.keeper_id = i.keeper_id)`,
    },
  ],
});
