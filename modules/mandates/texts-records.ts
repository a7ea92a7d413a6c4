import { defineTexts } from '#kernel/texts.ts';

/** What the records of each table are called where an import is taken back. */
export const mandatesRecordTexts = defineTexts({
  'record.mandates.acknowledgements': ['Acknowledgements', 'Ознакомления'],
  'record.mandates.agreed_actions': ['Agreed actions', 'Согласованные действия'],
  'record.mandates.appraisal_ratings': ['Ratings of clauses', 'Оценки по пунктам'],
  'record.mandates.appraisals': ['Appraisals', 'Оценки'],
  'record.mandates.job_descriptions': ['Job descriptions', 'Должностные инструкции'],
  'record.mandates.remarks': ['Remarks', 'Замечания'],
  'record.mandates.request_messages': ['Messages of requests', 'Сообщения в запросах'],
  'record.mandates.request_passings': ['Requests passed on', 'Переданные запросы'],
  'record.mandates.requests': ['Requests', 'Запросы'],
  'record.mandates.reviews': ['Reviews', 'Рецензии'],
  'record.mandates.versions': ['Versions of job descriptions', 'Редакции должностных инструкций'],
});
