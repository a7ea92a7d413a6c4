import { useCallback, useMemo, useState } from 'react';
import type { List } from '#platform/lists/define.ts';
import { useMe } from '../me.ts';

/** The cells that can be edited where they stand: on which the keyboard stands in the active row, and whether it is open. */
export type Cells = {
  /** Columns that the person may edit, as they are shown. */
  readonly editable: readonly string[];
  readonly at: string | null;
  readonly open: boolean;
  /** Stands on a cell; null: on the row as a whole. */
  readonly stand: (name: string | null) => void;
  readonly edit: (name: string) => void;
  /** The next cell that can be edited, or the one before; null past the end. */
  readonly beside: (by: 1 | -1) => string | null;
};

/** Which cells of a list can be edited, and where the keyboard stands among them. */
export function useCells(list: List, columns: readonly string[]): Cells {
  const who = useMe();
  const [{ at, open }, set] = useState<{ at: string | null; open: boolean }>({ at: null, open: false });
  const editable = columns.filter((name) => {
    const act = list.columns[name]?.editedBy?.by;
    return act !== undefined && who.permits[act.permit] === true;
  });
  const stand = useCallback((name: string | null) => set({ at: name, open: false }), []);
  const edit = useCallback((name: string) => set({ at: name, open: true }), []);
  const shown = editable.join();
  return useMemo(() => {
    const names = shown === '' ? [] : shown.split(',');
    const beside = (by: 1 | -1) => {
      if (at === null) return by === 1 ? (names[0] ?? null) : null;
      return names[names.indexOf(at) + by] ?? null;
    };
    return { editable: names, at, open, stand, edit, beside };
  }, [shown, at, open, stand, edit]);
}
