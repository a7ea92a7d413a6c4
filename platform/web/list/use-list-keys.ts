import { type Dispatch, type RefObject, type SetStateAction, useEffect } from 'react';
import { type Key, useKeys } from '../keys.ts';
import { shellTexts } from '../shell-texts.ts';
import { useText } from '../texts.ts';
import type { Row } from './row.ts';
import type { Cells } from './use-cells.ts';
import type { Selection } from './use-selection.ts';

type ListKeys = {
  readonly on: boolean;
  readonly rows: readonly Row[];
  readonly active: number;
  readonly setActive: Dispatch<SetStateAction<number>>;
  readonly selection: Selection | null;
  readonly onOpen: (row: Row) => void;
  readonly scroll: RefObject<HTMLElement | null>;
  readonly editing: Cells;
};

/**
 * `j` and `k` or the arrows move, Enter opens, `x` selects. To the right and left are the cells that can be edited: F2 or
 * Enter edits, Esc goes back to the row. The focus goes with what is active, so that it is read out.
 */
export function useListKeys({ on, rows, active, setActive, selection, onOpen, scroll, editing }: ListKeys): void {
  const t = useText(shellTexts);
  const move = (by: number) => setActive((at) => Math.max(0, Math.min(rows.length - 1, at + by)));
  const row = rows[active];
  const { at, open, editable, edit, stand, beside } = editing;
  useEffect(() => {
    if (active < 0 || open) return;
    // The row is drawn only once the table has scrolled to it.
    const frame = requestAnimationFrame(() => {
      const drawn = scroll.current?.querySelector<HTMLElement>(`tr[data-index="${active}"]`);
      const cell = at === null ? null : drawn?.querySelector<HTMLElement>(`td[data-column="${at}"]`);
      drawn?.focus({ preventScroll: true });
      cell?.focus();
    });
    return () => cancelAnimationFrame(frame);
  }, [active, at, open, scroll]);
  const first = at ?? editable[0];
  const cellKeys: Key[] =
    editable.length === 0 || row === undefined
      ? []
      : [
          { keys: 'F2', label: t('web.list.keys.edit'), run: () => first && edit(first) },
          { keys: 'ArrowRight', label: t('web.list.keys.cells'), run: () => stand(beside(1) ?? at) },
          { keys: 'ArrowLeft', run: () => stand(beside(-1)) },
          ...(at === null
            ? []
            : [
                { keys: 'Enter', run: () => edit(at) },
                { keys: 'Escape', run: () => stand(null) },
              ]),
        ];
  useKeys(
    !on
      ? []
      : [
          ...cellKeys,
          { keys: 'j', label: t('web.list.keys.next'), run: () => move(1) },
          { keys: 'k', label: t('web.list.keys.previous'), run: () => move(-1) },
          { keys: 'ArrowDown', run: () => move(1) },
          { keys: 'ArrowUp', run: () => move(-1) },
          { keys: 'Enter', label: t('web.list.keys.open'), run: () => row && onOpen(row) },
          ...(selection
            ? [
                { keys: 'x', label: t('web.list.keys.select'), run: () => row && selection.toggle(row.id) },
                { keys: 'Escape', label: t('web.list.keys.clear'), run: selection.clear },
              ]
            : []),
        ],
  );
}
