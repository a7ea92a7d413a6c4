import { EmptyState } from '#platform/web/empty-state.tsx';
import { ListPage } from '#platform/web/list/list-page.tsx';
import { useText } from '#platform/web/texts.ts';
import { lapsingClientList } from '../../endpoints.ts';
import { texts } from '../../texts.ts';

/** Who should have ordered again by now? */
export default function LapsingClientsPage() {
  const t = useText(texts);
  return (
    <ListPage
      list={lapsingClientList}
      empty={<EmptyState title={t('orders.none-lapsing')} hint={t('orders.none-lapsing-hint')} />}
    />
  );
}
