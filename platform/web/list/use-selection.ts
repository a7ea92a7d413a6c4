import { useCallback, useMemo, useState } from 'react';
import type { Row } from './row.ts';

export type Selection = {
  readonly ids: ReadonlySet<string>;
  readonly toggle: (id: string) => void;
  /** Selects all rows loaded so far, or none when all are selected. */
  readonly all: (rows: readonly Row[]) => void;
  readonly clear: () => void;
};

/** Which rows are selected. */
export function useSelection(): Selection {
  const [ids, setIds] = useState<ReadonlySet<string>>(new Set());
  const toggle = useCallback(
    (id: string) =>
      setIds((before) => new Set(before.has(id) ? [...before].filter((each) => each !== id) : [...before, id])),
    [],
  );
  const all = useCallback(
    (rows: readonly Row[]) =>
      setIds((before) => (before.size >= rows.length ? new Set() : new Set(rows.map((row) => row.id)))),
    [],
  );
  const clear = useCallback(() => setIds(new Set()), []);
  return useMemo(() => ({ ids, toggle, all, clear }), [ids, toggle, all, clear]);
}
