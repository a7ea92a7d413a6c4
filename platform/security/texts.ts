import { defineTexts } from '#kernel/texts.ts';

/** Exports, readings of marked data, and what is told of them. */
export const securityTexts = defineTexts({
  'permit.security.watch': [
    'See all exports and all readings of marked data',
    'Видеть все выгрузки и все чтения отмеченных данных',
  ],
  'right.security.watch': [
    'Watches over exports and readings of marked data',
    'Следит за выгрузками и чтением отмеченных данных',
  ],
  'right.security.watch.limit': ['Of the whole company', 'Всей компании'],
  'setting.security.mass-export': [
    'How much a person may export on one day before head and watchers are told',
    'Сколько человек может выгрузить за день, прежде чем узнают руководитель и ответственные за данные',
  ],
  'setting.security.mass-export.clients': ['Different clients', 'Разных клиентов'],
  'setting.security.mass-export.rows': ['Rows in all', 'Строк всего'],
  'notification.security.mass-export': [
    '{name} has exported unusually much today: {rows, plural, one {# row} other {# rows}}, {clients, plural, one {# client} other {# clients}}.',
    '{name}: сегодня выгружено необычно много — {rows, plural, one {# строка} few {# строки} many {# строк} other {# строки}}, {clients, plural, one {# клиент} few {# клиента} many {# клиентов} other {# клиента}}.',
  ],
  'record.platform.exports': ['Exports', 'Выгрузки'],
  'record.platform.readings': ['Readings of marked data', 'Чтения отмеченных данных'],
  'security.search-text': ['Search', 'Поиск'],
  'security.operator.gte': ['from', 'от'],
  'security.operator.lte': ['to', 'до'],
  'security.operator.not': ['other than', 'кроме'],
  'security.operator.has': ['contains', 'содержит'],
  'security.operator.is': ['is', '—'],
});
