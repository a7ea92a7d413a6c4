import { defineTexts } from '#kernel/texts.ts';

/** Names of what is imported, and of its fields. */
export const catalogImportTexts = defineTexts({
  'import.categories': ['Product categories', 'Категории товаров'],
  'import.categories.name': ['Name', 'Название'],
  'import.products': ['Products with list prices', 'Товары с ценами'],
  'import.products.code': ['Code', 'Артикул'],
  'import.products.name': ['Name', 'Наименование'],
  'import.products.category': ['Category', 'Категория'],
  'import.products.unit': ['Packing', 'Упаковка'],
  'import.products.price': ['List price', 'Цена'],
  'import.products.priceFrom': ['Price from day', 'Цена с даты'],
  'import.products.cost': ['Cost price', 'Себестоимость'],
  'import.products.costFrom': ['Cost price from day', 'Себестоимость с даты'],
  'import.products.discontinued': ['Discontinued', 'Снят с продажи'],
});
