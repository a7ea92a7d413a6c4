import { useInfiniteQuery } from '@tanstack/react-query';
import { useEffect, useMemo } from 'react';
import type { List, ListReply } from '#platform/lists/define.ts';
import { call } from '../call.ts';
import type { Problem } from '../problem.ts';
import { useRead } from '../query.ts';
import { rememberLabels } from './labels.ts';
import type { Row } from './row.ts';

const page = 60;

export type Rows = {
  readonly rows: readonly Row[];
  readonly totals: Readonly<Record<string, number>> | undefined;
  readonly problem: Problem | null;
  readonly isPending: boolean;
  /** Rows of an earlier question stand while those of the present one come. */
  readonly isOld: boolean;
  readonly hasMore: boolean;
  readonly isLoadingMore: boolean;
  readonly more: () => void;
  readonly refetch: () => void;
};

/** The rows of a list, page after page, and its totals, which are asked for apart since they count everything. */
export function useRows(list: List, query: Readonly<Record<string, string>>, withTotals: boolean): Rows {
  const read = useInfiniteQuery<ListReply, Problem, { pages: ListReply[] }, readonly unknown[], string | null>({
    queryKey: [list.id, { query, rows: true }],
    queryFn: async ({ pageParam, signal }) =>
      (await call(list.read, {
        query: { ...query, limit: page, ...(pageParam && { cursor: pageParam }) },
        signal,
      })) as ListReply,
    initialPageParam: null,
    getNextPageParam: (last) => last.nextCursor,
    placeholderData: (before) => before,
  });
  const totals = useRead(
    list.read,
    { query: { ...query, limit: 1, totals: true } },
    { keep: true, enabled: withTotals && read.data !== undefined },
  );
  const rows = useMemo(() => (read.data?.pages ?? []).flatMap((each) => each.items as Row[]), [read.data]);
  useEffect(() => rememberLabels(rows), [rows]);
  return {
    rows,
    totals: (totals.data as ListReply | undefined)?.totals,
    problem: read.error,
    isPending: read.isPending,
    isOld: read.isPlaceholderData,
    hasMore: read.hasNextPage,
    isLoadingMore: read.isFetchingNextPage,
    more: () => void (read.hasNextPage && !read.isFetchingNextPage && read.fetchNextPage()),
    refetch: () => void read.refetch(),
  };
}
