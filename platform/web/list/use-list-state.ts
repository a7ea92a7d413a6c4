import { useCallback, useMemo, useState } from 'react';
import type { List } from '#platform/lists/define.ts';
import { useSearch } from '../address.ts';
import { filterNames, type ListState, stateIn } from './list-state.ts';

export type Changes = Readonly<Record<string, string | undefined>>;
export type ListControl = {
  readonly state: ListState;
  /** Sets parameters of the address; undefined takes one away. */
  readonly change: (changes: Changes) => void;
  /** Sets the columns, and remembers them for this list on this device. */
  readonly showColumns: (columns: readonly string[]) => void;
  /** Takes everything away, then sets these: for a saved view. */
  readonly replaceBy: (parameters: Changes) => void;
};

/** The state of a list: in the address for a page of its own, else in the component. */
export function useListState(list: List, inAddress: boolean): ListControl {
  const [address, changeAddress] = useSearch();
  const [local, setLocal] = useState<Readonly<Record<string, string>>>({});
  const [remembered, setRemembered] = useState(() => rememberedColumns(list.key));
  const search = inAddress ? address : local;
  const state = useMemo(() => stateIn(search, list, remembered), [search, list, remembered]);
  const change = useCallback(
    (changes: Changes) => {
      if (inAddress) changeAddress(changes);
      else setLocal((before) => given({ ...before, ...changes }));
    },
    [inAddress, changeAddress],
  );
  const showColumns = useCallback(
    (columns: readonly string[]) => {
      rememberColumns(list.key, columns);
      setRemembered(columns);
      change({ columns: undefined });
    },
    [change, list.key],
  );
  const replaceBy = useCallback(
    (parameters: Changes) => {
      const all = ['q', 'sort', 'columns', 'view', ...filterNames(list)];
      change({ ...Object.fromEntries(all.map((name) => [name, undefined])), ...parameters });
    },
    [change, list],
  );
  return { state, change, showColumns, replaceBy };
}

function given(changes: Changes): Record<string, string> {
  return Object.fromEntries(
    Object.entries(changes).filter((entry): entry is [string, string] => entry[1] !== undefined && entry[1] !== ''),
  );
}

function rememberedColumns(key: string): readonly string[] | null {
  try {
    const text = localStorage.getItem(`mandate.columns.${key}`);
    return text ? (JSON.parse(text) as string[]) : null;
  } catch {
    return null;
  }
}

function rememberColumns(key: string, columns: readonly string[]): void {
  try {
    localStorage.setItem(`mandate.columns.${key}`, JSON.stringify(columns));
  } catch {
    // Then the choice lasts for this visit.
  }
}
