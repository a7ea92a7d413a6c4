import { Button } from '@mantine/core';
import { useGo } from '#platform/web/address.ts';
import { EmptyState } from '#platform/web/empty-state.tsx';
import { ListPage } from '#platform/web/list/list-page.tsx';
import { useMay } from '#platform/web/me.ts';
import { useText } from '#platform/web/texts.ts';
import { assignMany, clientList } from '../../endpoints.ts';
import { texts } from '../../texts.ts';
import { AssignFields } from '../parts/assign-fields.tsx';
import { tones } from '../parts/tones.ts';

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
