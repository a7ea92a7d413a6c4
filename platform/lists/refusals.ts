import { defineRefusals, type Refuse, refuser } from '#kernel/refusal.ts';

export const listRefusals = defineRefusals({
  codes: {
    'lists.bad-filter': 422,
    'lists.bad-sort': 422,
    'lists.bad-cursor': 422,
    'lists.unknown-column': 422,
    'lists.too-many-rows': 422,
    'lists.view-name-taken': 409,
  },
  constraints: { saved_views__name_unique: 'lists.view-name-taken' },
});

export const refuse: Refuse<typeof listRefusals> = refuser(listRefusals);
