import { defineTexts } from '#kernel/texts.ts';

/** Names of what is imported, and of its fields. */
export const organizationImportTexts = defineTexts({
  'import.employees': ['Employees', 'Сотрудники'],
  'import.employees.number': ['Personnel number', 'Табельный номер'],
  'import.employees.firstName': ['First name', 'Имя'],
  'import.employees.lastName': ['Last name', 'Фамилия'],
  'import.employees.email': ['E-mail', 'Почта'],
  'import.employees.emailDomain': ['Domain of made e-mails', 'Домен для создаваемой почты'],
  'import.employees.phone': ['Phone', 'Телефон'],
  'import.employees.hiredOn': ['Hired on', 'Дата приёма'],
  'import.employees.position': ['Position', 'Должность'],
  'import.employees.superior': ['Reports to (personnel number)', 'Подчиняется (табельный номер)'],
  'import.territories': ['Territories', 'Территории'],
  'import.territories.code': ['Code', 'Код'],
  'import.territories.name': ['Name', 'Название'],
  'import.territories.region': ['Region', 'Регион'],
  'import.territory-employees': ['Who works which territory', 'Кто работает на территории'],
  'import.territory-employees.employee': ['Personnel number', 'Табельный номер'],
  'import.territory-employees.territory': ['Territory code', 'Код территории'],
});
