/** One purchase of a product by the client: the day, as a number of days since 1970, and how much. */
export type Purchase = { readonly productId: string; readonly day: number; readonly quantity: number };

export type ProposalReason =
  | { readonly kind: 'due'; readonly everyDays: number; readonly lastDaysAgo: number }
  | { readonly kind: 'usual'; readonly times: number; readonly lastDaysAgo: number }
  | { readonly kind: 'stopped'; readonly everyDays: number; readonly lastDaysAgo: number };

export type ProposedLine = {
  readonly productId: string;
  /** What the client usually takes at a time. */
  readonly quantity: number;
  readonly times: number;
  readonly reason: ProposalReason;
};

/** A rhythm is trusted from this many purchases on. */
const rhythmFrom = 3;
/** The share of its usual interval after which a product is due, and the multiple after which it counts as stopped. */
const dueAt = 0.8;
const stoppedAt = 3;

/**
 * What the client is likely to want, from its history: first what is due by its own rhythm, then what it stopped buying
 * (worth a question), then the rest of the usual; each with its reason. At most `limit` lines.
 */
export function proposeOrder(history: readonly Purchase[], today: number, limit: number): ProposedLine[] {
  const byProduct = Map.groupBy(history, (purchase) => purchase.productId);
  const lines = [...byProduct].map(([productId, purchases]) => proposed(productId, purchases, today));
  return lines
    .toSorted((a, b) => rank(a) - rank(b) || b.times - a.times || (a.productId < b.productId ? -1 : 1))
    .slice(0, limit);
}

/** How unusual a quantity is: how many times the usual one, or null when there is too little history to say. */
export function timesUsual(quantity: number, usual: ProposedLine | undefined): number | null {
  if (!usual || usual.times < rhythmFrom || usual.quantity <= 0) return null;
  return quantity / usual.quantity;
}

/** The middle interval between purchase days; null with fewer than three. */
export function rhythm(days: readonly number[]): number | null {
  const distinct = [...new Set(days)].toSorted((a, b) => a - b);
  if (distinct.length < rhythmFrom) return null;
  return median(distinct.slice(1).map((day, index) => day - (distinct[index] ?? day)));
}

function proposed(productId: string, purchases: readonly Purchase[], today: number): ProposedLine {
  const sorted = purchases.toSorted((a, b) => b.day - a.day);
  const lastDaysAgo = today - (sorted[0]?.day ?? today);
  const every = rhythm(purchases.map((purchase) => purchase.day));
  const times = new Set(purchases.map((purchase) => purchase.day)).size;
  // A middle of an even number of quantities could be half a piece; an actual quantity is taken instead.
  const quantity = lowerMedian(sorted.slice(0, 5).map((purchase) => purchase.quantity));
  return { productId, quantity, times, reason: reasonFor(every, times, lastDaysAgo) };
}

function reasonFor(every: number | null, times: number, lastDaysAgo: number): ProposalReason {
  if (every === null || lastDaysAgo < every * dueAt) return { kind: 'usual', times, lastDaysAgo };
  return { kind: lastDaysAgo > every * stoppedAt ? 'stopped' : 'due', everyDays: Math.round(every), lastDaysAgo };
}

function rank(line: ProposedLine): number {
  return { due: 0, stopped: 1, usual: 2 }[line.reason.kind];
}

function median(values: readonly number[]): number {
  const sorted = values.toSorted((a, b) => a - b);
  const middle = Math.floor(sorted.length / 2);
  const upper = sorted[middle] ?? 0;
  return sorted.length % 2 === 1 ? upper : ((sorted[middle - 1] ?? upper) + upper) / 2;
}

function lowerMedian(values: readonly number[]): number {
  return values.toSorted((a, b) => a - b)[Math.floor((values.length - 1) / 2)] ?? 0;
}
