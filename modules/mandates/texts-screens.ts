import { defineTexts } from '#kernel/texts.ts';

/** What the screens of this module say. */
export const mandatesScreenTexts = defineTexts({});
