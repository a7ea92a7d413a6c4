import { defineModule } from '#platform/declare/module.ts';
import { listRefusals } from './refusals.ts';
import { savedViewRoutes } from './saved-views.ts';
import { listTexts } from './texts.ts';

/** The list mechanism's own routes, refusals and texts. */
export const lists = defineModule({
  name: 'lists',
  needs: [],
  permits: {},
  refusals: listRefusals,
  texts: listTexts,
  routes: savedViewRoutes,
});
