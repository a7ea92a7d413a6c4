import Type from 'typebox';
import { definePermits } from '#kernel/permit.ts';
import { defineModule } from '#platform/declare/module.ts';
import { right } from '#platform/declare/right.ts';
import { securityRoutes } from './routes.ts';
import { securitySettings } from './settings.ts';
import { tellWentBeyond } from './tell.ts';
import { securityTexts } from './texts.ts';

/** What leaves the company and who reads what is marked: kept, shown to those who watch, and told when it is too much. */
export const securityModule = defineModule({
  name: 'security',
  needs: [],
  permits: definePermits({ 'security.watch': { founding: true } }),
  refusals: { codes: {} },
  texts: securityTexts,
  routes: securityRoutes,
  rights: [
    right({
      key: 'security.watch',
      settings: Type.Object({}, { additionalProperties: false }),
      defaults: {},
      grants: () => [{ permit: 'security.watch', scope: 'all', limits: {} }],
    }),
  ],
  settings: securitySettings,
  subscriptions: [{ event: 'security.went-beyond', handle: tellWentBeyond }],
});
