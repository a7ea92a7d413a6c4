import { SegmentedControl, Table } from '@mantine/core';
import { useAddressState } from '#platform/web/address.ts';
import { Awaiting } from '#platform/web/awaiting.tsx';
import { EmptyState } from '#platform/web/empty-state.tsx';
import { StatusBadge } from '#platform/web/figures/status-badge.tsx';
import { useFormat } from '#platform/web/format.ts';
import { Go } from '#platform/web/go.tsx';
import { Page } from '#platform/web/page.tsx';
import { useRead } from '#platform/web/query.ts';
import { useText } from '#platform/web/texts.ts';
import { useWhoActed } from '#platform/web/who-acted.ts';
import { listPromises } from '../../endpoints.ts';
import { settlementsTexts } from '../../texts.ts';

const tones = { open: 'info', kept: 'good', broken: 'bad', withdrawn: 'neutral' } as const;
type State = keyof typeof tones;

/** What clients promised to pay, and whether they kept their word. */
export default function PromisesPage() {
  const t = useText(settlementsTexts);
  const format = useFormat();
  const whoActed = useWhoActed();
  const [state, setState] = useAddressState('state', 'open');
  const read = useRead(listPromises, { query: { ...(state !== 'all' && { state: state as State }) } }, { keep: true });
  const choices = ['open', 'kept', 'broken', 'all'] as const;
  if (!read.data) return <Awaiting read={read} like="list" />;
  return (
    <Page
      title={t('settlements.promises')}
      actions={
        <SegmentedControl
          value={state}
          onChange={setState}
          data={choices.map((each) => ({ value: each, label: t(`settlements.promise.${each}`) }))}
        />
      }
    >
      {read.data.items.length === 0 ? (
        <EmptyState title={t('settlements.no-promises')} hint={t('settlements.no-promises-hint')} />
      ) : (
        <Table.ScrollContainer minWidth={640}>
          <Table verticalSpacing={6} highlightOnHover>
            <Table.Thead>
              <Table.Tr>
                <Table.Th>{t('settlements.client')}</Table.Th>
                <Table.Th ta="right">{t('settlements.amount')}</Table.Th>
                <Table.Th>{t('settlements.promised-for')}</Table.Th>
                <Table.Th>{t('settlements.state')}</Table.Th>
                <Table.Th>{t('settlements.invoice')}</Table.Th>
                <Table.Th>{t('settlements.contact')}</Table.Th>
                <Table.Th>{t('settlements.recorded')}</Table.Th>
              </Table.Tr>
            </Table.Thead>
            <Table.Tbody>
              {read.data.items.map((promise) => (
                <Table.Tr key={promise.id}>
                  <Table.Td>
                    <Go to={`/clients/${promise.client.id}?tab=money`}>{promise.client.name}</Go>
                  </Table.Td>
                  <Table.Td ta="right">{format.money(promise.amount)}</Table.Td>
                  <Table.Td>{format.date(promise.promisedFor)}</Table.Td>
                  <Table.Td>
                    <StatusBadge
                      tone={tones[promise.state as State]}
                      label={t(`settlements.promise.${promise.state as State}`)}
                    />
                  </Table.Td>
                  <Table.Td>{promise.invoice}</Table.Td>
                  <Table.Td>{promise.contact}</Table.Td>
                  <Table.Td>
                    {format.date(promise.recordedOn)} · {whoActed(promise.recordedBy ?? '', promise.actingFor)}
                  </Table.Td>
                </Table.Tr>
              ))}
            </Table.Tbody>
          </Table>
        </Table.ScrollContainer>
      )}
    </Page>
  );
}
