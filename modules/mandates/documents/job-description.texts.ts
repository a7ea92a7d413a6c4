import { defineTexts } from '#kernel/texts.ts';

export const jobDescriptionTexts = defineTexts({
  title: ['JOB DESCRIPTION', 'ДОЛЖНОСТНАЯ ИНСТРУКЦИЯ'],
  'file-title': ['Job description: {position}', 'Должностная инструкция: {position}'],
  foot: ['Job description: {position}. Version {version}', 'Должностная инструкция: {position}. Редакция {version}'],
  annex: ['Annex to the employment contract', 'Приложение к трудовому договору'],
  'annex-with': ['with {name}', 'с работником: {name}'],
  department: ['Department', 'Подразделение'],
  form: ['Form', 'Вид документа'],
  'form-local-act': ['Local act of the company', 'Локальный нормативный акт'],
  'form-annex': ['Annex to the employment contract', 'Приложение к трудовому договору'],
  version: ['Version', 'Редакция'],
  'in-force': ['In force from', 'Вводится в действие'],
  'review-due': ['Planned revision by', 'Плановый пересмотр до'],
  'section-1': ['General provisions', 'Общие положения'],
  'section-2': ['Duties', 'Должностные обязанности'],
  'section-3': ['Rights', 'Права'],
  'section-4': ['Responsibility', 'Ответственность'],
  'section-5': ['Procedure for revision', 'Порядок пересмотра'],
  norm: ['Measure:', 'Мера исполнения:'],
  agreed: ['AGREED', 'СОГЛАСОВАНО'],
  sheet: ['ACKNOWLEDGEMENT SHEET', 'ЛИСТ ОЗНАКОМЛЕНИЯ'],
  'sheet-of': [
    'with the job description “{position}”, version {version}',
    'с должностной инструкцией «{position}», редакция {version}',
  ],
  acquainted: [
    'I have read the job description, I understand it, and I have received a copy.',
    'С должностной инструкцией ознакомлен(а), содержание понятно, экземпляр получен.',
  ],
});
