import { defineModule } from '#platform/declare/module.ts';
import { approvePlansDuty } from './duties/approve-plans.ts';
import { cadenceDuty } from './duties/cadence.ts';
import { callsDuty, visitsDuty } from './duties/contacts.ts';
import { weekPlanDuty } from './duties/week-plan.ts';
import { activityFiles } from './files.ts';
import { activityFills } from './fills.ts';
import { activitiesPermits } from './permits.ts';
import { activitiesRefusals } from './refusals.ts';
import { activityRoutes } from './routes/activities.routes.ts';
import { listRoutes } from './routes/lists.routes.ts';
import { weekRoutes } from './routes/week.routes.ts';
import { activitiesSettings } from './settings.ts';
import { texts } from './texts.ts';
import { activitiesRecordTexts } from './texts-records.ts';

export const activities = defineModule({
  name: 'activities',
  needs: ['organization', 'mandates', 'clients'],
  permits: activitiesPermits,
  refusals: activitiesRefusals,
  texts: { ...texts, ...activitiesRecordTexts },
  routes: [...activityRoutes, ...weekRoutes, ...listRoutes],
  duties: [weekPlanDuty, visitsDuty, callsDuty, cadenceDuty, approvePlansDuty],
  settings: activitiesSettings,
  files: [activityFiles],
  fills: activityFills,
  timeline: [{ kinds: ['activity'], view: 'activities.v_timeline', permit: 'activities.read' }],
  verifications: [
    {
      name: 'activities.last-contacts',
      query: `select l.client_id from activities.last_contacts l
        left join lateral (select max(a.done_on) as last_on from activities.activities a
          where a.client_id = l.client_id and a.state = 'done' and a.outcome <> 'no-contact') a on true
        where l.last_on is distinct from a.last_on`,
    },
    {
      name: 'activities.one-waiting-row-a-client',
      query:
        'select c.id from clients.clients c left join activities.last_contacts l on l.client_id = c.id where l.client_id is null',
    },
  ],
});
