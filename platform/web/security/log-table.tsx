import { Button, Table } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { type ReactNode, useState } from 'react';
import { Awaiting } from '../awaiting.tsx';
import { EmptyState } from '../empty-state.tsx';
import { ScrollBox } from '../scroll-box.tsx';
import { useText } from '../texts.ts';
import { watchTexts } from './texts.ts';

type Row = { readonly id: string };
type Page<T> = { readonly items: readonly T[]; readonly next: string | null };
type LogTableProps<T> = {
  /** How the page that comes before a mark is read; without one the newest. */
  readonly pageBefore: (before: string | undefined) => {
    readonly queryKey: readonly unknown[];
    readonly queryFn: (context: { signal: AbortSignal }) => Promise<Page<T>>;
  };
  readonly label: string;
  readonly empty: { readonly title: string; readonly hint: string };
  readonly headings: readonly { readonly label: string; readonly right?: boolean }[];
  readonly width: number;
  /** The cells of a row. */
  readonly cells: (row: T) => ReactNode;
};

/** What was kept, newest first, page by page as more is wanted. */
export function LogTable<T extends Row>(props: LogTableProps<T>): ReactNode {
  const first = useQuery(props.pageBefore(undefined));
  if (!first.data) return <Awaiting read={first} like="list" />;
  if (first.data.items.length === 0) return <EmptyState {...props.empty} />;
  return (
    <ScrollBox label={props.label}>
      <Table verticalSpacing={6} miw={props.width}>
        <Table.Thead>
          <Table.Tr>
            {props.headings.map(({ label, right }) => (
              <Table.Th key={label} {...(right && { ta: 'right' })}>
                {label}
              </Table.Th>
            ))}
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          <PageOf {...props} before={undefined} />
        </Table.Tbody>
      </Table>
    </ScrollBox>
  );
}

/** A page of rows, and behind it the next once it is wanted. */
function PageOf<T extends Row>(props: LogTableProps<T> & { readonly before: string | undefined }): ReactNode {
  const t = useText(watchTexts);
  const [more, setMore] = useState(false);
  const { data } = useQuery(props.pageBefore(props.before));
  const next = data?.next ?? undefined;
  return (
    <>
      {data?.items.map((row) => (
        <Table.Tr key={row.id}>{props.cells(row)}</Table.Tr>
      ))}
      {next !== undefined && more && <PageOf {...props} before={next} />}
      {next !== undefined && !more && (
        <Table.Tr>
          <Table.Td colSpan={props.headings.length}>
            <Button variant="default" onClick={() => setMore(true)}>
              {t('web.security.more')}
            </Button>
          </Table.Td>
        </Table.Tr>
      )}
    </>
  );
}
