/** The languages of the product, in the order of the pairs in every catalogue. */
export const languages = ['en', 'ru'] as const;
export type Language = (typeof languages)[number];

/** A catalogue: key → [English, Russian], each an ICU message. */
export type Texts = Readonly<Record<string, readonly [en: string, ru: string]>>;

/** Declares a module's catalogue. Both languages stand side by side, so neither can be forgotten. */
export function defineTexts<const T extends Texts>(texts: T): T {
  return texts;
}

/** Takes the first language of `wanted` (an Accept-Language header or a stored choice) that the product speaks. */
export function chooseLanguage(wanted: string | undefined): Language {
  const tags = (wanted ?? '').split(',').map((tag) => tag.trim().slice(0, 2).toLowerCase());
  return tags.find((tag): tag is Language => (languages as readonly string[]).includes(tag)) ?? 'en';
}
