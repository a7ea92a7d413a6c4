import { defineTexts } from '#kernel/texts.ts';

/** Words of the screens. */
export const orderScreenTexts = defineTexts({
  'orders.title': ['Orders', 'Заказы'],
  'orders.new': ['New order', 'Новый заказ'],
});
