import { useGo } from '#platform/web/address.ts';
import { EmptyState } from '#platform/web/empty-state.tsx';
import { ListPage } from '#platform/web/list/list-page.tsx';
import { useText } from '#platform/web/texts.ts';
import { contractList } from '../../endpoints-contracts.ts';
import { texts } from '../../texts.ts';

/** Which contracts run out when; a line opens the client. */
export default function ContractListPage() {
  const t = useText(texts);
  const go = useGo();
  return (
    <ListPage
      list={contractList}
      onOpen={(row) => go(`/clients/${(row.client as { id: string }).id}?tab=contracts`)}
      empty={<EmptyState title={t('clients.contract.none')} hint={t('clients.contract.list-hint')} />}
    />
  );
}
