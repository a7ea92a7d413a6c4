import { EmptyState } from '#platform/web/empty-state.tsx';
import { ListPage } from '#platform/web/list/list-page.tsx';
import { useText } from '#platform/web/texts.ts';
import { quietClientList } from '../../endpoints.ts';
import { screenTexts } from '../../texts-screens.ts';

/** With whom was there no contact for longer than their class allows? */
export default function QuietClientsPage() {
  const t = useText(screenTexts);
  return (
    <ListPage
      list={quietClientList}
      tones={{ class: { key: 'bad', A: 'warning', B: 'info', C: 'neutral' } }}
      empty={<EmptyState title={t('activities.no-quiet')} hint={t('activities.no-quiet-hint')} />}
    />
  );
}
