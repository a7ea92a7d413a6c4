import { screens as activities } from '#modules/activities/ui/screens.ts';
import { screens as catalog } from '#modules/catalog/ui/screens.ts';
import { screens as clients } from '#modules/clients/ui/screens.ts';
import { screens as mandates } from '#modules/mandates/ui/screens.ts';
import { screens as orders } from '#modules/orders/ui/screens.ts';
import { screens as organization } from '#modules/organization/ui/screens.ts';
import { screens as plans } from '#modules/plans/ui/screens.ts';
import { screens as settlements } from '#modules/settlements/ui/screens.ts';
import type { Screens } from '#platform/web/screen.ts';

/**
 * The screens of every module. A module adds two lines: its import above, and its name in the list.
 *
 *     import { screens as orders } from '#modules/orders/ui/screens.ts';
 */
export const moduleScreens: readonly Screens[] = [
  mandates,
  clients,
  catalog,
  activities,
  orders,
  organization,
  settlements,
  plans,
];
