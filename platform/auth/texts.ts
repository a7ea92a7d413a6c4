import { defineTexts } from '#kernel/texts.ts';

/** The letters about a forgotten password. */
export const authTexts = defineTexts({
  'password.letter.subject': ['Mandate: choose a new password', 'Mandate: выберите новый пароль'],
  'password.letter.greeting': ['Good day, {name}.', 'Здравствуйте, {name}.'],
  'password.letter.link': [
    'Somebody, you we hope, asked for a new password. Choose it here within {minutes} minutes; the link works once:',
    'Кто-то (надеемся, вы) попросил новый пароль. Задайте его здесь в течение {minutes} минут; ссылка действует один раз:',
  ],
  'password.letter.not-you': [
    'If it was not you, do nothing: your password stays as it is.',
    'Если это были не вы, ничего не делайте: пароль останется прежним.',
  ],
  'password.changed.subject': ['Mandate: your password was changed', 'Mandate: ваш пароль изменён'],
  'password.changed.text': [
    'Your password was changed by the link of a letter to this address. You were signed out everywhere.',
    'Ваш пароль изменён по ссылке из письма на этот адрес. Все ваши сеансы завершены.',
  ],
  'password.changed.not-you': [
    'If it was not you, tell whoever runs Mandate at your company at once.',
    'Если это были не вы, сразу сообщите тому, кто ведёт Mandate в вашей компании.',
  ],
});
