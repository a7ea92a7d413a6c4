import { defineModule } from '#platform/declare/module.ts';
import { accessChanged, passOnInTime } from './actions/pass-on.ts';
import { remindDaily } from './actions/remind-daily.ts';
import { tellNewHolder } from './actions/tell-new-holder.ts';
import { answerRequests } from './duties/answer-requests.ts';
import { maintainDescriptions } from './duties/maintain-descriptions.ts';
import { acknowledgementFiles } from './files.ts';
import { mandateFills } from './fills.ts';
import { mandatesMarked } from './marked.ts';
import { mandatesPermits } from './permits.ts';
import { mandatesRefusals } from './refusals.ts';
import { mandatesRights } from './rights.ts';
import { appraisalRoutes } from './routes/appraisals.routes.ts';
import { descriptionRoutes } from './routes/descriptions.routes.ts';
import { mandateRoutes } from './routes/mandate.routes.ts';
import { printRoutes } from './routes/prints.routes.ts';
import { requestRoutes } from './routes/requests.routes.ts';
import { reviewRoutes } from './routes/reviews.routes.ts';
import { signatureRoutes } from './routes/signatures.routes.ts';
import { versionRoutes } from './routes/versions.routes.ts';
import { mandatesSettings } from './settings.ts';
import { mandatesTexts } from './texts.ts';
import { mandatesRecordTexts } from './texts-records.ts';
import { mandatesVerifications } from './verifications.ts';

export const mandates = defineModule({
  name: 'mandates',
  needs: ['organization'],
  permits: mandatesPermits,
  refusals: mandatesRefusals,
  texts: { ...mandatesTexts, ...mandatesRecordTexts },
  routes: [
    ...descriptionRoutes,
    ...versionRoutes,
    ...reviewRoutes,
    ...signatureRoutes,
    ...requestRoutes,
    ...mandateRoutes,
    ...appraisalRoutes,
    ...printRoutes,
  ],
  duties: [answerRequests, maintainDescriptions],
  rights: mandatesRights,
  marked: mandatesMarked,
  settings: mandatesSettings,
  fills: mandateFills,
  files: [acknowledgementFiles],
  verifications: mandatesVerifications,
  subscriptions: [
    { event: 'organization.assigned', handle: tellNewHolder },
    { event: 'mandates.access-changed', handle: accessChanged },
  ],
  jobs: [
    { name: 'mandates.remind-unsigned', cron: '0 5 * * *', run: remindDaily },
    { name: 'mandates.pass-on', cron: '*/5 * * * *', run: accessChanged, carryOut: passOnInTime },
  ],
});
