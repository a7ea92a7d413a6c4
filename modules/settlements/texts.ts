import { defineTexts } from '#kernel/texts.ts';

export const settlementsTexts = defineTexts({
  'permit.settlements.read': ['See what clients owe and pay', 'Видеть долги и оплаты клиентов'],
  'permit.settlements.promise': ['Accept promises to pay', 'Принимать обещания оплаты'],
  'permit.settlements.post': [
    'Issue invoices, post and allocate payments',
    'Выставлять счета, проводить и разносить оплаты',
  ],
  'right.settlements.accept-promise': ['Agrees with clients when they pay', 'Согласует с клиентами срок оплаты'],
  'right.settlements.accept-promise.limit': [
    'up to {days, plural, one {# day} other {# days}} ahead',
    'не далее чем на {days, plural, one {# день} few {# дня} many {# дней} other {# дня}} вперёд',
  ],
  'right.settlements.know-all': ['Sees the settlements with all clients', 'Видит расчёты со всеми клиентами'],
  'right.settlements.know-all.limit': ['Without limit', 'Без ограничения'],
  'duty.settlements.chase-overdue': ['Chases overdue debts', 'Взыскивает просроченную задолженность'],
  'duty.settlements.chase-overdue.norm': [
    'a contact or a promise to pay within {graceDays, plural, one {# day} other {# days}} after the due day',
    'контакт или обещание оплаты в течение {graceDays, plural, one {# дня} few {# дней} many {# дней} other {# дня}} после срока',
  ],
  'duty.settlements.collect': [
    'Brings receivables in on time',
    'Обеспечивает своевременный возврат дебиторской задолженности',
  ],
  'duty.settlements.collect.norm': [
    'at least {shareOnTimePercent, number}% of the money due comes in by its day',
    'не менее {shareOnTimePercent, number}% суммы поступает в срок',
  ],
  'duty.settlements.post-payments': ['Posts and allocates payments', 'Проводит и разносит оплаты'],
  'duty.settlements.post-payments.norm': [
    'within {withinDays, plural, =0 {the same day} one {# day} other {# days}} of receipt',
    '{withinDays, plural, =0 {в тот же день} one {в течение # дня} few {в течение # дней} many {в течение # дней} other {в течение # дня}} после поступления',
  ],
  'work.settlements.overdue': ['Call about an overdue debt', 'Позвонить о просроченном долге'],
  'work.settlements.broken-promise': ['A promise to pay was broken', 'Обещание оплаты нарушено'],
  'work.settlements.loose-payment': ['Allocate a payment', 'Разнести оплату'],
  'refusal.settlements.unknown-invoice': [
    'There is no such open invoice of this client.',
    'Такого открытого счёта у этого клиента нет.',
  ],
  'refusal.settlements.unknown-payment': ['There is no such payment or allocation.', 'Такой оплаты или разноски нет.'],
  'refusal.settlements.unknown-promise': ['There is no such promise.', 'Такого обещания нет.'],
  'refusal.settlements.unknown-client': [
    'There is no such client within your reach.',
    'Такого клиента в вашей зоне нет.',
  ],
  'refusal.settlements.unknown-order': ['There is no such order.', 'Такого заказа нет.'],
  'refusal.settlements.number-taken': ['An invoice of this number is registered.', 'Счёт с таким номером уже есть.'],
  'refusal.settlements.invoiced-already': ['This order is invoiced.', 'По этому заказу счёт уже выставлен.'],
  'refusal.settlements.not-shipped': ['The order is not shipped yet.', 'Заказ ещё не отгружен.'],
  'refusal.settlements.more-than-open': [
    'This is more than is open on the invoice.',
    'Это больше открытой суммы счёта.',
  ],
  'refusal.settlements.more-than-paid': ['This is more than is left of the payment.', 'Это больше остатка оплаты.'],
  'refusal.settlements.another-client': ['The invoice is another client’s.', 'Счёт принадлежит другому клиенту.'],
  'refusal.settlements.another-currency': ['The currencies differ.', 'Валюты различаются.'],
  'refusal.settlements.allocated-twice': [
    'An invoice stands twice in the allocation.',
    'Счёт указан в разноске дважды.',
  ],
  'refusal.settlements.promised-for-past': ['The promised day has passed.', 'Обещанный день уже прошёл.'],
  'refusal.settlements.promise-settled': [
    'The promise is settled and stays as it is.',
    'Обещание уже исполнено или нарушено и не меняется.',
  ],
  'refusal.settlements.nothing-owed': ['This client owes nothing.', 'Этот клиент ничего не должен.'],
  'refusal.settlements.due-before-issue': ['The due day is before the day of issue.', 'Срок оплаты раньше даты счёта.'],
  'figure.owed': ['Owed', 'Долг'],
  'figure.overdue': ['Overdue', 'Просрочено'],
  'handover.debts': ['Open invoices', 'Открытые счета'],
  'handover.promises': ['Promises to pay', 'Обещания оплаты'],
  'timeline.invoice': ['Invoice {number}', 'Счёт {number}'],
  'timeline.payment': ['Payment received', 'Поступила оплата'],
  'timeline.promise': ['Promise to pay', 'Обещание оплаты'],
});
