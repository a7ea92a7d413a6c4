import { defineTexts } from '#kernel/texts.ts';

/** What the records of each table are called where an import is taken back. */
export const catalogRecordTexts = defineTexts({
  'record.catalog.categories': ['Categories', 'Категории'],
  'record.catalog.costs': ['Cost prices', 'Себестоимость'],
  'record.catalog.prices': ['Prices', 'Цены'],
  'record.catalog.products': ['Products', 'Товары'],
});
