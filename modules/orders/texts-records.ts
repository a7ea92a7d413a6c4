import { defineTexts } from '#kernel/texts.ts';

/** What the records of each table are called where an import is taken back. */
export const ordersRecordTexts = defineTexts({
  'record.orders.authorizations': ['Decisions about orders', 'Решения по заказам'],
  'record.orders.client_terms': ['Terms of clients', 'Условия клиентов'],
  'record.orders.entered_lines': ['Entered lines', 'Внесённые строки'],
  'record.orders.order_lines': ['Lines of orders', 'Строки заказов'],
  'record.orders.order_messages': ['Messages of orders', 'Сообщения в заказах'],
  'record.orders.orders': ['Orders', 'Заказы'],
  'record.orders.return_lines': ['Lines of returns', 'Строки возвратов'],
  'record.orders.returns': ['Returns', 'Возвраты'],
  'record.orders.shipment_lines': ['Lines of shipments', 'Строки отгрузок'],
  'record.orders.shipments': ['Shipments', 'Отгрузки'],
});
