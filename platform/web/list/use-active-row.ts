import { type Dispatch, type RefObject, type SetStateAction, useCallback, useEffect, useRef, useState } from 'react';
import type { List } from '#platform/lists/define.ts';

type Query = Readonly<Record<string, string>>;
/** Where one was in each list, so that coming back from a record leads to its row. */
const places = new Map<string, number>();

/** The row that the keyboard stands on, -1 for none; found again when the same list is shown again. */
export function useActiveRow(list: List, query: Query): [number, Dispatch<SetStateAction<number>>] {
  const key = `${list.key} ${JSON.stringify(query)}`;
  const [active, setActive] = useState(() => places.get(key) ?? -1);
  const set = useCallback<Dispatch<SetStateAction<number>>>(
    (next) =>
      setActive((before) => {
        const at = typeof next === 'function' ? next(before) : next;
        places.set(key, at);
        return at;
      }),
    [key],
  );
  return [active, set];
}

/** Another question begins at its top, with no row chosen. */
export function useTopOfAnother(
  query: Query,
  scroll: RefObject<HTMLElement | null>,
  setActive: (at: number) => void,
): void {
  const asked = useRef(query);
  useEffect(() => {
    if (asked.current === query) return;
    asked.current = query;
    setActive(-1);
    scroll.current?.scrollTo({ top: 0 });
  }, [query, scroll, setActive]);
}
