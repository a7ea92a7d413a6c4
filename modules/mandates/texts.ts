import { defineTexts } from '#kernel/texts.ts';
import { mandatesRefusalTexts } from './texts-refusals.ts';
import { mandatesScreenTexts } from './texts-screens.ts';
import { mandatesSettingTexts } from './texts-settings.ts';

const hours = '{withinHours, plural, one {# hour} other {# hours}}' as const;
const hoursRu = '{withinHours, plural, one {# часа} few {# часов} many {# часов} other {# часа}}' as const;

/** Names of what this module registers; refusals and screens have catalogues of their own. */
export const mandatesTexts = defineTexts({
  'marked.mandates.appraisals': ['Appraisals of others', 'Оценки других'],
  'permit.mandates.own': ['Know and sign one’s own job description', 'Знать и подписывать свою должностную инструкцию'],
  'permit.mandates.read': ['Read all job descriptions', 'Читать все должностные инструкции'],
  'permit.mandates.draft': ['Draft job descriptions', 'Готовить должностные инструкции'],
  'permit.mandates.review': [
    'Review job descriptions that were sent for it',
    'Согласовывать направленные должностные инструкции',
  ],
  'permit.mandates.approve': ['Approve job descriptions', 'Утверждать должностные инструкции'],
  'permit.mandates.decide': ['Answer requests', 'Отвечать на запросы решений'],
  'permit.mandates.appraise': ['Appraise how duties are fulfilled', 'Оценивать исполнение обязанностей'],

  'right.mandates.draft': ['Drafts job descriptions', 'Готовит должностные инструкции'],
  'right.mandates.draft.limit': ['For all positions', 'Для всех должностей'],
  'right.mandates.approve': ['Approves job descriptions', 'Утверждает должностные инструкции'],
  'right.mandates.approve.limit': ['For all positions', 'Для всех должностей'],
  'right.mandates.read-all': ['Reads every job description', 'Знакомится со всеми должностными инструкциями'],
  'right.mandates.read-all.limit': ['Without limit', 'Без ограничения'],
  'right.mandates.appraise': ['Appraises how duties are fulfilled', 'Оценивает исполнение обязанностей'],
  'right.mandates.appraise.limit': [
    '{everyone, select, true {of anyone in the company} other {of those who report to them}}',
    '{everyone, select, true {любого сотрудника компании} other {своих подчинённых}}',
  ],
  'right.mandates.know-colleagues': [
    'Knows who works here and turns to them directly',
    'Знает, кто работает в компании, и обращается напрямую',
  ],
  'right.mandates.know-colleagues.limit': ['To every department', 'В любое подразделение'],
  'right.mandates.export': ['Takes out what they see as files', 'Выгружает то, что видит'],
  'right.mandates.export.limit': ['Only what they see', 'Только то, что видит'],
  'right.mandates.read-journal': ['Reads the journal of the company', 'Знакомится с журналом компании'],
  'right.mandates.read-journal.limit': ['Without limit', 'Без ограничения'],
  'right.mandates.run-imports': ['Imports records', 'Загружает данные'],
  'right.mandates.run-imports.limit': ['Without limit', 'Без ограничения'],
  'right.mandates.revert-imports': ['Takes imports back', 'Отменяет загрузки данных'],
  'right.mandates.revert-imports.limit': ['Without limit', 'Без ограничения'],
  'right.mandates.operate': ['Operates the installation', 'Обслуживает установку'],
  'right.mandates.operate.limit': ['Without limit', 'Без ограничения'],
  'right.mandates.be-heard': [
    'Asks superiors for what is beyond their own limits and gets an answer',
    'Запрашивает у руководителей решение сверх своих пределов и получает ответ',
  ],
  'right.mandates.be-heard.limit': [
    'Every request is registered and answered',
    'Каждый запрос регистрируется и получает ответ',
  ],

  'right.mandates.answered-in-time': [
    'Gets an answer to a request in time',
    'Вовремя получает ответ на запрос решения',
  ],
  'right.mandates.answered-in-time.limit': [`Within ${hours}`, `В течение ${hoursRu}`],
  'work.mandates.answered-in-time.unmet': [
    `waits for {ofOthers, select, true {an answer of somebody below you} other {your answer}}: {claimant} may claim it within ${hours}, clause {number}`,
    `{ofOthers, select, true {ждёт ответа вашего подчинённого} other {ждёт вашего ответа}}: {claimant} вправе получить его в течение ${hoursRu}, пункт {number}`,
  ],

  'duty.mandates.answer-requests': ['Answers requests', 'Отвечает на запросы решений'],
  'duty.mandates.answer-requests.norm': [`Within ${hours} of being asked`, `В течение ${hoursRu} с момента запроса`],
  'duty.mandates.maintain-descriptions': ['Keeps job descriptions in order', 'Ведёт должностные инструкции'],
  'duty.mandates.maintain-descriptions.norm': [
    'Every held position has a description in force, revised by its day and signed',
    'На каждую занятую должность есть действующая инструкция, вовремя пересмотренная и подписанная',
  ],

  'work.mandates.request': ['{askedBy} asks: {what}', '{askedBy} запрашивает: {what}'],
  'work.mandates.without': ['Describe the position {position}', 'Подготовить инструкцию для должности «{position}»'],
  'work.mandates.review-overdue': [
    'The job description of {position} should have been revised by {dueDay}',
    'Инструкцию «{position}» следовало пересмотреть до {dueDay}',
  ],
  'work.mandates.review-soon': [
    'Revise the job description of {position} by {dueDay}',
    'Пересмотреть инструкцию «{position}» до {dueDay}',
  ],
  'work.mandates.unsigned': [
    '{count, plural, one {# person has} other {# people have}} not signed {title}',
    '{count, plural, one {# человек не подписал} few {# человека не подписали} many {# человек не подписали} other {# человека не подписали}} инструкцию «{title}»',
  ],

  'notification.mandates.review-asked': [
    'Review the job description {title}, version {number}',
    'Согласуйте должностную инструкцию «{title}», редакция {number}',
  ],
  'notification.mandates.remarked': [
    'Remarks on {title}, version {number}',
    'Замечания к «{title}», редакция {number}',
  ],
  'notification.mandates.accepted': [
    '{title}, version {number}, was accepted by a reviewer',
    '«{title}», редакция {number}: рецензент согласовал',
  ],
  'notification.mandates.to-sign': [
    'Read and sign: {title}, version {number}',
    'Ознакомьтесь и подпишите: «{title}», редакция {number}',
  ],
  'notification.mandates.asked': [
    '{askedBy} asks for your decision: {subject}',
    '{askedBy} просит вашего решения: {subject}',
  ],
  'notification.mandates.passed-on-unanswered': [
    '{subject}: not answered by {from} in time, now {to} decides as well. Asked by {askedBy}',
    '{subject}: {from} не ответил(а) в срок, теперь решает и {to}. Запросил(а) {askedBy}',
  ],
  'notification.mandates.passed-on-cannot-decide': [
    '{subject}: {from} cannot decide this any more, {to} is asked instead. Asked by {askedBy}',
    '{subject}: {from} больше не может это решить, вопрос передан: {to}. Запросил(а) {askedBy}',
  ],
  'notification.mandates.review-passed-on': [
    '{from} can no longer review {title}, version {number}: {to} is asked instead',
    '{from} больше не может согласовать «{title}», редакция {number}: передано {to}',
  ],
  'notification.mandates.granted': ['Granted: {subject}', 'Разрешено: {subject}'],
  'notification.mandates.refused': ['Refused: {subject}. {reason}', 'Отказано: {subject}. {reason}'],
  'notification.mandates.message': ['{subject}: {text}', '{subject}: {text}'],
  'notification.mandates.appraisal': [
    'Your appraisal for {month} can be read and signed',
    'Ваша оценка за {month} готова к ознакомлению и подписи',
  ],

  'notification.mandates.action-done': ['Done as agreed: {text}', 'Выполнено, как согласовано: {text}'],

  'setting.documents.template.job-description': [
    'Own template of job descriptions (Typst); empty: the usual one',
    'Свой шаблон должностной инструкции (Typst); пусто — обычный',
  ],
  'setting.documents.template.acknowledgement-sheet': [
    'Own template of acknowledgement sheets (Typst); empty: the usual one',
    'Свой шаблон листа ознакомления (Typst); пусто — обычный',
  ],
  'setting.documents.template.appraisal': [
    'Own template of appraisals (Typst); empty: the usual one',
    'Свой шаблон оценки (Typst); пусто — обычный',
  ],
  'setting.mandates.answer-hours': ['Time to decide on a request', 'Время на решение по запросу'],

  ...mandatesRefusalTexts,
  ...mandatesScreenTexts,
  ...mandatesSettingTexts,
});
