/** Units of a limit: money in minor units of the company's currency, basis points (1/100 percent), days, a plain count. */
export type LimitUnit = 'money' | 'basis-points' | 'days' | 'count';

/** What an act is called, and by which dimensions its authority can be limited. */
export type PermitDeclaration = {
  /** Dimension → unit; a limit is the greatest value still covered. */
  readonly limits?: Readonly<Record<string, LimitUnit>>;
  /** Everyone who holds an assignment has it (own mandate, own requests). */
  readonly everyone?: boolean;
  /** The founder has it, over all of the company, until job descriptions grant it. */
  readonly founding?: boolean;
  /** Beyond the limit it can be asked of a superior. */
  readonly askable?: boolean;
};
export type PermitCatalogue = Readonly<Record<string, PermitDeclaration>>;

/** Declares the permits of a module. Names are `<module>.<act>`. */
export function definePermits<const T extends PermitCatalogue>(permits: T): T {
  return permits;
}

/** How far a grant reaches: the clients of those one answers for, or all of the company. */
export type Scope = 'own' | 'all';
export type Limits = Readonly<Record<string, number>>;

/** One authority in force: which permit, how far, up to what, by which clause, received how. */
export type Grant = {
  readonly permit: string;
  readonly scope: Scope;
  /** Absent dimension: without limit. */
  readonly limits: Limits;
  readonly clauseId: string | null;
  readonly clauseNumber: string | null;
  /** The employee in whose place one acts, when the grant comes from a substitution. */
  readonly onBehalfOf: string | null;
};

/**
 * What is to be decided: whose record it is and the figures of the act. `keeperId` undefined: no client's record;
 * null: a record that nobody keeps, which only a grant over all of the company covers.
 */
export type DecisionFacts = {
  readonly keeperId?: string | null;
  readonly figures?: Readonly<Record<string, number>>;
};

/** Someone of the reporting line above the actor, nearest first. */
export type Superior = { readonly employeeId: string; readonly grants: readonly Grant[] };

export type Excess = { readonly dimension: string; readonly figure: number; readonly limit: number };

/** The answer of `decide`. */
export type Decision =
  | { readonly kind: 'allowed'; readonly by: Grant }
  | { readonly kind: 'ask'; readonly of: string; readonly excess: readonly Excess[] }
  | { readonly kind: 'refused'; readonly because: 'not-granted' | 'no-one-may'; readonly excess: readonly Excess[] };

/** What of `figures` lies above the limits of a grant. */
export function excessOver(grant: Grant, figures: Readonly<Record<string, number>> = {}): Excess[] {
  return Object.entries(figures).flatMap(([dimension, figure]) => {
    const limit = grant.limits[dimension];
    // Said this way round, so that a figure that is no number is never within a limit.
    return limit === undefined || figure <= limit ? [] : [{ dimension, figure, limit }];
  });
}

/** Is this a grant of the permit, within whose limits the figures lie? */
export function holdsFor(grant: Grant, permit: string, figures: DecisionFacts['figures']): boolean {
  return grant.permit === permit && excessOver(grant, figures).length === 0;
}

/**
 * How the actor reaches the records of a keeper: as one's own or a subordinate's (`own`), in the place of an absent
 * employee (`of`), or not at all (`none`: then only a grant over all of the company covers it).
 */
export type Reach =
  | { readonly kind: 'own' }
  | { readonly kind: 'none' }
  | { readonly kind: 'substituted'; readonly of: string };

/**
 * Decides whether an act may be done: allowed by which grant, to be asked of whom (the nearest superior whose own
 * grants cover it), or refused because. A grant received by substitution covers only what is reached in that place; and
 * what is reached only in that place is covered only by it, by a grant over all, or by what everyone has.
 */
export function decide(
  permit: string,
  facts: DecisionFacts,
  grants: readonly Grant[],
  superiors: readonly Superior[],
  reach: (keeperId: string) => Reach,
): Decision {
  const reached = facts.keeperId === undefined ? null : facts.keeperId === null ? nobodys : reach(facts.keeperId);
  const mine = grants.filter((grant) => grant.permit === permit && appliesTo(grant, reached));
  const covering = mine
    .toSorted((a, b) => Number(isFor(b, reached)) - Number(isFor(a, reached)))
    .find((grant) => excessOver(grant, facts.figures).length === 0);
  if (covering) return { kind: 'allowed', by: covering };

  const excess = leastExcess(mine, facts.figures);
  if (mine.length === 0) return { kind: 'refused', because: 'not-granted', excess };
  const superior = superiors.find((above) => above.grants.some((grant) => holdsFor(grant, permit, facts.figures)));
  return superior
    ? { kind: 'ask', of: superior.employeeId, excess }
    : { kind: 'refused', because: 'no-one-may', excess };
}

/** One of the superiors, and how far they may decide; null: without limit. */
export type Further = { readonly employeeId: string; readonly limit: number | null };

/**
 * Who may decide beyond a limit: of the superiors, nearest first, each who reaches further than everyone nearer. The first
 * of them is whom `decide` has asked when only this dimension exceeds the limit.
 */
export function decidersBeyond(
  permit: string,
  dimension: string,
  limit: number,
  superiors: readonly Superior[],
): Further[] {
  const found: Further[] = [];
  let reached = limit;
  for (const { employeeId, grants } of superiors) {
    const furthest = Math.max(
      ...grants
        .filter((grant) => grant.permit === permit)
        .map((grant) => grant.limits[dimension] ?? Number.POSITIVE_INFINITY),
    );
    if (furthest <= reached) continue;
    reached = furthest;
    found.push({ employeeId, limit: Number.isFinite(furthest) ? furthest : null });
  }
  return found;
}

const nobodys: Reach = { kind: 'none' };

function isFor(grant: Grant, reached: Reach | null): boolean {
  return reached?.kind === 'substituted' && grant.onBehalfOf === reached.of;
}

function appliesTo(grant: Grant, reached: Reach | null): boolean {
  if (reached === null || grant.scope === 'all') return true;
  if (reached.kind === 'none') return false;
  if (reached.kind === 'own') return grant.onBehalfOf === null;
  // An own right answers for the clients of whoever granted it knew of; the order alone says what passes for others'.
  // What everyone has comes without a clause, so no order can pass it.
  return grant.onBehalfOf === reached.of || (grant.onBehalfOf === null && grant.clauseId === null);
}

/** Of several grants the one that lacks least: fewest dimensions, then the widest limits. */
function leastExcess(grants: readonly Grant[], figures: DecisionFacts['figures']): Excess[] {
  const over = (excess: readonly Excess[]) =>
    excess.reduce((sum, each) => sum + each.figure / Math.max(each.limit, 1), 0);
  const all = grants.map((grant) => excessOver(grant, figures));
  return all.toSorted((a, b) => a.length - b.length || over(a) - over(b))[0] ?? [];
}
