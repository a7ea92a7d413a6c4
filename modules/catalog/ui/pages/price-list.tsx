import { Button, Group, Select, Table, TextInput } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { IconColumns3, IconSearch } from '@tabler/icons-react';
import { useInfiniteQuery } from '@tanstack/react-query';
import { useRef, useState } from 'react';
import { useSearch } from '#platform/web/address.ts';
import { Awaiting } from '#platform/web/awaiting.tsx';
import { call } from '#platform/web/call.ts';
import { EmptyState } from '#platform/web/empty-state.tsx';
import { DateField } from '#platform/web/form/date-field.tsx';
import { useFormat } from '#platform/web/format.ts';
import { Go } from '#platform/web/go.tsx';
import { useKeys } from '#platform/web/keys.ts';
import { useMe } from '#platform/web/me.ts';
import { Page } from '#platform/web/page.tsx';
import { useRead } from '#platform/web/query.ts';
import { useText } from '#platform/web/texts.ts';
import { readCategories, readPriceList } from '../../endpoints.ts';
import { texts } from '../../texts.ts';
import { Columns } from '../parts/columns.tsx';

/** What costs how much: active products by name, with the price in every column on a day. */
export default function PriceListPage() {
  const t = useText(texts);
  const format = useFormat();
  const { today } = useMe();
  const [search, change] = useSearch();
  const [columnsOpen, setColumnsOpen] = useState(false);
  const find = useRef<HTMLInputElement>(null);
  const [q] = useDebouncedValue(search.q ?? '', 200);
  const query = {
    ...(q.trim() && { q: q.trim() }),
    ...(search.category && { categoryId: search.category }),
    ...(search.on && { on: search.on }),
  };
  const categories = useRead(readCategories, {});
  useKeys([{ keys: '/', label: t('catalog.find'), run: () => find.current?.focus() }]);
  const read = useInfiniteQuery({
    queryKey: [readPriceList.id, query, 'pages'],
    queryFn: ({ pageParam, signal }) =>
      call(readPriceList, { query: { ...query, limit: 100, ...(pageParam && { cursor: pageParam }) }, signal }),
    initialPageParam: '',
    getNextPageParam: (page) => page.nextCursor ?? undefined,
    placeholderData: (before) => before,
  });
  const [first] = read.data?.pages ?? [];
  const columns = first?.columns ?? [];
  const lines = read.data?.pages.flatMap((page) => page.items) ?? [];
  return (
    <Page
      wide
      title={t('catalog.price-list')}
      actions={
        <Button variant="default" leftSection={<IconColumns3 size={16} />} onClick={() => setColumnsOpen(true)}>
          {t('catalog.columns')}
        </Button>
      }
    >
      <Group mb="sm" align="end">
        <TextInput
          ref={find}
          aria-label={t('catalog.find')}
          placeholder={t('catalog.find')}
          leftSection={<IconSearch size={16} />}
          w={300}
          value={search.q ?? ''}
          onChange={(event) => change({ q: event.currentTarget.value })}
        />
        <Select
          aria-label={t('catalog.category')}
          placeholder={t('catalog.all-categories')}
          clearable
          searchable
          value={search.category ?? null}
          onChange={(next) => change({ category: next ?? undefined })}
          data={(categories.data?.items ?? []).map(({ id, name }) => ({ value: id, label: name }))}
        />
        <DateField
          aria-label={t('catalog.on-day')}
          required
          value={search.on ?? today}
          onChange={(next) => change({ on: !next || next === today ? undefined : next })}
        />
      </Group>
      {!read.data && <Awaiting read={read} like="list" />}
      {read.data && lines.length === 0 && (
        <EmptyState
          title={t(q || search.category ? 'catalog.nothing-found' : 'catalog.none')}
          hint={q || search.category ? undefined : t('catalog.none-hint')}
        />
      )}
      {lines.length > 0 && (
        <Table.ScrollContainer minWidth={520}>
          <Table verticalSpacing={4} highlightOnHover stickyHeader aria-busy={read.isPlaceholderData}>
            <Table.Thead>
              <Table.Tr>
                <Table.Th>{t('catalog.code')}</Table.Th>
                <Table.Th>{t('catalog.name')}</Table.Th>
                <Table.Th>{t('catalog.unit')}</Table.Th>
                {columns.map(({ id, number, name, discountBp }) => (
                  <Table.Th
                    key={id}
                    ta="right"
                    title={discountBp === null ? undefined : t('catalog.less', { discount: format.rate(discountBp) })}
                  >
                    {t('catalog.column-numbered', { number, name })}
                  </Table.Th>
                ))}
              </Table.Tr>
            </Table.Thead>
            <Table.Tbody>
              {lines.map((line) => (
                <Table.Tr key={line.id}>
                  <Table.Td className="numerals">{line.code}</Table.Td>
                  <Table.Td>
                    <Go to={`/products/${line.id}`}>{line.name}</Go>
                  </Table.Td>
                  <Table.Td>{line.unit}</Table.Td>
                  {columns.map(({ id }) => (
                    <Table.Td key={id} ta="right" className="numerals">
                      {line.prices[id] === undefined ? '—' : format.money(line.prices[id])}
                    </Table.Td>
                  ))}
                </Table.Tr>
              ))}
            </Table.Tbody>
          </Table>
        </Table.ScrollContainer>
      )}
      {read.hasNextPage && (
        <Button variant="subtle" loading={read.isFetchingNextPage} onClick={() => void read.fetchNextPage()}>
          {t('catalog.more')}
        </Button>
      )}
      {columnsOpen && <Columns onClose={() => setColumnsOpen(false)} />}
    </Page>
  );
}
