import { EmptyState } from '#platform/web/empty-state.tsx';
import { Go } from '#platform/web/go.tsx';
import { calendarFace } from '#platform/web/list/calendar.tsx';
import { ListPage } from '#platform/web/list/list-page.tsx';
import { useText } from '#platform/web/texts.ts';
import { activityList } from '../../endpoints.ts';
import { screenTexts } from '../../texts-screens.ts';

/** What visits, calls, meetings and letters were and will be. */
export default function ActivityListPage() {
  const t = useText(screenTexts);
  return (
    <ListPage
      list={activityList}
      tones={{
        state: { planned: 'info', done: 'good', moved: 'neutral', missed: 'bad' },
        outcome: { 'agreed-terms': 'good', 'payment-agreement': 'good', 'next-step': 'info', 'no-contact': 'neutral' },
      }}
      faces={[calendarFace({ on: 'day', named: ['kind', 'client'] })]}
      create={{ label: t('activities.log'), href: '/log-contact', permit: 'activities.record' }}
      empty={
        <EmptyState
          title={t('activities.no-activities')}
          hint={t('activities.no-activities-hint')}
          action={<Go to="/week">{t('activities.week')}</Go>}
        />
      }
    />
  );
}
