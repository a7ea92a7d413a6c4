import { defineTexts } from '#kernel/texts.ts';

/** Words that stand on documents of every kind. */
export const houseTexts = defineTexts({
  draft: ['DRAFT', 'ПРОЕКТ'],
  approve: ['APPROVED', 'УТВЕРЖДАЮ'],
  'approved-by-order': ['APPROVED', 'УТВЕРЖДЕНО'],
  'by-order': ['by order of {company}', 'приказом организации {company}'],
  dated: ['dated {date} No. {number}', 'от {date} № {number}'],
  number: ['No. {number}', '№ {number}'],
  'number-sign': ['No.', '№'],
  name: ['Full name', 'Фамилия, имя, отчество'],
  position: ['Position', 'Должность'],
  date: ['Date', 'Дата'],
  signature: ['Signature', 'Подпись'],
  'signature-hint': ['(signature)', '(подпись)'],
  'name-hint': ['(name in print)', '(расшифровка подписи)'],
  'date-hint': ['(date)', '(дата)'],
  'signed-application': ['signed in the application', 'подписано в приложении'],
  'signed-paper': ['signed on paper, scan filed', 'подписано на бумаге, скан в деле'],
  'signed-act': ['refused to sign, act drawn up', 'отказ от подписи, составлен акт'],
  'access-given': ['access given by {by} on {day}', 'доступ выдан: {by}, {day}'],
  period: ['{first} to {last}', 'с {first} по {last}'],
  pages: ['Pages in all:', 'Всего страниц:'],
  fingerprint: ['Fingerprint of the text (SHA-256)', 'Отпечаток текста (SHA-256)'],
});
