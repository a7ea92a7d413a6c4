import { activities } from '#modules/activities/module.ts';
import { catalog } from '#modules/catalog/module.ts';
import { clients } from '#modules/clients/module.ts';
import { mandates } from '#modules/mandates/module.ts';
import { orders } from '#modules/orders/module.ts';
import { organization } from '#modules/organization/module.ts';
import { plans } from '#modules/plans/module.ts';
import { settlements } from '#modules/settlements/module.ts';
import { authTexts } from '#platform/auth/texts.ts';
import { defineModule, type Module } from '#platform/declare/module.ts';
import { platformPermits, platformRefusals } from '#platform/declare/platform-module.ts';
import { documentRoutes } from '#platform/documents/routes.ts';
import { clearAwayFiles } from '#platform/files/clear-away.ts';
import { fileRoutes } from '#platform/files/file-routes.ts';
import { fileSettings } from '#platform/files/settings.ts';
import { platformRoutes } from '#platform/http/platform-routes.ts';
import { cutOffImports } from '#platform/imports/cut-off.ts';
import { importRoutes } from '#platform/imports/import-routes.ts';
import { lists } from '#platform/lists/lists-module.ts';
import { notificationsModule } from '#platform/notifications/notifications-module.ts';
import { securityModule } from '#platform/security/security-module.ts';
import { platformTexts } from '#platform/texts.ts';

const platform = defineModule({
  name: 'platform',
  needs: [],
  permits: platformPermits,
  refusals: platformRefusals,
  texts: { ...platformTexts, ...authTexts },
  routes: [...platformRoutes, ...documentRoutes, ...importRoutes, ...fileRoutes],
  settings: fileSettings,
  jobs: [clearAwayFiles, cutOffImports],
});

/** Every module, lower ranks first. `modules/order.json` says the same to the tools; a test holds them together. */
export const modules: readonly Module[] = [
  platform,
  lists,
  notificationsModule,
  securityModule,
  organization,
  mandates,
  clients,
  catalog,
  activities,
  orders,
  settlements,
  plans,
];
