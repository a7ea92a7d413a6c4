import { Button } from '@mantine/core';
import { useGo } from '#platform/web/address.ts';
import { EmptyState } from '#platform/web/empty-state.tsx';
import { boardFace } from '#platform/web/list/board.tsx';
import { ListPage } from '#platform/web/list/list-page.tsx';
import { useMay } from '#platform/web/me.ts';
import { useText } from '#platform/web/texts.ts';
import { assignMany, clientList, editClient } from '../../endpoints.ts';
import { texts } from '../../texts.ts';
import { AssignFields } from '../parts/assign-fields.tsx';
import { tones } from '../parts/tones.ts';

const statuses = ['potential', 'active', 'lapsed'] as const;
/** From every standing to every other; whether a client may become active by hand the server judges. */
const statusMoves = statuses.map((to) => ({
  to,
  from: statuses.filter((each) => each !== to),
  act: editClient,
  sets: 'status',
}));

/** The clients within one's reach. */
export default function ClientListPage() {
  const t = useText(texts);
  const go = useGo();
  const enters = useMay('clients.edit');
  return (
    <ListPage
      list={clientList}
      tones={tones}
      create={{ label: t('clients.new'), href: '/clients/new', permit: 'clients.edit' }}
      faces={[boardFace({ by: 'status', moves: statusMoves })]}
      bulk={[
        {
          act: assignMany,
          permit: 'clients.assign',
          fields: ({ value, set }) => <AssignFields value={value} set={set} />,
        },
      ]}
      empty={
        <EmptyState
          title={t('clients.none')}
          hint={t('clients.none-hint')}
          action={enters && <Button onClick={() => go('/clients/new')}>{t('clients.new')}</Button>}
        />
      }
    />
  );
}
