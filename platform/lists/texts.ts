import { defineTexts } from '#kernel/texts.ts';

export const listTexts = defineTexts({
  'refusal.lists.bad-filter': ['The filter {filter} cannot be understood.', 'Фильтр {filter} непонятен.'],
  'refusal.lists.bad-sort': ['The list cannot be sorted by {sort}.', 'Список нельзя сортировать по «{sort}».'],
  'refusal.lists.bad-cursor': [
    'This place in the list is no longer valid. Load the list again.',
    'Это место в списке больше не действует. Загрузите список снова.',
  ],
  'refusal.lists.unknown-column': ['The list has no column {column}.', 'В списке нет столбца «{column}».'],
  'refusal.lists.too-many-rows': [
    'An Excel file holds at most {most, number} rows here. Narrow the list or choose CSV.',
    'В файл Excel здесь помещается не более {most, number} строк. Сузьте список или выберите CSV.',
  ],
  'refusal.lists.view-name-taken': [
    'You already have a view with this name.',
    'У вас уже есть представление с таким именем.',
  ],
});
