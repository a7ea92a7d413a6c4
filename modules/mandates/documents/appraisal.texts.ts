import { defineTexts } from '#kernel/texts.ts';

export const appraisalTexts = defineTexts({
  title: ['APPRAISAL', 'ОЦЕНКА'],
  subtitle: ['of how the job description was fulfilled', 'исполнения должностной инструкции'],
  'file-title': ['Appraisal: {name}, {period}', 'Оценка: {name}, {period}'],
  employee: ['Employee', 'Работник'],
  department: ['Department', 'Подразделение'],
  span: ['Period', 'Период'],
  basis: ['Basis', 'Основание'],
  'basis-is': [
    'Job description “{title}”, version {version}, in force from {from}',
    'Должностная инструкция «{title}», редакция {version}, действует с {from}',
  ],
  clause: ['Clause', 'Пункт'],
  duty: ['Duty and its measure', 'Обязанность и мера исполнения'],
  required: ['Required', 'Требовалось'],
  done: ['Done', 'Выполнено'],
  late: ['Late', 'Позже срока'],
  missed: ['Missed', 'Не выполнено'],
  share: ['Share', 'Доля'],
  remark: ['Remarks', 'Замечания'],
  overall: ['All duties together', 'По всем обязанностям'],
  outside: [
    'Assigned outside the job description, and counted for no duty: {required, number}; done {done, number}, late {late, number}, not done {missed, number}.',
    'Поручено вне должностной инструкции и не засчитано ни в одну обязанность: {required, number}; выполнено {done, number}, позже срока {late, number}, не выполнено {missed, number}.',
  ],
  'evidence-note': [
    'The figures are counted from the records of the application. The evidence behind each is kept there.',
    'Показатели подсчитаны по записям приложения. Подтверждения каждого показателя хранятся в приложении.',
  ],
  'head-remarks': ['Remarks of the head', 'Замечания руководителя'],
  'employee-remarks': ['Remarks of the employee', 'Замечания работника'],
  signatures: ['Signatures', 'Подписи'],
  'nothing-measured': [
    'No clause of this period was bound to a measure.',
    'В этом периоде нет пунктов с мерой исполнения.',
  ],
});
