import { defineTexts } from '#kernel/texts.ts';

/** What the records of each table are called where an import is taken back. */
export const clientsRecordTexts = defineTexts({
  'record.clients.bank_accounts': ['Bank accounts of clients', 'Банковские счета клиентов'],
  'record.clients.clients': ['Clients', 'Клиенты'],
  'record.clients.contacts': ['Contacts', 'Контактные лица'],
  'record.clients.contracts': ['Contracts with clients', 'Договоры с клиентами'],
  'record.clients.dossier_entries': ['Dossier entries', 'Записи досье'],
  'record.clients.handovers': ['Handovers', 'Передачи клиентов'],
  'record.clients.keepers': ['Histories of keepers', 'Истории ответственных'],
  'record.clients.sites': ['Sites of clients', 'Адреса клиентов'],
});
