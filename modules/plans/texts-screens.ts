import { defineTexts } from '#kernel/texts.ts';

/** What the screens of plans, team and pay say. */
export const plansScreenTexts = defineTexts({
  'plans.title': ['Plan', 'План'],
});
