import { defineTexts } from '#kernel/texts.ts';

/** Names of what is imported, and of its fields. */
export const orderImportTexts = defineTexts({
  'import.orders': ['Past orders', 'Прошлые заказы'],
  'import.orders.number': ['Number', 'Номер'],
  'import.orders.client': ['Client code', 'Код клиента'],
  'import.orders.takenBy': ['Taken by (personnel number)', 'Принял (табельный номер)'],
  'import.orders.orderedOn': ['Ordered on', 'Дата заказа'],
  'import.orders.wantedOn': ['Wanted on', 'Желаемая дата'],
  'import.orders.shippedOn': ['Shipped on', 'Дата отгрузки'],
  'import.order-lines': ['Lines of past orders', 'Строки прошлых заказов'],
  'import.order-lines.order': ['Order number', 'Номер заказа'],
  'import.order-lines.product': ['Product code', 'Артикул'],
  'import.order-lines.unitPrice': ['Price', 'Цена'],
  'import.order-lines.quantity': ['Quantity', 'Количество'],
  'import.order-lines.discount': ['Discount', 'Скидка'],
  'import.sales-lines': ['Sales history, line by line', 'История продаж построчно'],
  'import.sales-lines.invoice': ['Invoice number', 'Номер накладной'],
  'import.sales-lines.client': ['Client code', 'Код клиента'],
  'import.sales-lines.country': ['Country', 'Страна'],
  'import.sales-lines.product': ['Product code', 'Артикул'],
  'import.sales-lines.description': ['Description', 'Наименование'],
  'import.sales-lines.quantity': ['Quantity (negative: return)', 'Количество (минус — возврат)'],
  'import.sales-lines.unitPrice': ['Price', 'Цена'],
  'import.sales-lines.date': ['Date', 'Дата'],
  'import.sales-lines.serviceCodes': ['Codes that are no goods', 'Коды не товаров'],
  'import.sales-lines.createMissing': ['Make unknown clients and products', 'Создавать неизвестных клиентов и товары'],
  'orders.client-of-code': ['Client {code}', 'Клиент {code}'],
  'import.sales-lines.keeper': [
    'Keeper of new clients (personnel number)',
    'Ответственный за новых клиентов (табельный номер)',
  ],
});
