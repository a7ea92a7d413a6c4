import { defineTexts } from '#kernel/texts.ts';
import { listTexts } from './texts-list.ts';
import { screenTexts } from './texts-screens.ts';

export const texts = defineTexts({
  ...listTexts,
  ...screenTexts,
  'permit.activities.read': ['See visits and calls', 'Видеть визиты и звонки'],
  'permit.activities.plan': ['Plan visits and calls', 'Планировать визиты и звонки'],
  'permit.activities.record': ['Record visits and calls', 'Отмечать визиты и звонки'],
  'permit.activities.approve-plan': ['Approve week plans of subordinates', 'Утверждать планы недели подчинённых'],

  'duty.activities.week-plan': [
    'Plans visits and calls for the next week',
    'Составляет график визитов и звонков на неделю',
  ],
  'duty.activities.week-plan.norm': [
    'submitted by {dueWeekday, select, 1 {Monday} 2 {Tuesday} 3 {Wednesday} 4 {Thursday} 5 {Friday} 6 {Saturday} other {Sunday}} {dueTime} of the week before',
    'сдаётся до {dueTime} {dueWeekday, select, 1 {понедельника} 2 {вторника} 3 {среды} 4 {четверга} 5 {пятницы} 6 {субботы} other {воскресенья}} предыдущей недели',
  ],
  'duty.activities.visits': [
    'Visits existing and potential clients',
    'Лично посещает существующих и потенциальных клиентов',
  ],
  'duty.activities.visits.norm': [
    'at least {perWeek, plural, one {# visit} other {# visits}} a week',
    'не менее {perWeek, plural, one {# визита} few {# визитов} many {# визитов} other {# визита}} в неделю',
  ],
  'duty.activities.calls': [
    'Calls existing and potential clients',
    'Обзванивает существующих и потенциальных клиентов',
  ],
  'duty.activities.calls.norm': [
    'at least {perWeek, plural, one {# call} other {# calls}} a week',
    'не менее {perWeek, plural, one {# звонка} few {# звонков} many {# звонков} other {# звонка}} в неделю',
  ],
  'duty.activities.cadence': ['Keeps in contact with regular clients', 'Поддерживает контакты с постоянными клиентами'],
  'duty.activities.cadence.norm': [
    'a contact at least every {daysKey} days with key clients, {daysA} with class A, {daysB} with class B, {daysC} with class C',
    'контакт не реже чем раз в {daysKey} дн. с ключевыми клиентами, {daysA} дн. с классом A, {daysB} дн. с классом B, {daysC} дн. с классом C',
  ],
  'duty.activities.approve-plans': ['Answers week plans of subordinates', 'Рассматривает планы недели подчинённых'],
  'duty.activities.approve-plans.norm': [
    'within {withinHours, plural, one {# hour} other {# hours}} of submission',
    'в течение {withinHours, plural, one {# часа} few {# часов} many {# часов} other {# часа}} после сдачи',
  ],

  'work.activities.plan-week': ['Submit the plan of {week} by {dueTime}', 'Сдать план недели {week} до {dueTime}'],
  'work.activities.mend-week-plan': ['Mend the plan of {week}: {remark}', 'Исправить план недели {week}: {remark}'],
  'work.activities.approve-plan': ['Decide about the plan of {week}', 'Рассмотреть план недели {week}'],
  'work.activities.call': [
    'Call{time, select, none {} other { {time}}}. {purpose}',
    'Позвонить{time, select, none {} other { {time}}}. {purpose}',
  ],
  'work.activities.visit': [
    'Visit{time, select, none {} other { {time}}}. {purpose}',
    'Визит{time, select, none {} other { {time}}}. {purpose}',
  ],
  'work.activities.meeting': [
    'Meeting{time, select, none {} other { {time}}}. {purpose}',
    'Встреча{time, select, none {} other { {time}}}. {purpose}',
  ],
  'work.activities.letter': ['Write. {purpose}', 'Написать. {purpose}'],
  'work.activities.next-step': ['Promised: {step}', 'Обещано: {step}'],
  'work.activities.quiet': [
    'No contact for {days, plural, one {# day} other {# days}}; class {class} asks for one every {cadence}',
    'Нет контакта {days, plural, one {# день} few {# дня} many {# дней} other {# дня}}; для класса {class} нужен раз в {cadence} дн.',
  ],
  'work.activities.never-contacted': [
    'Never contacted in {days, plural, one {# day} other {# days}}',
    'Ни одного контакта за {days, plural, one {# день} few {# дня} many {# дней} other {# дня}}',
  ],

  'setting.activities.cadence': [
    'Longest time between contacts, by class of client',
    'Наибольший срок между контактами, по классу клиента',
  ],
  'setting.activities.week-plan-due.dueWeekday': ['Due on', 'День сдачи'],
  'setting.activities.week-plan-due.dueTime': ['Until', 'До'],
  'setting.activities.cadence.key': ['Key clients', 'Ключевые клиенты'],
  'setting.activities.cadence.A': ['Class A', 'Класс A'],
  'setting.activities.cadence.B': ['Class B', 'Класс B'],
  'setting.activities.cadence.C': ['Class C', 'Класс C'],
  'setting.activities.working-calendar.weekdays': ['Working days', 'Рабочие дни'],
  'setting.activities.working-calendar.holidays': ['Holidays', 'Праздничные дни'],
  'setting.activities.day-capacity.visits': ['Visits a day', 'Визитов в день'],
  'setting.activities.day-capacity.calls': ['Calls a day', 'Звонков в день'],
  'setting.activities.prospect-calls.quietDays': ['Rest after a call', 'Пауза после звонка'],
  'setting.activities.prospect-calls.script': ['Script of the call', 'Сценарий звонка'],
  'setting.activities.week-plan-due': ['When week plans are due', 'Срок сдачи планов недели'],
  'setting.activities.working-calendar': ['Working days and holidays', 'Рабочие и праздничные дни'],
  'setting.activities.day-capacity': [
    'Visits and calls that fit in a day',
    'Сколько визитов и звонков помещается в день',
  ],

  'setting.activities.prospect-calls': ['Calls to potential clients', 'Звонки потенциальным клиентам'],

  'notification.activities.plan-submitted': [
    'A plan of {week} waits for your decision',
    'План недели {week} ждёт вашего решения',
  ],
  'notification.activities.plan-approved': ['Your plan of {week} is approved', 'Ваш план недели {week} утверждён'],
  'notification.activities.plan-remarked': [
    'Your plan of {week} came back with a remark',
    'Ваш план недели {week} вернулся с замечанием',
  ],

  'timeline.activity': [
    '{kind, select, call {Call} visit {Visit} meeting {Meeting} other {Letter}}: {ending, select, agreed_terms {terms agreed} payment_agreement {payment agreed} next_step {next step agreed} missed {did not take place} other {nobody was reached}}. {note} {nextStep}',
    '{kind, select, call {Звонок} visit {Визит} meeting {Встреча} other {Письмо}}: {ending, select, agreed_terms {условия согласованы} payment_agreement {оплата согласована} next_step {согласован следующий шаг} missed {не состоялось} other {контакта не было}}. {note} {nextStep}',
  ],

  'proposal.contract': ['Contract {number} runs out on {until}', 'Договор {number} действует по {until}'],
  'proposal.next-step': ['Promised for {on}: {step}', 'Обещано на {on}: {step}'],
  'proposal.cadence': [
    'No contact since {since}; the class asks for one every {days} days',
    'Нет контакта с {since}; для класса нужен раз в {days} дн.',
  ],
  'proposal.never-contacted': ['Never contacted since {since}', 'Ни одного контакта с {since}'],

  'refusal.activities.unknown-activity': [
    'There is no such activity within your reach.',
    'Такой активности в вашей зоне нет.',
  ],
  'refusal.activities.unknown-plan': [
    'There is no such week plan within your reach.',
    'Такого плана недели в вашей зоне нет.',
  ],
  'refusal.activities.unknown-employee': [
    'There is no such employee within your reach.',
    'Такого сотрудника в вашей зоне нет.',
  ],
  'refusal.activities.unknown-week': ['The year has no such week.', 'Такой недели в году нет.'],
  'timeline-kind.activity': ['Calls and visits', 'Звонки и визиты'],
  'handover.planned': ['Planned contacts', 'Запланированные контакты'],
  'handover.next-steps': ['Next steps promised', 'Обещанные следующие шаги'],

  'refusal.activities.outcome-needed': [
    'Say how it ended: nothing is closed without an outcome.',
    'Укажите итог: без итога контакт не закрывается.',
  ],
  'refusal.activities.terms-needed': [
    'Write down which terms were agreed.',
    'Запишите, о каких условиях договорились.',
  ],
  'refusal.activities.next-step-needed': ['Say what is to be done next.', 'Напишите, что делать дальше.'],
  'refusal.activities.next-day-needed': ['Say by which day the next step is taken.', 'Укажите день следующего шага.'],
  'refusal.activities.next-day-past': [
    'The next step lies before the contact itself.',
    'Следующий шаг раньше самого контакта.',
  ],
  'refusal.activities.sum-needed': ['Say how much will be paid.', 'Укажите, сколько будет оплачено.'],
  'refusal.activities.payment-day-needed': ['Say by which day it will be paid.', 'Укажите день оплаты.'],
  'refusal.activities.payment-day-past': [
    'The promised day lies before the contact itself.',
    'Обещанный день раньше самого контакта.',
  ],
  'refusal.activities.payment-without-agreement': [
    'A sum belongs to an agreement about payment only.',
    'Сумма указывается только при договорённости об оплате.',
  ],
  'refusal.activities.done-in-future': ['This moment is still to come.', 'Этот момент ещё не наступил.'],
  'refusal.activities.done-too-long-ago': ['A contact is entered within a week.', 'Контакт вносится в течение недели.'],
  'refusal.activities.reason-needed': ['Give the reason.', 'Укажите причину.'],
  'refusal.activities.planned-for-past': ['This day has passed.', 'Этот день уже прошёл.'],
  'refusal.activities.outside-week': ['The day is not in the week {week}.', 'День не относится к неделе {week}.'],
  'refusal.activities.planned-already': [
    'This contact is planned for that day already.',
    'Такой контакт на этот день уже запланирован.',
  ],
  'refusal.activities.closed': ['It is closed and stays as it is.', 'Запись закрыта и не меняется.'],
  'refusal.activities.plan-with-head': [
    'The plan of this week lies with the head. Move the item with a reason, or add it with a cause.',
    'План этой недели у руководителя. Перенесите пункт с причиной или добавьте внеплановый.',
  ],
  'refusal.activities.plan-with-head-there': [
    'The plan of that week lies with the head.',
    'План той недели у руководителя.',
  ],
  'refusal.activities.plan-empty': [
    'Nothing is planned for this week yet.',
    'На эту неделю пока ничего не запланировано.',
  ],
  'refusal.activities.plan-not-waiting': ['This plan does not wait for a decision.', 'Этот план не ждёт решения.'],
  'refusal.activities.week-is-over': ['The week {week} is over.', 'Неделя {week} закончилась.'],
  'refusal.activities.not-to-be-called': ['This client asked not to be called.', 'Этот клиент просил не звонить.'],
  'refusal.activities.no-ban': ['Nothing forbids calling this client.', 'Запрета на звонки этому клиенту нет.'],
  'refusal.activities.not-yours-to-assign': [
    'Only whoever plans for somebody else names the clause of that person.',
    'Пункт инструкции указывает только тот, кто поручает работу другому.',
  ],
  'refusal.activities.assigned-stays': [
    'A superior assigned this. Say with a reason that it did not take place, or move it.',
    'Это поручил руководитель. Отметьте с причиной, что не состоялось, или перенесите.',
  ],
  'refusal.activities.clause-does-not-bind': [
    'That is no duty of this person’s job description in force on that day. Choose another clause, or say that it is outside.',
    'Такой обязанности в действующей на этот день инструкции сотрудника нет. Выберите другой пункт или укажите «вне инструкции».',
  ],
  'refusal.activities.own-plan': ['Nobody decides about their own plan.', 'Свой план никто не утверждает сам.'],
});
