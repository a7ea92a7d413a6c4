import { useGo } from '#platform/web/address.ts';
import { EmptyState } from '#platform/web/empty-state.tsx';
import { ListPage } from '#platform/web/list/list-page.tsx';
import { useText } from '#platform/web/texts.ts';
import { contactList } from '../../endpoints.ts';
import { texts } from '../../texts.ts';

/** The people known at one's clients; a line opens the client. */
export default function ContactListPage() {
  const t = useText(texts);
  const go = useGo();
  return (
    <ListPage
      list={contactList}
      onOpen={(row) => go(`/clients/${(row.client as { id: string }).id}?tab=contacts`)}
      empty={<EmptyState title={t('clients.contact.none')} hint={t('clients.contact.none-hint')} />}
    />
  );
}
