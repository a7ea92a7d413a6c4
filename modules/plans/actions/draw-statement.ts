import type { Period } from '#kernel/period.ts';
import type { Work } from '#platform/work.ts';
import { type PayClause, payClauses } from '../data/pay.ts';
import { toppingUp } from '../pay-rules.ts';
import type { Line } from '../rules/pay-lines.ts';
import { type Clause, drawLines, type StatementLine } from '../rules/statement.ts';
import { type Supposition, suppose } from '../rules/suppose.ts';

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
  readonly versionId: string;
  readonly version: number;
  readonly versionFrom: string | null;
  readonly clauseId: string;
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

/** Computes the pay of an employee for a month from the facts as they stand, with what it would be if. */
export async function drawStatement(w: Work, employeeId: string, period: Period): Promise<Drawn> {
  const clauses = await payClauses(w, employeeId, period);
  const given = (await Promise.all(clauses.map((clause) => clauseWithFacts(w, employeeId, clause)))).flat();
  const totalIf = (supposition: Supposition) =>
    drawLines(
      given.map((each) => ({ ...each, facts: suppose(each.rule.key, each.facts, supposition) })),
      toppingUp,
    ).total;
  return {
    ...drawLines(given, toppingUp),
    formula: given.map(({ rule, settings, facts, clause }) => ({
      rule: rule.key,
      settings,
      facts,
      versionId: clause.versionId,
      version: clause.version,
      versionFrom: clause.versionFrom,
      clauseId: clause.id,
    })),
    suppositions: suppositions.map((supposition) => ({ supposition, total: totalIf(supposition) })),
  };
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
