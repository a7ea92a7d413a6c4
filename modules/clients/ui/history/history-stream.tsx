import { Button, Group, MultiSelect, Select, Stack, TextInput, Title } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { useInfiniteQuery } from '@tanstack/react-query';
import { useState } from 'react';
import type { EndpointReply } from '#kernel/endpoint.ts';
import { useSearch } from '#platform/web/address.ts';
import { Awaiting } from '#platform/web/awaiting.tsx';
import { call } from '#platform/web/call.ts';
import { Timeline } from '#platform/web/card/timeline.tsx';
import { EmptyState } from '#platform/web/empty-state.tsx';
import { FileLinks } from '#platform/web/files/file-card.tsx';
import { DateField } from '#platform/web/form/date-field.tsx';
import { useFormat } from '#platform/web/format.ts';
import { useSay, useText } from '#platform/web/texts.ts';
import { useWhoActed } from '#platform/web/who-acted.ts';
import { readTimeline, type readTrends } from '../../endpoints-history.ts';
import { texts } from '../../texts.ts';
import { everything, type Narrowed, streamId } from './narrow.tsx';

type Trends = EndpointReply<typeof readTrends>;
type Entry = EndpointReply<typeof readTimeline>['items'][number];

/** All that happened with a client, from every module, newest first; the words of an entry are `timeline.<kind>`. */
export function HistoryStream({ id, products, groups }: { id: string } & Pick<Trends, 'products' | 'groups'>) {
  const t = useText(texts);
  const say = useSay();
  const whoActed = useWhoActed();
  const amountOf = useAmount();
  const [search, change] = useSearch();
  const [number] = useDebouncedValue(search.document, 300);
  const narrowed: Narrowed = { ...search, document: number };
  const query = {
    limit: 30,
    ...(narrowed.kind && { kinds: narrowed.kind }),
    ...(narrowed.from && { from: narrowed.from }),
    ...(narrowed.to && { to: narrowed.to }),
    ...(narrowed.product && { product: narrowed.product }),
    ...(narrowed.group && { group: narrowed.group }),
    ...(narrowed.document && { document: narrowed.document }),
  };
  const read = useInfiniteQuery({
    queryKey: [readTimeline.id, id, 'pages', query],
    queryFn: ({ pageParam, signal }) =>
      call(readTimeline, { params: { id }, query: { ...query, ...(pageParam && { cursor: pageParam }) }, signal }),
    initialPageParam: '',
    getNextPageParam: (page) => page.nextCursor ?? undefined,
    placeholderData: (before) => before,
  });
  const isNarrowed = Object.keys(query).length > 1;
  const entries = (read.data?.pages ?? [])
    .flatMap((page) => page.items)
    .map((entry) => ({
      key: `${entry.kind}:${entry.id}`,
      at: entry.at,
      onDay: entry.data.onDay === true,
      what: [say(`timeline.${entry.kind}`, entry.data), amountOf(entry)].filter(Boolean).join(' · '),
      who: entry.employee && whoActed(entry.employee.name, absentOf(entry)),
      detail: entry.files.length > 0 && <FileLinks files={entry.files} />,
      href: typeof entry.data.href === 'string' ? entry.data.href : null,
    }));
  const everyEntry = (
    <Button size="compact-sm" variant="default" onClick={() => change({ ...everything })}>
      {t('clients.history.show-all')}
    </Button>
  );
  return (
    <Stack gap="sm" id={streamId}>
      <Group justify="space-between">
        <Title order={3}>{t('clients.history.stream')}</Title>
        {isNarrowed && everyEntry}
      </Group>
      <Filters products={products} groups={groups} kinds={read.data?.pages[0]?.kinds ?? []} />
      {!read.data && <Awaiting read={read} like="list" />}
      {read.data && entries.length === 0 && (
        <EmptyState
          title={t(isNarrowed ? 'clients.history.none-such' : 'clients.timeline.none')}
          action={isNarrowed && everyEntry}
        />
      )}
      {entries.length > 0 && (
        <Timeline
          entries={entries}
          onMore={read.hasNextPage ? () => void read.fetchNextPage() : undefined}
          loadingMore={read.isFetchingNextPage}
        />
      )}
    </Stack>
  );
}

function Filters({ products, groups, kinds }: Pick<Trends, 'products' | 'groups'> & { kinds: readonly string[] }) {
  const t = useText(texts);
  const say = useSay();
  const [search, change] = useSearch();
  const [typed, setTyped] = useState(search.document ?? '');
  const chosen = search.kind ? search.kind.split(',') : [];
  const upTo = search.to && Temporal.PlainDate.from(search.to).subtract({ days: 1 }).toString();
  return (
    <>
      <MultiSelect
        aria-label={t('clients.history.kinds')}
        placeholder={chosen.length === 0 ? t('clients.history.kinds') : ''}
        clearable
        value={chosen}
        onChange={(next) => change({ kind: next.join(',') })}
        data={kinds.map((value) => ({ value, label: say(`timeline-kind.${value}`) }))}
      />
      <Group grow>
        <DateField
          label={t('clients.history.from')}
          value={search.from ?? null}
          onChange={(from) => change({ from: from ?? undefined })}
        />
        <DateField
          label={t('clients.history.until')}
          value={upTo ?? null}
          onChange={(day) => change({ to: day ? Temporal.PlainDate.from(day).add({ days: 1 }).toString() : undefined })}
        />
      </Group>
      <Group grow>
        <Select
          aria-label={t('clients.sales.product')}
          placeholder={t('clients.sales.product')}
          searchable
          clearable
          limit={50}
          value={search.product ?? null}
          onChange={(product) => change({ product: product ?? undefined, group: undefined })}
          data={products.map(({ id, code, name }) => ({ value: id, label: `${code} ${name}` }))}
        />
        <Select
          aria-label={t('clients.history.group')}
          placeholder={t('clients.history.group')}
          clearable
          value={search.group ?? null}
          onChange={(group) => change({ group: group ?? undefined, product: undefined })}
          data={groups.map(({ id, name }) => ({ value: id ?? 'none', label: name ?? t('clients.history.no-group') }))}
        />
      </Group>
      <TextInput
        aria-label={t('clients.history.document')}
        placeholder={t('clients.history.document')}
        maxLength={60}
        value={search.document === undefined ? '' : typed}
        onChange={({ currentTarget: { value } }) => {
          setTyped(value);
          change({ document: value });
        }}
      />
    </>
  );
}

/** In whose place it was done: what the source of the entry says. */
function absentOf({ data: { actingFor } }: Entry): string | null {
  return typeof actingFor === 'string' ? actingFor : null;
}

/** What an entry is worth, where it is worth something. */
function useAmount() {
  const format = useFormat();
  return ({ data }: Entry) => {
    if (typeof data.amount !== 'number') return null;
    return format.money(data.amount, typeof data.currency === 'string' ? data.currency : undefined);
  };
}
