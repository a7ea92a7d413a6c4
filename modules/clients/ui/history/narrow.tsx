import { Anchor } from '@mantine/core';
import type { ReactNode } from 'react';
import { useSearch } from '#platform/web/address.ts';

/** What the stream is narrowed by; `to` is not included, as in the address. */
export type Narrowed = {
  readonly kind?: string | undefined;
  readonly from?: string | undefined;
  readonly to?: string | undefined;
  readonly product?: string | undefined;
  readonly group?: string | undefined;
  readonly document?: string | undefined;
};
export const everything: Narrowed = {
  kind: undefined,
  from: undefined,
  to: undefined,
  product: undefined,
  group: undefined,
  document: undefined,
};
export const streamId = 'history-stream';

/** A figure that narrows the stream to the documents behind it, and goes there. */
export function Narrow({ by, label, children }: { by: Narrowed; label: string; children: ReactNode }) {
  const [, change] = useSearch();
  return (
    <Anchor
      component="button"
      type="button"
      inherit
      className="numerals"
      aria-label={label}
      onClick={() => {
        change({ ...everything, ...by }, true);
        document.getElementById(streamId)?.scrollIntoView({ block: 'nearest' });
      }}
    >
      {children}
    </Anchor>
  );
}
