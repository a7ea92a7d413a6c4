import { SegmentedControl } from '@mantine/core';
import { useAddressState } from '#platform/web/address.ts';
import { Awaiting } from '#platform/web/awaiting.tsx';
import { EmptyState } from '#platform/web/empty-state.tsx';
import { Page } from '#platform/web/page.tsx';
import { useRead } from '#platform/web/query.ts';
import { useText } from '#platform/web/texts.ts';
import { listPromises } from '../../endpoints.ts';
import { settlementsTexts } from '../../texts.ts';
import { type PromiseState, PromiseTable } from '../parts/promise-table.tsx';

/** What clients promised to pay, and whether they kept their word. */
export default function PromisesPage() {
  const t = useText(settlementsTexts);
  const [state, setState] = useAddressState('state', 'open');
  const query = state === 'all' ? {} : { state: state as PromiseState };
  const read = useRead(listPromises, { query }, { keep: true });
  const choices = ['open', 'kept', 'broken', 'withdrawn', 'all'] as const;
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
        <PromiseTable promises={read.data.items} />
      )}
    </Page>
  );
}
