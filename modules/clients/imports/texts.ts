import { defineTexts } from '#kernel/texts.ts';

/** Names of what is imported, and of its fields. */
export const clientsImportTexts = defineTexts({
  'import.clients': ['Clients with main contact', 'Клиенты с основным контактом'],
  'import.clients.code': ['Code', 'Код'],
  'import.clients.name': ['Name', 'Название'],
  'import.clients.keeper': ['Keeper (personnel number)', 'Ответственный (табельный номер)'],
  'import.clients.status': ['Status', 'Статус'],
  'import.clients.class': ['Class', 'Класс'],
  'import.clients.country': ['Country', 'Страна'],
  'import.clients.city': ['City', 'Город'],
  'import.clients.region': ['Region', 'Область'],
  'import.clients.address': ['Address', 'Адрес'],
  'import.clients.postalCode': ['Postal code', 'Индекс'],
  'import.clients.phone': ['Phone', 'Телефон'],
  'import.clients.email': ['E-mail', 'Почта'],
  'import.clients.taxNumber': ['Tax number', 'ИНН'],
  'import.clients.contactName': ['Contact', 'Контакт'],
  'import.clients.contactTitle': ['Contact’s title', 'Должность контакта'],
  'import.clients.since': ['Client since', 'Клиент с'],
});
