import { defineTexts } from '#kernel/texts.ts';

/** Words of the client's card and of the screens around it. */
export const cardTexts = defineTexts({
  'figure.last-contact': ['Last contact', 'Последний контакт'],
  'timeline.client-entered': ['Client entered', 'Клиент внесён'],
  'timeline.keeper-changed': ['Given to {keeper}. {reason}', 'Закреплён за: {keeper}. {reason}'],
  'timeline.class-changed': ['Class {before} → {after}. {reason}', 'Класс {before} → {after}. {reason}'],
  'timeline.dossier-entry': ['{text}', '{text}'],
});
