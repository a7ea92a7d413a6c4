import { type Dispatch, type RefObject, type SetStateAction, useEffect } from 'react';
import { useKeys } from '../keys.ts';
import { shellTexts } from '../shell-texts.ts';
import { useText } from '../texts.ts';
import type { Row } from './row.ts';
import type { Selection } from './use-selection.ts';

type ListKeys = {
  readonly on: boolean;
  readonly rows: readonly Row[];
  readonly active: number;
  readonly setActive: Dispatch<SetStateAction<number>>;
  readonly selection: Selection | null;
  readonly onOpen: (row: Row) => void;
  readonly scroll: RefObject<HTMLElement | null>;
};

/** `j` and `k` or the arrows move, Enter opens, `x` selects. The focus goes with the active row, so that it is read out. */
export function useListKeys({ on, rows, active, setActive, selection, onOpen, scroll }: ListKeys): void {
  const t = useText(shellTexts);
  const move = (by: number) => setActive((at) => Math.max(0, Math.min(rows.length - 1, at + by)));
  const row = rows[active];
  useEffect(() => {
    if (active < 0) return;
    // The row is drawn only once the table has scrolled to it.
    const frame = requestAnimationFrame(() =>
      scroll.current?.querySelector<HTMLElement>(`tr[data-index="${active}"]`)?.focus({ preventScroll: true }),
    );
    return () => cancelAnimationFrame(frame);
  }, [active, scroll]);
  useKeys(
    !on
      ? []
      : [
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
