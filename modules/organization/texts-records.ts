import { defineTexts } from '#kernel/texts.ts';

/** What the records of each table are called where an import is taken back. */
export const organizationRecordTexts = defineTexts({
  'record.organization.absences': ['Absences', 'Отсутствия'],
  'record.organization.assignments': ['Assignments', 'Назначения'],
  'record.organization.company_orders': ['Orders of the company', 'Приказы'],
  'record.organization.employees': ['Employees', 'Сотрудники'],
  'record.organization.given_accesses': ['Passwords given', 'Выданные пароли'],
  'record.organization.reporting_lines': ['Reporting lines', 'Подчинение'],
  'record.organization.substitutions': ['Substitutions', 'Замещения'],
  'record.organization.territories': ['Territories', 'Территории'],
  'record.organization.territory_employees': ['Who works which territory', 'Кто работает на территории'],
});
