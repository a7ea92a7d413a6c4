import type { CadenceClass } from './contact-cadence.ts';

export type ContactKind = 'call' | 'visit' | 'meeting' | 'letter';

/** Why a client is proposed. `weight` 0–1000: how much it presses. `key` is the text `proposal.<key>`, filled by `params`. */
export type ProposalReason = {
  readonly key: string;
  readonly weight: number;
  readonly params: Readonly<Record<string, unknown>>;
};
/** One reason for one client; a client with several comes several times. `wishedOn`: the day promised to the client. */
export type Candidate = {
  readonly clientId: string;
  readonly client: string;
  readonly class: CadenceClass | null;
  readonly city: string;
  readonly kind: 'call' | 'visit';
  readonly wishedOn: string | null;
  readonly reason: ProposalReason;
};
/** A proposed contact; `day` is null when the week has no room left for it. */
export type Proposal = {
  readonly clientId: string;
  readonly client: string;
  readonly class: CadenceClass | null;
  readonly city: string;
  readonly kind: 'call' | 'visit';
  readonly day: string | null;
  readonly score: number;
  readonly reasons: readonly ProposalReason[];
};
/** A working day on which the employee is there, with the room left beside what is planned already. */
export type OpenDay = { readonly date: string; readonly calls: number; readonly visits: number };

/** Promised to the client: what presses most, the longer ago the more. */
export function nextStepWeight(daysLate: number): number {
  return 800 + Math.min(200, Math.max(0, daysLate) * 20);
}

/** By class, and by how much of a cadence has passed beyond it. */
export function cadenceWeight(of: CadenceClass, overdueDays: number, cadenceDays: number): number {
  const base = { key: 450, A: 350, B: 250, C: 150 }[of];
  return base + Math.min(300, Math.round((300 * Math.max(0, overdueDays)) / Math.max(1, cadenceDays)));
}

/** By the days that a contract still holds after the week: from half a year away to already past. */
export function contractWeight(daysLeft: number): number {
  return 400 + Math.round((350 * (180 - Math.min(180, Math.max(0, daysLeft)))) / 180);
}

/** Key and A clients are visited, the others called, unless a reason asks for more. */
export function usualKind(of: CadenceClass | null): 'call' | 'visit' {
  return of === 'key' || of === 'A' ? 'visit' : 'call';
}

/**
 * Proposes contacts for a week, the most pressing first: reasons of one client are joined, and days are given within the
 * room of each. A promised day is kept where it can be; visits to one town come together; otherwise the days fill evenly.
 */
export function proposeWeek(candidates: readonly Candidate[], days: readonly OpenDay[], most = 200): Proposal[] {
  const load = new Map(days.map((day) => [day.date, { call: 0, visit: 0 }]));
  const towns = new Map<string, string>();
  return joined(candidates)
    .slice(0, most)
    .map(({ wishedOn, ...proposal }) => {
      const day = dayFor(proposal, wishedOn, days, load, towns);
      if (day) {
        const onDay = load.get(day);
        if (onDay) onDay[proposal.kind] += 1;
        if (proposal.kind === 'visit' && proposal.city && !towns.has(proposal.city)) towns.set(proposal.city, day);
      }
      return { ...proposal, day };
    });
}

type Joined = Omit<Proposal, 'day'> & { readonly wishedOn: string | null };

function joined(candidates: readonly Candidate[]): Joined[] {
  const byClient = new Map<string, Candidate[]>();
  for (const each of candidates) byClient.set(each.clientId, [...(byClient.get(each.clientId) ?? []), each]);
  return [...byClient.values()]
    .map((of): Joined => {
      const reasons = of.map((each) => each.reason).toSorted((a, b) => b.weight - a.weight || compare(a.key, b.key));
      const [first] = of as [Candidate];
      return {
        clientId: first.clientId,
        client: first.client,
        class: first.class,
        city: first.city,
        kind: of.some((each) => each.kind === 'visit') ? 'visit' : 'call',
        wishedOn: of.flatMap((each) => each.wishedOn ?? []).toSorted()[0] ?? null,
        score: reasons.reduce((sum, reason) => sum + reason.weight, 0),
        reasons,
      };
    })
    .toSorted((a, b) => b.score - a.score || compare(a.clientId, b.clientId));
}

function dayFor(
  { kind, city }: { kind: 'call' | 'visit'; city: string },
  wishedOn: string | null,
  days: readonly OpenDay[],
  load: ReadonlyMap<string, { call: number; visit: number }>,
  towns: ReadonlyMap<string, string>,
): string | null {
  const used = (day: OpenDay) => load.get(day.date)?.[kind] ?? 0;
  const room = (day: OpenDay) => (kind === 'visit' ? day.visits : day.calls) - used(day);
  const open = days.filter((day) => room(day) > 0);
  const wished = wishedOn ? open.find((day) => day.date >= wishedOn) : undefined;
  const town = kind === 'visit' && city ? open.find((day) => day.date === towns.get(city)) : undefined;
  const emptiest = open.toSorted((a, b) => used(a) - used(b) || room(b) - room(a) || compare(a.date, b.date))[0];
  return (wished ?? town ?? emptiest)?.date ?? null;
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
