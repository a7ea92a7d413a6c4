import { defineTexts } from '#kernel/texts.ts';

/** Everything that this module says. */
export const texts = defineTexts({
  'permit.catalog.read': ['See products and prices', 'Видеть товары и цены'],
  'permit.catalog.edit': ['Change products and prices', 'Изменять товары и цены'],
  'right.catalog.see-prices': ['Sees products and prices', 'Видит товары и цены'],
  'right.catalog.see-prices.limit': ['Without limit', 'Без ограничения'],
  'right.catalog.keep-prices': ['Keeps the catalogue and the price list', 'Ведёт каталог и прайс-лист'],
  'right.catalog.keep-prices.limit': ['Without limit', 'Без ограничения'],

  'refusal.catalog.unknown-product': ['There is no such product.', 'Такого товара нет.'],
  'refusal.catalog.unknown-category': ['There is no such category.', 'Такой категории нет.'],
  'refusal.catalog.unknown-column': ['There is no such price column.', 'Такой колонки цен нет.'],
  'refusal.catalog.code-taken': ['Another product has this code.', 'Этот код уже у другого товара.'],
  'refusal.catalog.category-taken': ['There is a category with this name.', 'Категория с таким названием уже есть.'],
  'refusal.catalog.number-taken': ['There is a price column with this number.', 'Колонка цен с таким номером уже есть.'],
  'refusal.catalog.list-has-no-discount': ['Column 1 is the list price and has no discount.', 'Колонка 1 — базовая цена, скидки в ней нет.'],
  'refusal.catalog.price-in-past': [
    'A price cannot be changed for days that are over. Choose today or a later day.',
    'Нельзя изменить цену за прошедшие дни. Выберите сегодня или более поздний день.',
  ],
  'refusal.catalog.list-price-needed': [
    'The list price cannot be ended. Make the product inactive instead.',
    'Базовую цену нельзя убрать. Сделайте товар неактивным.',
  ],
  'refusal.catalog.category-in-a-circle': ['A category cannot lie within itself.', 'Категория не может входить в саму себя.'],
  'refusal.catalog.name-missing': ['Enter a name.', 'Укажите название.'],
  'refusal.catalog.bad-cursor': ['This place is no longer valid. Load the price list again.', 'Это место больше не действует. Загрузите прайс-лист снова.'],

  'list.catalog.products': ['Products', 'Товары'],
  'list.catalog.products.code': ['Code', 'Код'],
  'list.catalog.products.name': ['Product', 'Товар'],
  'list.catalog.products.category': ['Category', 'Категория'],
  'list.catalog.products.listPrice': ['List price', 'Базовая цена'],
  'list.catalog.products.unit': ['Unit', 'Ед.'],
  'list.catalog.products.pack': ['In a pack', 'В упаковке'],
  'list.catalog.products.barcode': ['Barcode', 'Штрихкод'],
  'list.catalog.products.active': ['Sold', 'Продаётся'],
  'list.catalog.products.active.true': ['Yes', 'Да'],
  'list.catalog.products.active.false': ['No', 'Нет'],
});
