import { defineTexts } from '#kernel/texts.ts';

export const organizationTexts = defineTexts({
  'permit.organization.read': ['See the organization', 'Видеть организацию'],
  'permit.organization.arrange': ['Arrange positions and people', 'Вести штатное расписание и кадры'],
  'permit.organization.configure': ['Configure the company', 'Настраивать компанию'],
  'permit.organization.report-absence': ['Record an absence', 'Записывать отсутствие'],
  'permit.organization.substitute': ['Order a substitution', 'Назначать замещение'],
  'right.organization.arrange-staff': [
    'Keeps the staffing list and personnel records',
    'Ведёт штатное расписание и кадровый учёт',
  ],
  'right.organization.arrange-staff.limit': ['Without limit', 'Без ограничения'],
  'right.organization.configure': ['Sets the choices of the company', 'Задаёт настройки компании'],
  'right.organization.configure.limit': ['Without limit', 'Без ограничения'],
  'right.organization.substitute': [
    'Orders who stands in for an absent employee',
    'Назначает замещающего на время отсутствия',
  ],
  'right.organization.substitute.limit': [
    '{everyone, select, true {for anyone in the company} other {for those who report to them}}',
    '{everyone, select, true {для любого сотрудника компании} other {для своих подчинённых}}',
  ],
  'refusal.organization.unknown-employee': ['There is no such employee.', 'Такого сотрудника нет.'],
  'refusal.organization.unknown-position': [
    'There is no such position or assignment.',
    'Такой должности или назначения нет.',
  ],
  'refusal.organization.unknown-absence': [
    'There is no such absence, or it was cancelled.',
    'Такого отсутствия нет, или оно отменено.',
  ],
  'refusal.organization.unknown-substitution': [
    'There is no such substitution, or it has ended.',
    'Такого замещения нет, или оно завершено.',
  ],
  'refusal.organization.number-taken': ['Another employee has this number.', 'Этот табельный номер уже занят.'],
  'refusal.organization.email-taken': [
    'Another employee has this e-mail address.',
    'Этот адрес почты уже у другого сотрудника.',
  ],
  'refusal.organization.title-taken': [
    'The department has a position of this title.',
    'В отделе уже есть такая должность.',
  ],
  'refusal.organization.department-taken': ['There is a department of this name.', 'Отдел с таким названием уже есть.'],
  'refusal.organization.order-number-taken': [
    'An order of this number and date is registered.',
    'Приказ с таким номером и датой уже зарегистрирован.',
  ],
  'refusal.organization.overstaffed': [
    '“{title}” has {headcount, plural, one {# place} other {# places}}, and all are taken.',
    'У должности «{title}» {headcount, plural, one {# место} few {# места} many {# мест} other {# места}}, все заняты.',
  ],
  'refusal.organization.already-assigned': [
    'The employee holds this position at that time.',
    'Сотрудник уже занимает эту должность в это время.',
  ],
  'refusal.organization.reports-in-a-circle': [
    'The reporting line would run in a circle.',
    'Подчинённость замкнулась бы в круг.',
  ],
  'refusal.organization.reports-to-self': ['Nobody reports to oneself.', 'Никто не подчиняется сам себе.'],
  'refusal.organization.already-dismissed': ['The employee is dismissed.', 'Сотрудник уволен.'],
  'refusal.organization.absent-already': [
    'An absence on these days is recorded.',
    'На эти дни отсутствие уже записано.',
  ],
  'refusal.organization.substituted-already': [
    'Somebody already stands in on these days.',
    'На эти дни замещающий уже назначен.',
  ],
  'refusal.organization.substitute-absent': [
    'The substitute is absent on these days.',
    'Замещающий сам отсутствует в эти дни.',
  ],
  'refusal.organization.substitutes-another': [
    'The absent employee stands in for somebody on these days: order that substitution anew first.',
    'Отсутствующий сам замещает другого в эти дни: сначала назначьте то замещение заново.',
  ],
  'refusal.organization.outside-absence': [
    'The substitution must lie within the absence.',
    'Замещение должно лежать внутри отсутствия.',
  ],
  'refusal.organization.substitutes-self': ['Nobody stands in for oneself.', 'Никто не замещает сам себя.'],
  'refusal.organization.period-empty': [
    'The period is empty: its end is before its beginning.',
    'Период пуст: конец раньше начала.',
  ],
  'refusal.organization.name-missing': ['Give a name.', 'Укажите имя.'],
  'refusal.organization.unknown-setting': ['There is no such setting.', 'Такой настройки нет.'],
  'refusal.organization.setting-does-not-fit': [
    'The value does not fit the setting {key}.',
    'Значение не подходит для настройки {key}.',
  ],
  'refusal.organization.acts-in-past': [
    'A setting never acts on the past. Choose today or later.',
    'Настройка не действует задним числом. Выберите сегодня или позже.',
  ],
});
