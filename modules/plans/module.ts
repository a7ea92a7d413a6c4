import { clausePay } from '#modules/mandates/contract.ts';
import { closedDays } from '#modules/orders/contract.ts';
import { defineModule } from '#platform/declare/module.ts';
import { payOfClauses } from './actions/pay-of-clauses.ts';
import { settledDays } from './data/pay.ts';
import { plansDuties } from './duties/sales-plan.ts';
import { countActive } from './jobs/count-active.ts';
import { gatherLateWork } from './jobs/gather-late-work.ts';
import { plansMarked } from './marked.ts';
import { plansPayRules } from './pay-rules.ts';
import { plansPermits } from './permits.ts';
import { plansRefusals } from './refusals.ts';
import { plansRights } from './rights.ts';
import { payRoutes } from './routes/pay.routes.ts';
import { plansRoutes } from './routes/plans.routes.ts';
import { plansSettings } from './settings.ts';
import { plansTexts } from './texts.ts';
import { plansListTexts } from './texts-lists.ts';
import { plansRecordTexts } from './texts-records.ts';
import { plansVerifications } from './verifications.ts';

export const plans = defineModule({
  name: 'plans',
  needs: ['organization', 'mandates', 'clients', 'catalog', 'activities', 'orders', 'settlements'],
  permits: plansPermits,
  refusals: plansRefusals,
  texts: { ...plansTexts, ...plansListTexts, ...plansRecordTexts },
  routes: [...plansRoutes, ...payRoutes],
  duties: plansDuties,
  rights: plansRights,
  payRules: plansPayRules,
  marked: plansMarked,
  settings: plansSettings,
  fills: [closedDays.with(settledDays), clausePay.with(payOfClauses)],
  jobs: [
    { name: 'count-active-clients', cron: '15 * * * *', run: countActive },
    { name: 'gather-late-work', cron: '*/10 * * * *', run: gatherLateWork },
  ],
  verifications: plansVerifications,
});
