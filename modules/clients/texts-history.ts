import { defineTexts } from '#kernel/texts.ts';

/** What the history of a client says. */
export const historyTexts = defineTexts({
  'clients.history.unit': ['Divided by', 'Разбивка'],
  'clients.history.by-quarter': ['By quarter', 'По кварталам'],
  'clients.history.by-year': ['By year', 'По годам'],
  'clients.history.years': ['Years shown', 'За сколько лет'],
  'clients.history.years-count': [
    '{count, plural, one {# year} other {# years}}',
    '{count, plural, one {# год} few {# года} many {# лет} other {# года}}',
  ],
  'clients.history.no-orders': ['No order in these years', 'За эти годы заказов не было'],
  'clients.history.show': ['Show in the stream: {what}', 'Показать в ленте: {what}'],

  'clients.history.frequency': ['How often it orders', 'Как часто заказывает'],
  'clients.history.frequency-picture': [
    'Orders by period; the figures stand in the table below',
    'Заказы по периодам; числа — в таблице ниже',
  ],
  'clients.history.frequency-hint': [
    'Interval: days between days of order, on average. Discount: against the list price of the day.',
    'Промежуток — среднее число дней между днями заказов. Скидка — от цены прайс-листа на день заказа.',
  ],
  'clients.history.period': ['Period', 'Период'],
  'clients.history.interval': ['Interval', 'Промежуток'],
  'clients.history.days': ['{count, number} d', '{count, number} дн.'],
  'clients.history.worth': ['Usual order', 'Средний заказ'],
  'clients.sales.orders': ['Orders', 'Заказы'],
  'clients.sales.shipped': ['Shipped', 'Отгружено'],
  'clients.sales.returned': ['Returned', 'Возвраты'],
  'clients.sales.discount': ['Discounts', 'Скидки'],

  'clients.history.assortment': ['What it buys', 'Что покупает'],
  'clients.history.assortment-picture': [
    'Ordered by group of products and period; the figures stand in the table below',
    'Заказано по группам товаров и периодам; числа — в таблице ниже',
  ],
  'clients.history.assortment-hint': [
    'New: never bought before the period. Lost: bought in the period before and not since.',
    'Новые — раньше этого периода не покупались. Ушедшие — покупались в предыдущем периоде, а с тех пор нет.',
  ],
  'clients.history.group': ['Group of products', 'Группа товаров'],
  'clients.history.no-group': ['Without a group', 'Без группы'],
  'clients.history.other-groups': ['Other groups', 'Прочие группы'],
  'clients.history.share': ['Share', 'Доля'],
  'clients.history.products': ['Products bought', 'Товаров куплено'],
  'clients.history.newProducts': ['New products', 'Новых товаров'],
  'clients.history.lostProducts': ['Lost products', 'Ушедших товаров'],

  'clients.history.products-bought': ['Products', 'Товары'],
  'clients.history.standing': ['Standing', 'Положение'],
  'clients.history.standing.all': ['All', 'Все'],
  'clients.history.standing.new': ['New', 'Новый'],
  'clients.history.standing.kept': ['Kept', 'Постоянный'],
  'clients.history.standing.lost': ['Lost', 'Ушёл'],
  'clients.history.no-such-products': ['There are no such products', 'Таких товаров нет'],
  'clients.history.all-products': ['Show all {count, number}', 'Показать все: {count, number}'],
  'clients.sales.product': ['Product', 'Товар'],
  'clients.sales.amount': ['Amount', 'Сумма'],
  'clients.sales.last': ['Last bought', 'Последняя покупка'],
  'clients.sales.last-price': ['Last price', 'Последняя цена'],
  'clients.sales.usual': ['Usually every', 'Обычно раз в'],
  'clients.sales.days': [
    '{count, plural, one {# day} other {# days}}',
    '{count, plural, one {# день} few {# дня} many {# дней} other {# дня}}',
  ],

  'clients.history.prices-of': ['Prices paid: {product}', 'Цены покупок: {product}'],
  'clients.history.price-picture': ['Price paid, order by order', 'Цена покупки по заказам'],
  'clients.history.order': ['Order', 'Заказ'],
  'clients.history.price.quantity': ['Quantity', 'Количество'],
  'clients.history.price.list-price': ['List price', 'По прайс-листу'],
  'clients.history.price.discount': ['Discount', 'Скидка'],
  'clients.history.price.paid-price': ['Paid', 'Цена покупки'],

  'clients.history.stream': ['Day by day', 'День за днём'],
  'clients.history.kinds': ['Everything: orders, money, contacts …', 'Всё: заказы, деньги, контакты…'],
  'clients.history.from': ['From', 'С'],
  'clients.history.until': ['Until', 'По'],
  'clients.history.document': ['Number of the document', 'Номер документа'],
  'clients.history.show-all': ['Show everything', 'Показать всё'],
  'clients.history.none-such': ['Nothing like this happened', 'Ничего такого не было'],
});
