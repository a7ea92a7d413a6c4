import { defineTexts } from '#kernel/texts.ts';

export const substitutionOrderTexts = defineTexts({
  title: ['ORDER', 'ПРИКАЗ'],
  subject: ['On the substitution of an absent employee', 'О замещении временно отсутствующего работника'],
  'file-title': ['Order No. {number}: substitution of {name}', 'Приказ № {number}: замещение, {name}'],
  foot: ['Order dated {date} No. {number}', 'Приказ от {date} № {number}'],
  'because-vacation': ['Because of the vacation', 'В связи с отпуском'],
  'because-sickness': ['Because of the sickness', 'В связи с временной нетрудоспособностью'],
  'because-business-trip': ['Because of the business trip', 'В связи со служебной командировкой'],
  'because-other': ['Because of the absence', 'В связи с временным отсутствием'],
  preamble: [
    '{because} of an employee ({name}, {position}) from {first} to {last},',
    '{because} работника ({name}, должность: {position}) с {first} по {last}',
  ],
  'i-order': ['I ORDER:', 'ПРИКАЗЫВАЮ:'],
  'item-appoint': [
    'For the period from {first} to {last} inclusive the substitute shall be: {name}, {position}.',
    'Назначить замещающим работником на период с {first} по {last} включительно: {name}, должность: {position}.',
  ],
  'item-clients': [
    'For this period the substitute takes charge of {count, plural, one {# client} other {# clients}}, listed in Annex\u00a01.',
    'Передать замещающему работнику на этот период {count, plural, one {# клиента} few {# клиентов} many {# клиентов} other {# клиента}} по перечню в приложении\u00a01.',
  ],
  'item-all-rights': [
    'For this period the substitute has all the duties and rights of the job description of the absent employee.',
    'Возложить на замещающего работника на этот период все обязанности и предоставить все права по должностной инструкции отсутствующего работника.',
  ],
  'item-rights': [
    'For this period the substitute has the duties and the rights of the absent employee listed in Annex\u00a0{annex}.',
    'Возложить на замещающего работника на этот период обязанности и предоставить права отсутствующего работника по перечню в приложении\u00a0{annex}.',
  ],
  'item-return': [
    'When the period has ended, clients, duties and rights return to the absent employee without a further order.',
    'По окончании периода клиенты, обязанности и права возвращаются отсутствующему работнику без издания отдельного приказа.',
  ],
  'item-notice': [
    'The employees named in this order shall be acquainted with it against signature.',
    'Ознакомить указанных в приказе работников под подпись.',
  ],
  'item-control': [
    'I keep control over the fulfilment of this order.',
    'Контроль за исполнением приказа оставляю за собой.',
  ],
  basis: ['Basis: {basis}', 'Основание: {basis}'],
  acquainted: ['Acquainted with the order:', 'С приказом ознакомлены:'],
  annex: ['Annex {annex}', 'Приложение {annex}'],
  'annex-to': ['to the order dated {date} No. {number}', 'к приказу от {date} № {number}'],
  'annex-clients': ['Clients that pass to the substitute', 'Клиенты, передаваемые замещающему работнику'],
  'annex-rights': [
    'Duties and rights that pass to the substitute',
    'Обязанности и права, передаваемые замещающему работнику',
  ],
  client: ['Client', 'Клиент'],
  place: ['Place', 'Город'],
  note: ['Note', 'Примечание'],
  clause: ['Clause', 'Пункт'],
  right: ['Duty or right', 'Обязанность или право'],
  limit: ['Limit', 'Предел'],
});
