import { type Column, filtersOf, type List } from '#platform/lists/define.ts';

/** What of a list the address says: search, order, columns, filters by their full name (`owed.gte`). */
export type ListState = {
  readonly q: string;
  readonly sort: string;
  readonly columns: readonly string[];
  readonly filters: Readonly<Record<string, string>>;
  /** The saved view that was opened. */
  readonly view: string;
};

/** Reads the state from an address; what the list does not know is left alone. */
export function stateIn(
  search: Readonly<Record<string, string>>,
  list: List,
  remembered: readonly string[] | null,
): ListState {
  const known = Object.keys(list.columns);
  const wanted = (search.columns?.split(',') ?? remembered ?? []).filter((name) => known.includes(name));
  return {
    q: search.q ?? '',
    sort: sortable(list, search.sort) ? (search.sort as string) : list.defaultSort,
    columns: wanted.length > 0 ? wanted : known.filter((name) => !list.columns[name]?.hidden),
    filters: Object.fromEntries(filterNames(list).flatMap((name) => (search[name] ? [[name, search[name]]] : []))),
    view: search.view ?? '',
  };
}

/** What the server is asked for, but the page of it. */
export function queryOf(
  state: ListState,
  list: List,
  fixed: Readonly<Record<string, string>> = {},
): Record<string, string> {
  return {
    ...(list.searchable && state.q.trim() !== '' && { q: state.q.trim() }),
    ...(state.sort !== list.defaultSort && { sort: state.sort }),
    ...state.filters,
    ...fixed,
  };
}

/** Every filter parameter that the list understands. */
export function filterNames(list: List): string[] {
  return Object.entries(list.columns).flatMap(([name, column]) => filtersOf(name, column));
}

/** The filters of a state by column, each by its operator: `{ owed: { '.gte': '100' } }`, in the order of the columns. */
export function filtersByColumn(state: ListState, list: List): [name: string, operators: Record<string, string>][] {
  return Object.entries(list.columns).flatMap(([name, column]): [string, Record<string, string>][] => {
    const given = operatorsIn(state.filters, name, column);
    return Object.keys(given).length > 0 ? [[name, given]] : [];
  });
}

/** The other way round: the parameters that set a column's filters, with undefined for those that go. */
export function parametersOf(
  name: string,
  column: Column,
  operators: Readonly<Record<string, string>>,
): Record<string, string | undefined> {
  return Object.fromEntries(
    filtersOf(name, column).map((key) => [key, operators[key.slice(name.length)] || undefined]),
  );
}

/** The order after a click on a column: ascending, descending, then ascending again. */
export function nextSort(sort: string, name: string): string {
  return sort === name ? `-${name}` : name;
}

function operatorsIn(filters: Readonly<Record<string, string>>, name: string, column: Column): Record<string, string> {
  return Object.fromEntries(
    filtersOf(name, column).flatMap((key) => (filters[key] ? [[key.slice(name.length), filters[key]]] : [])),
  );
}

function sortable(list: List, sort: string | undefined): boolean {
  return sort !== undefined && list.columns[sort.replace(/^-/, '')]?.sortable === true;
}
