import { EmptyState } from '#platform/web/empty-state.tsx';
import { ListPage } from '#platform/web/list/list-page.tsx';
import { useText } from '#platform/web/texts.ts';
import { takenByOthersList } from '../../endpoints.ts';
import { texts } from '../../texts.ts';
import { stateTones } from '../parts/state-tones.ts';

/** Which orders of key clients did others take than whoever answers for them? */
export default function TakenByOthersPage() {
  const t = useText(texts);
  return (
    <ListPage
      list={takenByOthersList}
      tones={{ state: stateTones }}
      empty={<EmptyState title={t('orders.none-by-others')} hint={t('orders.none-by-others-hint')} />}
    />
  );
}
