import type { ReactNode } from 'react';
import type { BulkAct, BulkInput } from '#platform/lists/bulk.ts';
import type { List } from '#platform/lists/define.ts';

/** A row as the server gives it: `{ id, href, <column>: value }`. */
export type Row = Readonly<Record<string, unknown>> & { readonly id: string; readonly href?: string };

/** A bulk act as a screen offers it. */
export type BulkOffer<A extends BulkAct = BulkAct> = {
  readonly act: A;
  readonly permit: string;
  /** The fields that fill the input; absent when the act needs none. */
  readonly fields?: (form: {
    value: Partial<BulkInput<A>>;
    set: (changed: Partial<BulkInput<A>>) => void;
  }) => ReactNode;
};

export type DataListProps = {
  readonly list: List;
  /** Filters that always hold and are not shown, e.g. `{ client: id }` on a client's card. */
  readonly fixed?: Readonly<Record<string, string>>;
  /** How a column is drawn, where the type's own way is not enough. */
  readonly cells?: Readonly<Record<string, (row: Row) => ReactNode>>;
  /** Colour and icon of an enum column's values. */
  readonly tones?: Readonly<Record<string, Readonly<Record<string, Tone>>>>;
  readonly bulk?: readonly BulkOffer[];
  /** What Enter and a click do; without it the row's `href` opens. */
  readonly onOpen?: (row: Row) => void;
  /** Why it is empty and the next step. */
  readonly empty?: ReactNode;
};
export type Tone = 'neutral' | 'info' | 'good' | 'warning' | 'bad';

export function DataList(_props: DataListProps): ReactNode {
  return null;
}
