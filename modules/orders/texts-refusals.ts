import { defineTexts } from '#kernel/texts.ts';

/** Sentences of refusals: what is refused, by how much, and what helps. */
export const orderRefusalTexts = defineTexts({
  'refusal.orders.import-service-line': ['The line is a service, not goods.', 'Строка — услуга, а не товар.'],
  'refusal.orders.import-no-price': ['The line has no price.', 'У строки нет цены.'],
  'refusal.orders.import-closed-month': [
    'The day lies in a month whose pay is settled or whose appraisal has begun: history may not change it any more.',
    'День относится к месяцу, за который рассчитана оплата или начата оценка: историю за него менять уже нельзя.',
  ],
  'refusal.orders.import-month-closed': [
    'Sales of {days, plural, one {# day} other {# days}} of it lie in months whose pay is settled or whose appraisal has begun.',
    'Продажи за {days, plural, one {# день} few {# дня} many {# дней} other {# дня}} приходятся на месяцы, за которые рассчитана оплата или начата оценка.',
  ],
  'refusal.orders.import-orders-ended': [
    '{orders, plural, one {# order of it was} other {# orders of it were}} decided about since.',
    'С тех пор приняты решения по {orders, plural, one {# её заказу} few {# её заказам} many {# её заказам} other {# её заказа}}.',
  ],
  'refusal.orders.import-has-lines': [
    'The order has lines from another import already. Take that import back first.',
    'У заказа уже есть строки из другой загрузки. Сначала отмените её.',
  ],
  'refusal.orders.unknown-order': ['There is no such order within your reach.', 'Такого заказа в вашей зоне нет.'],
  'refusal.orders.files-closed': [
    'The order is cancelled: nothing is attached to it any more.',
    'Заказ отменён: к нему больше ничего не прикладывают.',
  ],
  'refusal.orders.files-stay': [
    'Once handed over or confirmed, an order keeps its files: they prove what was ordered.',
    'После передачи или подтверждения файлы остаются при заказе: они подтверждают заказанное.',
  ],
  'refusal.orders.unknown-client': ['There is no such client within your reach.', 'Такого клиента в вашей зоне нет.'],
  'refusal.orders.unknown-product': ['There is no such product.', 'Такого товара нет.'],
  'refusal.orders.unknown-column': ['There is no such price column.', 'Такой колонки прайс-листа нет.'],
  'refusal.orders.no-price': [
    'Line {line}: the product has no price in this column.',
    'Строка {line}: у товара нет цены в этой колонке.',
  ],
  'refusal.orders.no-longer-sold': [
    'Line {line}: the product is no longer sold.',
    'Строка {line}: товар больше не продаётся.',
  ],
  'refusal.orders.other-currency': [
    'Line {line}: the price is in another currency.',
    'Строка {line}: цена в другой валюте.',
  ],
  'refusal.orders.no-columns': [
    'There is no price list yet. Ask whoever keeps the catalogue.',
    'Прайс-листа ещё нет. Обратитесь к тому, кто ведёт каталог.',
  ],
  'refusal.orders.no-lines': [
    'The order has no lines. Add a product first.',
    'В заказе нет строк. Сначала добавьте товар.',
  ],
  'refusal.orders.nothing-captured': [
    'There is nothing to type the order from. Write a note or attach a photo, a recording or a file.',
    'Вносить не с чего. Напишите примечание или приложите фото, запись или файл.',
  ],
  'refusal.orders.too-large': [
    'The quantity or the amount cannot be counted exactly: at most three decimals, and not so much.',
    'Количество или сумму нельзя посчитать точно: не более трёх знаков после запятой и не так много.',
  ],
  'refusal.orders.wanted-in-past': ['The day wanted has passed.', 'Желаемая дата уже прошла.'],
  'refusal.orders.untimely': [
    'Not possible: the order is {now, select, draft {a draft} captured {with sales support to be typed; take it back first} typed {typed by sales support; confirm it, return it or take it back} waiting {waiting for a decision; take it back first} confirmed {confirmed} askedback {waiting for an answer} entered {entered} shipped {shipped} cancelled {cancelled; copy it to order again} other {past that}}.',
    'Невозможно: заказ {now, select, draft {ещё черновик} captured {у отдела сопровождения на внесении; сначала отзовите его} typed {внесён отделом сопровождения; подтвердите, верните или отзовите его} waiting {ждёт решения; сначала отзовите его} confirmed {подтверждён} askedback {ждёт ответа на вопрос} entered {внесён} shipped {отгружен} cancelled {отменён; скопируйте его, чтобы заказать снова} other {уже прошёл этот этап}}.',
  ],
  'refusal.orders.content-frozen': [
    'The order left draft and cannot be changed. Copy it, or take it back while it waits.',
    'Заказ уже не черновик, изменить его нельзя. Скопируйте его или отзовите, пока он ждёт решения.',
  ],
  'refusal.orders.ended': [
    'The order has ended. Copy it to order again.',
    'Заказ завершён. Скопируйте его, чтобы заказать снова.',
  ],
  'refusal.orders.beyond-column': [
    'Column {column} is beyond what the client is entitled to (column {entitled}) and beyond your right.',
    'Колонка {column} выше положенной клиенту (колонка {entitled}) и выше вашего права.',
  ],
  'refusal.orders.beyond-discount': [
    'The discount of {percentPercent, number}% on line {line} is beyond your right, whether typed as a discount or as a price.',
    'Скидка {percentPercent, number}% в строке {line} выше вашего права, как бы она ни была введена — скидкой или ценой.',
  ],
  'refusal.orders.beyond-credit': [
    '{kind, select, limit {The order is {amountMoney} beyond the credit limit} overdue {The client has a debt overdue for {overdueDays, plural, one {# day} other {# days}}} other {The order is {amountMoney} beyond the credit limit, and a debt is overdue for {overdueDays, plural, one {# day} other {# days}}}}. It needs a release.',
    '{kind, select, limit {Заказ превышает кредитный лимит на {amountMoney}} overdue {У клиента просрочка {overdueDays, plural, one {# день} few {# дня} many {# дней} other {# дня}}} other {Заказ превышает кредитный лимит на {amountMoney}, и есть просрочка {overdueDays, plural, one {# день} few {# дня} many {# дней} other {# дня}}}}. Нужно разрешение.',
  ],
  'refusal.orders.no-one-may-decide': [
    'Nobody above you holds a mandate that covers it. Change the order.',
    'Ни у кого из ваших руководителей нет мандата на это. Измените заказ.',
  ],
  'refusal.orders.reason-needed': [
    '{kind, select, limit {The order is {amountMoney} beyond the credit limit} overdue {The client has a debt overdue for {overdueDays, plural, one {# day} other {# days}}} both {The order is {amountMoney} beyond the credit limit, and a debt is overdue for {overdueDays, plural, one {# day} other {# days}}} other {The order is beyond the credit}}. You may release it: say why.',
    '{kind, select, limit {Заказ превышает кредитный лимит на {amountMoney}} overdue {У клиента просрочка {overdueDays, plural, one {# день} few {# дня} many {# дней} other {# дня}}} both {Заказ превышает кредитный лимит на {amountMoney}, и есть просрочка {overdueDays, plural, one {# день} few {# дня} many {# дней} other {# дня}}} other {Заказ выходит за кредит}}. Вы вправе разрешить его сами: укажите причину.',
  ],
  'refusal.orders.not-confirmed': [
    'There is nothing to print or send before the order is confirmed.',
    'До подтверждения заказа печатать и отправлять нечего.',
  ],
  'refusal.orders.differences-open': [
    'What was entered differs from what was taken. Whoever took the order must accept it before anything is shipped.',
    'Внесённое отличается от принятого. До отгрузки это должен принять тот, кто принял заказ.',
  ],
  'refusal.orders.nothing-to-check': [
    'There is nothing to check: nothing was entered, or it was checked already.',
    'Проверять нечего: ничего не внесено или уже проверено.',
  ],
  'refusal.orders.more-than-entered': [
    'Line {line}: more than is left of the order.',
    'Строка {line}: больше, чем осталось по заказу.',
  ],
  'refusal.orders.nothing-to-ship': ['There is nothing left to ship.', 'Отгружать больше нечего.'],
  'refusal.orders.shipped-in-future': ['The day of shipment lies in the future.', 'Дата отгрузки в будущем.'],
  'refusal.orders.partly-shipped': ['A part of the order has left already.', 'Часть заказа уже отгружена.'],
  'refusal.orders.more-than-shipped': [
    'Line {line}: more than was shipped.',
    'Строка {line}: больше, чем было отгружено.',
  ],
  'refusal.orders.returned-in-future': ['The day of return lies in the future.', 'Дата возврата в будущем.'],
});
