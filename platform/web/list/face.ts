import type { ReactNode } from 'react';
import type { List } from '#platform/lists/define.ts';
import type { Tones } from './cell.tsx';
import type { Row } from './row.ts';

/** What a face is given: the question that is asked, and what the list is shown with. */
export type FaceSetting = {
  readonly list: List;
  /** Filters, search and order, as the server is asked. */
  readonly query: Readonly<Record<string, string>>;
  readonly columns: readonly string[];
  readonly tones: Tones | undefined;
  readonly onOpen: (row: Row) => void;
};

/** Another picture of the same list: a board, a calendar. Text: `web.list.face.<key>`. */
export type Face = { readonly key: 'board' | 'calendar'; readonly render: (setting: FaceSetting) => ReactNode };

/** The question without what is asked of one column: the face asks that itself. */
export function withoutColumn(query: FaceSetting['query'], name: string): Record<string, string> {
  return Object.fromEntries(Object.entries(query).filter(([key]) => key !== name && !key.startsWith(`${name}.`)));
}

/** The values of an enum that a question leaves in. */
export function valuesAsked(list: List, query: FaceSetting['query'], name: string): readonly string[] {
  const all = list.columns[name]?.values ?? [];
  const any = query[name]?.split(',');
  const none = query[`${name}.not`]?.split(',') ?? [];
  return all.filter((value) => (any?.includes(value) ?? true) && !none.includes(value));
}

/** The days of the weeks that a month (`2026-11`) touches, Monday first. */
export function weeksOf(month: string): Temporal.PlainDate[][] {
  const first = Temporal.PlainYearMonth.from(month).toPlainDate({ day: 1 });
  const monday = first.subtract({ days: first.dayOfWeek - 1 });
  const end = first.add({ months: 1 });
  const weeks: Temporal.PlainDate[][] = [];
  for (let day = monday; Temporal.PlainDate.compare(day, end) < 0; day = day.add({ days: 7 })) {
    weeks.push([0, 1, 2, 3, 4, 5, 6].map((days) => day.add({ days })));
  }
  return weeks;
}
