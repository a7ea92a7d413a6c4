import { defineTexts } from '#kernel/texts.ts';
import { cardTexts } from './texts-card.ts';
import { contractTexts } from './texts-contracts.ts';
import { historyTexts } from './texts-history.ts';
import { listWords } from './texts-list.ts';

/** Everything that this module says. */
export const texts = defineTexts({
  'marked.clients.contacts': ['Contacts', 'Контакты'],
  'marked.clients.bank-accounts': ['Bank accounts', 'Банковские счета'],
  'marked.clients.dossiers': ['Dossier of a client', 'Досье клиента'],
  ...listWords,
  ...cardTexts,
  ...historyTexts,
  ...contractTexts,
  'permit.clients.read': ['See clients', 'Видеть клиентов'],
  'permit.clients.edit': ['Enter and change clients', 'Вносить и изменять клиентов'],
  'permit.clients.assign': ['Give clients to keepers', 'Закреплять клиентов за сотрудниками'],
  'permit.clients.export': ['Export clients', 'Выгружать клиентов'],

  'duty.clients.keep-base': [
    'Keeps and replenishes the active client base',
    'Ведёт и пополняет активную клиентскую базу',
  ],
  'duty.clients.keep-base.norm': [
    'At least {minActive, plural, one {# active client} other {# active clients}}',
    'Не менее {minActive, plural, one {# активного клиента} few {# активных клиентов} many {# активных клиентов} other {# активных клиентов}}',
  ],
  'duty.clients.keep-history': ['Keeps the history of each client', 'Ведёт историю каждого клиента'],
  'duty.clients.keep-history.norm': [
    'Something recorded of every active client at least every {cadenceDays, plural, one {# day} other {# days}}',
    'По каждому активному клиенту запись не реже чем раз в {cadenceDays, plural, one {# день} few {# дня} many {# дней} other {# дня}}',
  ],
  'right.clients.assign-keepers': [
    'Gives clients to keepers and hands over portfolios',
    'Закрепляет клиентов и передаёт клиентские базы',
  ],
  'right.clients.assign-keepers.limit': [
    '{everyone, select, true {for anyone in the company} other {among those who report to them}}',
    '{everyone, select, true {для любых сотрудников компании} other {среди своих подчинённых}}',
  ],
  'right.clients.see-all': ['Sees all clients of the company', 'Видит всех клиентов компании'],
  'right.clients.see-all.limit': ['Without limit', 'Без ограничения'],

  'work.clients.win-client': [
    '{status, select, lapsed {Win back {client}} other {Win {client} as a customer}}: {short, plural, one {# active client is} other {# active clients are}} missing',
    '{status, select, lapsed {Вернуть клиента {client}} other {Привлечь клиента {client}}}: до нормы не хватает {short, plural, one {# активного} few {# активных} many {# активных} other {# активных}}',
  ],
  'work.clients.silent': [
    '{client}: nothing recorded for {days, plural, one {# day} other {# days}}',
    '{client}: {days, plural, one {# день} few {# дня} many {# дней} other {# дня}} без записей',
  ],

  'notification.clients.received': [
    '{from} → you: {count, plural, one {{client}} other {# clients}}. {reason}',
    '{from} → вам: {count, plural, one {{client}} few {# клиента} many {# клиентов} other {# клиента}}. {reason}',
  ],
  'notification.clients.given': [
    'You → {to}: {count, plural, one {{client}} other {# clients}}. {reason}',
    'Вы → {to}: {count, plural, one {{client}} few {# клиента} many {# клиентов} other {# клиента}}. {reason}',
  ],

  'refusal.clients.unknown-client': ['There is no such client within your reach.', 'Такого клиента в вашей зоне нет.'],
  'refusal.clients.unknown-contact': [
    'There is no such contact within your reach.',
    'Такого контактного лица в вашей зоне нет.',
  ],
  'refusal.clients.unknown-site': ['There is no such site within your reach.', 'Такого адреса в вашей зоне нет.'],
  'refusal.clients.unknown-bank-account': [
    'There is no such bank account within your reach.',
    'Такого счёта в вашей зоне нет.',
  ],
  'refusal.clients.unknown-dossier-entry': [
    'There is no such entry within your reach.',
    'Такой записи досье в вашей зоне нет.',
  ],
  'refusal.clients.unknown-keeper': ['There is no such employee.', 'Такого сотрудника нет.'],
  'refusal.clients.code-taken': ['Another client has this code.', 'Этот код уже у другого клиента.'],
  'refusal.clients.looks-like-another': [
    '{count, plural, one {A client like this is there already. Look at it before you enter another.} other {# clients like this are there already. Look at them before you enter another.}}',
    '{count, plural, one {Похожий клиент уже есть. Проверьте его, прежде чем вносить нового.} few {Уже есть # похожих клиента. Проверьте их, прежде чем вносить нового.} many {Уже есть # похожих клиентов. Проверьте их, прежде чем вносить нового.} other {Уже есть # похожих клиента. Проверьте их, прежде чем вносить нового.}}',
  ],
  'refusal.clients.incomplete': [
    'The card is not complete enough for an active client: {count, plural, one {# field is} other {# fields are}} missing.',
    'Карточка недостаточно заполнена для активного клиента: не хватает {count, plural, one {# поля} few {# полей} many {# полей} other {# поля}}.',
  ],
  'refusal.clients.own-parent': ['A client cannot be its own chain.', 'Клиент не может быть собственной сетью.'],
  'refusal.clients.chain-in-a-circle': ['The chain would run in a circle.', 'Сеть замкнулась бы в круг.'],
  'refusal.clients.since-in-future': [
    'The relation cannot begin in the future.',
    'Отношения не могут начаться в будущем.',
  ],
  'refusal.clients.self-reassignment': [
    'You cannot take another’s client for yourself. Ask your head.',
    'Нельзя закрепить за собой чужого клиента. Обратитесь к руководителю.',
  ],
  'refusal.clients.not-yours-to-assign': [
    'You may not give this client to another keeper.',
    'Вы не можете закрепить этого клиента за другим сотрудником.',
  ],
  'refusal.clients.kept-already': [
    'This employee keeps the client already.',
    'Клиент уже закреплён за этим сотрудником.',
  ],
  'refusal.clients.keeper-dismissed': ['This employee no longer works here.', 'Этот сотрудник больше не работает.'],
  'refusal.clients.nothing-to-hand-over': [
    'There is nothing to hand over: this employee keeps no such clients.',
    'Передавать нечего: за сотрудником нет таких клиентов.',
  ],
  'refusal.clients.unknown-handover': [
    'There is no such handover within your reach.',
    'Такой передачи в вашей зоне нет.',
  ],
  'refusal.clients.handover-to-oneself': [
    'A portfolio cannot be handed over to the same person.',
    'Нельзя передать базу тому же сотруднику.',
  ],
  'refusal.clients.same-class': ['The client has this class already.', 'У клиента уже этот класс.'],
  'refusal.clients.name-missing': ['Enter a name.', 'Укажите название.'],
  'refusal.clients.account-taken': ['The client has this account already.', 'У клиента уже есть этот счёт.'],
  'refusal.clients.main-contact-left': [
    'Who has left cannot be the main contact.',
    'Ушедший сотрудник не может быть основным контактом.',
  ],
  'refusal.clients.noted-in-future': ['The day of the entry lies in the future.', 'Дата записи ещё не наступила.'],
  'refusal.clients.bad-cursor': [
    'This place is no longer valid. Load the timeline again.',
    'Это место больше не действует. Загрузите ленту снова.',
  ],
  'refusal.clients.not-visible': [
    'Some of the named clients are not kept by this employee.',
    'Некоторые из названных клиентов не закреплены за этим сотрудником.',
  ],
});
