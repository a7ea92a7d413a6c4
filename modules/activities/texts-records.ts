import { defineTexts } from '#kernel/texts.ts';

/** What the records of each table are called where an import is taken back. */
export const activitiesRecordTexts = defineTexts({
  'record.activities.activities': ['Activities', 'Контакты с клиентами'],
  'record.activities.call_bans': ['Requests not to call', 'Запреты на звонки'],
  'record.activities.week_plan_acts': ['Acts about week plans', 'Действия по планам недели'],
  'record.activities.week_plans': ['Week plans', 'Планы недели'],
});
