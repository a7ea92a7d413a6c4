import { defineTexts } from '#kernel/texts.ts';

/** What contracts with clients say. */
export const contractTexts = defineTexts({
  'clients.tab.contracts': ['Contracts', 'Договоры'],
  'clients.contract': ['Contract', 'Договор'],
  'clients.contract.enter': ['Enter a contract', 'Внести договор'],
  'clients.contract.edit': ['Change', 'Изменить'],
  'clients.contract.renew': ['Renew', 'Продлить'],
  'clients.contract.renew-of': ['Renew contract {number}', 'Продлить договор {number}'],
  'clients.contract.end': ['Not renewed', 'Не продлеваем'],
  'clients.contract.end-of': ['Contract {number} is not renewed', 'Договор {number} не продлеваем'],
  'clients.contract.files': ['Files', 'Файлы'],
  'clients.contract.files-of': ['Files of contract {number}', 'Файлы договора {number}'],
  'clients.contract.none': ['No contract is entered', 'Договоров пока нет'],
  'clients.contract.none-hint': [
    'Enter number, date and last day: in time it is proposed for the week and stands on Today.',
    'Внесите номер, дату и срок: вовремя договор попадёт в предложения недели и на экран «Сегодня».',
  ],
  'clients.contract.number': ['Number', 'Номер'],
  'clients.contract.subject': ['Subject', 'Предмет'],
  'clients.contract.signed-on': ['Signed on', 'Подписан'],
  'clients.contract.valid-until': ['Valid until', 'Действует по'],
  'clients.contract.valid-until-hint': ['Empty: without an end', 'Пусто — бессрочный'],
  'clients.contract.notice-days': ['See to it so many days before', 'Напомнить за столько дней'],
  'clients.contract.no-end': ['Without an end', 'Бессрочный'],
  'clients.contract.standing': ['Standing', 'Состояние'],
  'clients.contract.standing.holds': ['In force', 'Действует'],
  'clients.contract.standing.runs-out': ['Runs out', 'Истекает'],
  'clients.contract.standing.ran-out': ['Ran out, nothing decided', 'Истёк, решения нет'],
  'clients.contract.standing.renewed': ['Renewed', 'Продлён'],
  'clients.contract.standing.ended': ['Not renewed', 'Не продлён'],
  'clients.contract.renewed-by': ['Renewed on {day} by {number}', 'Продлён {day} договором {number}'],
  'clients.contract.ended': ['Decided on {day}: {reason}', 'Решение от {day}: {reason}'],
  'handover.contracts': ['Contracts in force', 'Действующие договоры'],
  'timeline-kind.contract-entered': ['Contracts', 'Договоры'],
  'timeline.contract-entered': ['Contract {number}: {subject}', 'Договор {number}: {subject}'],
  'work.clients.contract': [
    '{client}: contract {number} runs until {untilDay}',
    '{client}: договор {number} действует по {untilDay}',
  ],
  'duty.clients.renew-contracts': ['Sees to contracts before they run out', 'Вовремя продлевает договоры'],
  'duty.clients.renew-contracts.norm': [
    'Decided at least {daysBefore, plural, one {# day} other {# days}} before a contract runs out',
    'Решение не позднее чем за {daysBefore, plural, one {# день} few {# дня} many {# дней} other {# дня}} до окончания договора',
  ],
  'setting-name.daysBefore': ['Before the last day', 'До последнего дня'],
  'refusal.clients.unknown-contract': [
    'There is no such contract within your reach.',
    'Такого договора в вашей зоне нет.',
  ],
  'refusal.clients.contract-closed': [
    'This contract was renewed or ended already.',
    'Этот договор уже продлён или прекращён.',
  ],
  'refusal.clients.contract-signed-in-future': [
    'The contract cannot be signed in the future.',
    'Дата подписания ещё не наступила.',
  ],
  'refusal.clients.contract-ends-before': [
    'The contract would end before it was signed.',
    'Договор закончился бы раньше, чем подписан.',
  ],
  'refusal.clients.contract-number-taken': [
    'The client has a contract with this number already.',
    'У клиента уже есть договор с этим номером.',
  ],
});
