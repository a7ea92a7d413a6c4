import { defineTexts } from '#kernel/texts.ts';

export const acknowledgementSheetTexts = defineTexts({
  title: ['ACKNOWLEDGEMENT SHEET', 'ЛИСТ ОЗНАКОМЛЕНИЯ'],
  'file-title': ['Acknowledgement sheet: {document}', 'Лист ознакомления: {document}'],
  foot: ['Acknowledgement sheet to: {document}', 'Лист ознакомления к документу: {document}'],
  document: ['Document', 'Документ'],
  version: ['Version', 'Редакция'],
  approved: ['Approved', 'Утверждён'],
  'in-force': ['In force from', 'Вводится в действие'],
  compiled: ['State of the sheet on', 'Состояние листа на'],
  summary: [
    '{signed} of {all, plural, one {# person} other {# people}} have acknowledged.',
    'Ознакомлено: {signed} из {all}.',
  ],
  acquainted: [
    'I have read the document in the version named above and understand it.',
    'С документом в указанной редакции ознакомлен(а), содержание понятно.',
  ],
  from: ['from {address}', 'с адреса {address}'],
});
