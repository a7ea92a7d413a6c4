import { defineTexts } from '#kernel/texts.ts';
import { orderListTexts } from './texts-list.ts';
import { orderRefusalTexts } from './texts-refusals.ts';
import { orderScreenTexts } from './texts-screens.ts';

/** Names of what this module registers; lists, refusals and screens have catalogues of their own. */
export const texts = defineTexts({
  'permit.orders.read': ['See orders', 'Видеть заказы'],
  'permit.orders.take': ['Take orders', 'Принимать заказы'],
  'permit.orders.enter': ['Enter and ship orders', 'Вносить и отгружать заказы'],
  'permit.orders.edit-terms': ['Agree terms with clients', 'Согласовывать условия с клиентами'],
  'permit.orders.price-column': ['Give a better price column', 'Давать более выгодную колонку прайс-листа'],
  'permit.orders.discount': ['Give a discount', 'Давать скидку'],
  'permit.orders.release-credit': ['Release an order beyond the credit', 'Разрешать заказ сверх кредита'],

  'right.orders.price-column': ['Chooses the price column for a client', 'Определяет для клиента колонку прайс-листа'],
  'right.orders.price-column.limit': ['up to column {column, number}', 'до колонки {column, number}'],
  'right.orders.discount': ['Gives discounts', 'Предоставляет скидки'],
  'right.orders.discount.limit': [
    'up to {percentPercent, number}% of the price',
    'до {percentPercent, number}% от цены',
  ],
  'right.orders.release-credit': [
    'Releases orders beyond the credit limit',
    'Разрешает заказы сверх кредитного лимита',
  ],
  'right.orders.release-credit.limit': [
    'up to {amountMoney} beyond the limit, with debts overdue for up to {overdueDays, plural, one {# day} other {# days}}',
    'до {amountMoney} сверх лимита, при просрочке до {overdueDays, plural, one {# дня} few {# дней} many {# дней} other {# дня}}',
  ],
  'right.orders.edit-terms': ['Agrees terms with clients', 'Согласовывает условия с клиентами'],
  'right.orders.edit-terms.limit': [
    'credit up to {creditLimitMoney}, payment within {paymentDays, plural, one {# day} other {# days}}',
    'кредит до {creditLimitMoney}, отсрочка до {paymentDays, plural, one {# дня} few {# дней} many {# дней} other {# дня}}',
  ],

  'duty.orders.take-personally': [
    'Personally takes orders from all key clients',
    'Лично принимает заказы у всех ключевых клиентов',
  ],
  'duty.orders.take-personally.norm': [
    'at least {sharePercent, number}% of their orders',
    'не менее {sharePercent, number}% их заказов',
  ],
  'duty.orders.check-entered': [
    'Checks that entered orders are what was taken',
    'Проверяет, что внесённые заказы соответствуют принятым',
  ],
  'duty.orders.check-entered.norm': [
    'within {withinHours, plural, one {# hour} other {# hours}} of entry',
    'в течение {withinHours, plural, one {# часа} few {# часов} many {# часов} other {# часа}} после внесения',
  ],
  'right.orders.entered-in-time': [
    'Has the orders of own clients entered in time',
    'Заказы своих клиентов вовремя вносят в учёт',
  ],
  'right.orders.entered-in-time.limit': [
    'within {withinHours, plural, one {# hour} other {# hours}} of confirmation',
    'в течение {withinHours, plural, one {# часа} few {# часов} many {# часов} other {# часа}} после подтверждения',
  ],
  'work.orders.entered-in-time.unmet': [
    '{ofOthers, select, true {is not entered by those below you} other {waits to be entered}}: {claimant} may claim it within {withinHours, plural, one {# hour} other {# hours}}, clause {number}',
    '{ofOthers, select, true {не внесён вашими подчинёнными} other {ждёт внесения}}: {claimant} вправе получить это в течение {withinHours, plural, one {# часа} few {# часов} many {# часов} other {# часа}}, пункт {number}',
  ],
  'duty.orders.enter': ['Enters orders', 'Вносит заказы в учёт'],
  'duty.orders.enter.norm': [
    'within {withinHours, plural, one {# hour} other {# hours}} of confirmation',
    'в течение {withinHours, plural, one {# часа} few {# часов} many {# часов} other {# часа}} после подтверждения',
  ],
  'duty.orders.lapsing': ['Wins back clients who stop ordering', 'Возвращает клиентов, переставших заказывать'],
  'duty.orders.lapsing.norm': [
    'a contact soon after {days, plural, one {# day} other {# days}} beyond the client’s usual interval',
    'контакт вскоре после {days, plural, one {# дня} few {# дней} many {# дней} other {# дня}} сверх обычного для клиента промежутка',
  ],

  'work.orders.check-entered': [
    '{differs, select, yes {Order {number} was entered differently: accept or return it} other {Check the entered order {number}}}, {client}',
    '{differs, select, yes {Заказ {number} внесён с отличиями: примите или верните} other {Проверьте внесённый заказ {number}}}, {client}',
  ],
  'work.orders.enter': ['Enter order {number}, {client}', 'Внесите заказ {number}, {client}'],
  'work.orders.type': [
    'Type the order of {client} from its note or files',
    'Внесите заказ клиента {client} по примечанию или файлам',
  ],
  'work.orders.check-typed': [
    'Sales support typed the order of {client}: is it what you took?',
    'Отдел сопровождения внёс заказ клиента {client}: всё как вы приняли?',
  ],
  'work.orders.answer-question': [
    'Sales support asks about {number, select, none {an order} other {order {number}}}, {client}',
    'Отдел сопровождения спрашивает о заказе{number, select, none {} other { {number}}}, {client}',
  ],
  'work.orders.sent-back': [
    'An order of {client} came back undecided in your favour',
    'Заказ клиента {client} возвращён с отказом',
  ],
  'work.orders.lapsing': [
    'Usually orders every {every, plural, one {# day} other {# days}}; the last order was {ago, plural, one {# day} other {# days}} ago',
    'Обычно заказывает раз в {every, plural, one {# день} few {# дня} many {# дней} other {# дня}}; последний заказ был {ago, plural, one {# день} few {# дня} many {# дней} other {# дня}} назад',
  ],

  'proposal.orders.lapsing': [
    'Usually orders every {every, plural, one {# day} other {# days}}, last on {last}',
    'Обычно заказывает раз в {every, plural, one {# день} few {# дня} many {# дней} other {# дня}}, последний заказ {last}',
  ],

  'notification.orders.asked-back': [
    'Sales support asks about {number, select, none {the order of {client}} other {order {number}}}: {text}',
    'Вопрос о заказе {number, select, none {клиента {client}} other {{number}}}: {text}',
  ],
  'notification.orders.answered': [
    'Answer about {number, select, none {the order of {client}} other {order {number}}}: {text}',
    'Ответ о заказе {number, select, none {клиента {client}} other {{number}}}: {text}',
  ],
  'notification.orders.typed': [
    'Sales support typed the order of {client}: check and confirm it',
    'Отдел сопровождения внёс заказ клиента {client}: проверьте и подтвердите',
  ],
  'notification.orders.differs': [
    'Order {number} was entered differently from what you took',
    'Заказ {number} внесён не так, как вы его приняли',
  ],
  'notification.orders.rejected': [
    '{number, select, none {The order of {client}} other {Order {number}}} was entered wrongly: {text}',
    'Заказ {number, select, none {клиента {client}} other {{number}}} внесён неверно: {text}',
  ],
  'notification.orders.facts-changed': [
    'It was granted, but the client’s debt has grown since: confirm the order again',
    'Разрешено, но долг клиента с тех пор вырос: подтвердите заказ снова',
  ],

  'figure.sales-12m': ['Sales, 12 months', 'Продажи за 12 мес.'],
  'figure.open-orders': ['Orders under way', 'Заказы в работе'],
  'figure.last-order': ['Last order', 'Последний заказ'],
  'handover.orders': ['Orders under way', 'Заказы в работе'],
  'timeline-kind.order-confirmed': ['Orders', 'Заказы'],
  'timeline-kind.credit-released': ['Releases of credit', 'Разрешения сверх кредита'],
  'timeline-kind.order-shipped': ['Shipments', 'Отгрузки'],
  'timeline-kind.goods-returned': ['Returns', 'Возвраты'],
  'timeline.order-confirmed': ['Order {number} taken', 'Принят заказ {number}'],
  'timeline.credit-released': [
    'Order {number} released beyond the credit: {reason}',
    'Заказ {number} разрешён сверх кредита: {reason}',
  ],
  'timeline.order-shipped': ['Goods of order {number} shipped', 'Отгрузка по заказу {number}'],
  'timeline.goods-returned': [
    '{kind, select, refusal {Goods refused} other {Goods returned}}. {cause}',
    '{kind, select, refusal {Отказ от товара} other {Возврат товара}}. {cause}',
  ],
  'setting.orders.default-terms': [
    'Terms of clients with whom none are agreed',
    'Условия для клиентов без согласованных условий',
  ],
  'setting.orders.price-columns': ['How a client earns a price column', 'Как клиент получает колонку прайс-листа'],
  'setting.documents.template.order-confirmation': [
    'Own template of order confirmations (Typst); empty: the usual one',
    'Свой шаблон подтверждения заказа (Typst); пусто — обычный',
  ],
  'setting.orders.default-terms.paymentDays': ['Payment deferred by', 'Отсрочка платежа'],
  'setting.orders.default-terms.creditLimit': ['Credit limit', 'Кредитный лимит'],
  'setting.orders.default-terms.overdueToleranceDays': ['Overdue tolerated', 'Допустимая просрочка'],
  'setting.orders.price-columns.byClass': ['Column by class of client', 'Колонка по классу клиента'],
  'setting.orders.price-columns.byClass.key': ['Key clients', 'Ключевые клиенты'],
  'setting.orders.price-columns.byClass.A': ['Class A', 'Класс A'],
  'setting.orders.price-columns.byClass.B': ['Class B', 'Класс B'],
  'setting.orders.price-columns.byClass.C': ['Class C', 'Класс C'],
  'setting.orders.price-columns.prepaidSteps': [
    'Columns better when paid in advance',
    'На сколько колонок лучше при предоплате',
  ],
  'setting.orders.price-columns.longFromDays': ['Deferral counts as long from', 'Отсрочка считается длинной от'],
  'setting.orders.price-columns.longSteps': [
    'Columns worse when deferred long',
    'На сколько колонок хуже при длинной отсрочке',
  ],
  'setting.orders.entry-hours': [
    'Time to enter a confirmed order, or to type one that was handed over',
    'Время на внесение подтверждённого или переданного заказа',
  ],

  'orders.payment-terms': [
    '{days, plural, =0 {at once} one {within # calendar day of shipment} other {within # calendar days of shipment}}',
    '{days, plural, =0 {сразу} one {в течение # календарного дня с даты отгрузки} few {в течение # календарных дней с даты отгрузки} many {в течение # календарных дней с даты отгрузки} other {в течение # календарного дня с даты отгрузки}}',
  ],

  'fact.client': ['Client', 'Клиент'],
  'fact.class': ['Class', 'Класс'],
  'fact.total': ['Order total', 'Сумма заказа'],
  'fact.lines': ['Lines', 'Строк'],
  'fact.givenAway': ['Given away by discounts', 'Уступлено скидками'],
  'fact.marginBefore': ['Margin before discounts', 'Маржа до скидок'],
  'fact.marginBeforeRate': ['Margin before discounts, share', 'Маржа до скидок, доля'],
  'fact.marginAfter': ['Margin with the discounts asked for', 'Маржа с запрошенными скидками'],
  'fact.marginAfterRate': ['Margin with the discounts asked for, share', 'Маржа с запрошенными скидками, доля'],
  'fact.linesWithoutCost': ['Margin unknown: lines without a cost price', 'Маржа неизвестна: строк без себестоимости'],
  'fact.column': ['Price column asked for', 'Запрошенная колонка'],
  'fact.entitledColumn': ['Price column the client has', 'Положенная колонка'],
  'fact.sales12m': ['Sales, 12 months', 'Продажи за 12 мес.'],
  'fact.averageDelayDays': ['Pays later than due by, days on average', 'Платит позже срока, дней в среднем'],
  'fact.exposure': ['Exposure with this order', 'Задолженность с этим заказом'],
  'fact.creditLimit': ['Credit limit', 'Кредитный лимит'],
  'fact.overdue': ['Overdue', 'Просрочено'],
  'fact.oldestOverdueDays': ['Oldest overdue, days', 'Старейшая просрочка, дней'],
  'fact.brokenPromises': ['Broken promises to pay', 'Нарушенных обещаний оплаты'],
  ...orderListTexts,
  ...orderRefusalTexts,
  ...orderScreenTexts,
});
