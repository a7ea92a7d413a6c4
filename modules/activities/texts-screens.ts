import { defineTexts } from '#kernel/texts.ts';

export const screenTexts = defineTexts({
  'activities.title': ['Visits and calls', 'Визиты и звонки'],
});
