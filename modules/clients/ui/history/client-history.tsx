import { Grid, Group, SegmentedControl, Select, Stack } from '@mantine/core';
import { useAddressState } from '#platform/web/address.ts';
import { Awaiting } from '#platform/web/awaiting.tsx';
import { EmptyState } from '#platform/web/empty-state.tsx';
import { useRead } from '#platform/web/query.ts';
import { useText } from '#platform/web/texts.ts';
import { readTrends } from '../../endpoints-history.ts';
import { texts } from '../../texts.ts';
import { Assortment } from './assortment.tsx';
import { Frequency } from './frequency.tsx';
import { HistoryStream } from './history-stream.tsx';
import { ProductsBought } from './products-bought.tsx';

const spans = ['1', '3', '5', '10', '20'] as const;

/**
 * The whole history of a client on one screen: how often, what and at which prices it buys, and beside it all that
 * happened, day by day. A figure narrows the stream to the documents behind it.
 */
export function ClientHistory({ id }: { id: string }) {
  const t = useText(texts);
  const [unit, setUnit] = useAddressState<'quarter' | 'year'>('unit', 'quarter');
  const [years, setYears] = useAddressState<(typeof spans)[number]>('years', '3');
  const read = useRead(readTrends, { params: { id }, query: { unit, years: Number(years) } }, { keep: true });
  return (
    <Grid gap="xl">
      <Grid.Col span={{ base: 12, lg: 7 }}>
        <Stack>
          <Group align="end">
            <SegmentedControl
              aria-label={t('clients.history.unit')}
              value={unit}
              onChange={(next) => setUnit(next as typeof unit)}
              data={[
                { value: 'quarter', label: t('clients.history.by-quarter') },
                { value: 'year', label: t('clients.history.by-year') },
              ]}
            />
            <Select
              aria-label={t('clients.history.years')}
              w={150}
              allowDeselect={false}
              value={years}
              onChange={(next) => next && setYears(next as typeof years)}
              data={spans.map((value) => ({
                value,
                label: t('clients.history.years-count', { count: Number(value) }),
              }))}
            />
          </Group>
          {!read.data && <Awaiting read={read} like="list" />}
          {read.data?.periods.length === 0 && <EmptyState title={t('clients.history.no-orders')} />}
          {read.data && read.data.periods.length > 0 && (
            <>
              <Frequency clientId={id} periods={read.data.periods} />
              <Assortment periods={read.data.periods} groups={read.data.groups} />
              <ProductsBought clientId={id} products={read.data.products} />
            </>
          )}
        </Stack>
      </Grid.Col>
      <Grid.Col span={{ base: 12, lg: 5 }}>
        <HistoryStream id={id} products={read.data?.products ?? []} groups={read.data?.groups ?? []} />
      </Grid.Col>
    </Grid>
  );
}
