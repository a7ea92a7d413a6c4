import { month as monthPeriod, type Period } from '#kernel/period.ts';
import type { Work } from '#platform/work.ts';
import { floorFor } from '../data/minimum.ts';
import { openMonths, type PayClause, payClauses, settledSince } from '../data/pay.ts';
import { toppingUp } from '../pay-rules.ts';
import { carriedInto, carriedLines } from '../rules/carry.ts';
import type { Line } from '../rules/pay-lines.ts';
import { type Clause, drawLines, type Floor, floorRule, type StatementLine } from '../rules/statement.ts';
import type { Supposition } from '../rules/suppose.ts';

/** Which clause a line follows. */
export type ClauseNamed = {
  readonly id: string;
  readonly number: string;
  readonly text: string;
  readonly title: string;
  readonly version: number;
  readonly versionId: string;
};
export type DrawnLine = StatementLine<ClauseNamed>;
/** A rule with all that it was given, and where it stood. */
export type Basis = {
  readonly rule: string;
  readonly settings: unknown;
  readonly facts: unknown;
  /** Where the clause stood; null for the company's minimum, which no clause promises. */
  readonly versionId: string | null;
  readonly version: number | null;
  readonly versionFrom: string | null;
  readonly clauseId: string | null;
  /** The settled month for which something is carried; absent for the month itself. */
  readonly month?: string;
};
export type Drawn = {
  readonly lines: DrawnLine[];
  readonly total: number;
  /** Everything that the lines follow from: kept with a settled statement. */
  readonly formula: readonly Basis[];
  readonly suppositions: readonly { readonly supposition: Supposition; readonly total: number }[];
};

/** What if: at the present rate, and with every plan fulfilled by 80, 100 and 120 percent. */
const suppositions: readonly Supposition[] = [
  { kind: 'forecast' },
  ...[8000, 10_000, 12_000].map((rate) => ({ kind: 'fulfilled', rate }) as const),
];

/** How many months back something may still become known of a settled month; what comes later is for a person to judge. */
const monthsCarried = 12;

/** The first month, as its first day, of which something may still be carried into the month that begins on this day. */
export function carriedSince(from: string): string {
  return Temporal.PlainDate.from(from).subtract({ months: monthsCarried }).toString();
}

/**
 * Computes the pay of an employee for a month from the facts as they stand, with what it would be if, and with what has
 * become known of months that were settled before.
 */
export async function drawStatement(w: Work, employeeId: string, period: Period): Promise<Drawn> {
  const [given, floor, carried] = await Promise.all([
    givenFor(w, employeeId, period),
    floorFor(w, employeeId, period),
    carriedFor(w, employeeId, period),
  ]);
  const late = carried.lines.reduce((so, line) => so + line.amount, 0);
  const { lines, total } = drawLines(given, toppingUp, floor);
  const totalIf = (supposition: Supposition) =>
    drawLines(
      given.map((each) => ({ ...each, facts: supposedFacts(w, each, supposition) })),
      toppingUp,
      floor,
    ).total + late;
  return {
    lines: [...lines, ...carried.lines],
    total: total + late,
    formula: [...given.map(basisOf), ...floorBasis(floor), ...carried.formula],
    suppositions: suppositions.map((supposition) => ({ supposition, total: totalIf(supposition) })),
  };
}

function supposedFacts(w: Work, { rule, facts }: Clause<unknown>, supposition: Supposition): unknown {
  return w.registry.payRules.get(rule.key)?.suppose?.(facts as never, supposition) ?? facts;
}

/** What has become known of settled months and is not paid yet, with all that it follows from. */
async function carriedFor(w: Work, employeeId: string, { from }: Period): Promise<Pick<Drawn, 'lines' | 'formula'>> {
  const settled = await settledSince<DrawnLine>(w, employeeId, carriedSince(from));
  const months = settled.map(({ month }) => month).filter((month) => month < from.slice(0, 7));
  const [first] = months.toSorted();
  if (first === undefined) return { lines: [], formula: [] };
  const open = await openMonths(w, employeeId, `${first}-01`, from);
  const carried = await Promise.all(
    carriedInto(from.slice(0, 7), months, open).map(async (month) => {
      const whole = monthPeriod(month);
      const [given, floor] = await Promise.all([givenFor(w, employeeId, whole), floorFor(w, employeeId, whole)]);
      const lines = carriedLines(month, drawLines(given, toppingUp, floor).lines, settled);
      const basis = [...given.map(basisOf), ...floorBasis(floor)].map((each) => ({ ...each, month }));
      return { lines, formula: lines.length > 0 ? basis : [] };
    }),
  );
  return { lines: carried.flatMap(({ lines }) => lines), formula: carried.flatMap(({ formula }) => formula) };
}

async function givenFor(w: Work, employeeId: string, period: Period): Promise<Clause<WithVersion>[]> {
  const clauses = await payClauses(w, employeeId, period);
  return (await Promise.all(clauses.map((clause) => clauseWithFacts(w, employeeId, clause)))).flat();
}

function basisOf({ rule, settings, facts, clause }: Clause<WithVersion>): Basis {
  return {
    rule: rule.key,
    settings,
    facts,
    versionId: clause.versionId,
    version: clause.version,
    versionFrom: clause.versionFrom,
    clauseId: clause.id,
  };
}

function floorBasis(floor: Floor | null): Basis[] {
  if (!floor) return [];
  const nowhere = { versionId: null, version: null, versionFrom: null, clauseId: null };
  return [{ rule: floorRule, settings: { amount: floor.amount }, facts: { held: floor.held }, ...nowhere }];
}

type WithVersion = ClauseNamed & { readonly versionFrom: string | null };

async function clauseWithFacts(w: Work, employeeId: string, bound: PayClause): Promise<Clause<WithVersion>[]> {
  const rule = w.registry.payRules.get(bound.key);
  // A rule whose module is no longer installed pays nothing; the description names it all the same.
  if (!rule) return [];
  const settings = { ...rule.defaults, ...bound.settings };
  const facts = await rule.gather(w, employeeId, settings as never, { from: bound.from, to: bound.to });
  const clause = {
    id: bound.clause_id,
    number: bound.clause_number,
    text: bound.clause_text,
    title: bound.title,
    version: bound.version,
    versionId: bound.version_id,
    versionFrom: bound.version_from,
  };
  const compute = rule.compute as unknown as (facts: never, settings: never) => readonly Line[];
  return [{ group: bound.assignment_id, rule: { key: rule.key, compute }, settings, facts, clause }];
}
