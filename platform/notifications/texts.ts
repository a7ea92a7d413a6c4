import { defineTexts } from '#kernel/texts.ts';

/** The letter that tells what is due and what is new. */
export const notificationTexts = defineTexts({
  'digest.subject': [
    'Mandate: {late, plural, =0 {} one {# late, } other {# late, }}{today, plural, one {# due today} other {# due today}}, {news, plural, one {# new} other {# new}}',
    'Mandate: {late, plural, =0 {} one {просрочено: #, } few {просрочено: #, } many {просрочено: #, } other {просрочено: #, }}на сегодня: {today}, новых: {news}',
  ],
  'digest.greeting': ['Good day, {name}.', 'Здравствуйте, {name}.'],
  'digest.late': ['Late', 'Просрочено'],
  'digest.today': ['Due today', 'На сегодня'],
  'digest.news': ['New in your inbox', 'Новое во входящих'],
  'digest.more': ['and {count} more', 'и ещё {count}'],
  'digest.foot': [
    'You chose this letter in Mandate under “Sign-in, keys and mail”; there you can turn it off.',
    'Вы выбрали это письмо в Mandate в разделе «Вход, ключи и почта»; там его можно отключить.',
  ],
});
