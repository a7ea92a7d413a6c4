import { useInfiniteQuery } from '@tanstack/react-query';
import { Awaiting } from '#platform/web/awaiting.tsx';
import { call } from '#platform/web/call.ts';
import { Timeline } from '#platform/web/card/timeline.tsx';
import { EmptyState } from '#platform/web/empty-state.tsx';
import { FileLinks } from '#platform/web/files/file-card.tsx';
import { useSay, useText } from '#platform/web/texts.ts';
import { useWhoActed } from '#platform/web/who-acted.ts';
import { readTimeline } from '../../endpoints-history.ts';
import { texts } from '../../texts.ts';

/** All that happened with a client, from every module; the words of an entry are `timeline.<kind>`. */
export function ClientTimeline({ id }: { id: string }) {
  const t = useText(texts);
  const say = useSay();
  const whoActed = useWhoActed();
  const read = useInfiniteQuery({
    queryKey: [readTimeline.id, id, 'pages'],
    queryFn: ({ pageParam, signal }) =>
      call(readTimeline, { params: { id }, query: { limit: 30, ...(pageParam && { cursor: pageParam }) }, signal }),
    initialPageParam: '',
    getNextPageParam: (page) => page.nextCursor ?? undefined,
  });
  if (!read.data) return <Awaiting read={read} like="list" />;
  const entries = read.data.pages
    .flatMap((page) => page.items)
    .map((entry) => ({
      key: `${entry.kind}:${entry.id}`,
      at: entry.at,
      what: say(`timeline.${entry.kind}`, entry.data),
      who: entry.employee && whoActed(entry.employee.name, absentOf(entry.data)),
      detail: entry.files.length > 0 && <FileLinks files={entry.files} />,
      href: typeof entry.data.href === 'string' ? entry.data.href : null,
    }));
  if (entries.length === 0) return <EmptyState title={t('clients.timeline.none')} />;
  return (
    <Timeline
      entries={entries}
      onMore={read.hasNextPage ? () => void read.fetchNextPage() : undefined}
      loadingMore={read.isFetchingNextPage}
    />
  );
}

/** In whose place it was done: what the source of the entry says. */
function absentOf({ actingFor }: Readonly<Record<string, unknown>>): string | null {
  return typeof actingFor === 'string' ? actingFor : null;
}
