import type { WorkLine } from './duty.ts';

export type Urgency = WorkLine['urgency'];
/** How many lines there are of each urgency; absent: none. */
export type Counts = Readonly<Partial<Record<Urgency, number>>>;

/** What a duty asks now: the most urgent lines, and how many others there are, with the address of the list of all. */
export type Agenda = {
  readonly lines: readonly WorkLine[];
  readonly more: readonly { readonly urgency: Urgency; readonly count: number; readonly href: string }[];
};

/** Beyond the lines that are shown so many are counted; whoever counts the work of a whole company stops there. */
export const countedBeyond = 1000;

const urgencies = ['late', 'today', 'soon'] as const;

/** An agenda of which `lines` are the most urgent part: whatever `counts` has beyond them is to be found at `href`. */
export function agendaOf(lines: readonly WorkLine[], counts: Counts, href: string): Agenda {
  const beyond = urgencies.map((urgency) => ({
    urgency,
    count: Math.min((counts[urgency] ?? 0) - lines.filter((line) => line.urgency === urgency).length, countedBeyond),
    href,
  }));
  return { lines, more: beyond.filter(({ count }) => count > 0) };
}

/** The agenda of lines that are all known: the `most` urgent of them, in the order given within each urgency. */
export function mostUrgent(lines: readonly WorkLine[], most: number, href: string): Agenda {
  const sorted = urgencies.flatMap((urgency) => lines.filter((line) => line.urgency === urgency));
  const counts = Object.fromEntries(
    urgencies.map((urgency) => [urgency, lines.filter((line) => line.urgency === urgency).length]),
  );
  return agendaOf(sorted.slice(0, most), counts, href);
}

/** The agenda of the few lines that are all there is. */
export function allOf(lines: readonly WorkLine[]): Agenda {
  return { lines, more: [] };
}
