import type { Period } from '#kernel/period.ts';
import { day, days } from '#kernel/period.ts';
import type { Measurement } from '#platform/declare/duty.ts';
import type { Work } from '#platform/work.ts';
import type { BindingRow } from '../data/clauses.ts';
import { type ClauseInForce, clausesInForce } from '../data/in-force.ts';
import { refuse } from '../refusals.ts';
import { type AppraisalLine, chooseEvidence, lineShare, type OutsideLine } from '../rules/appraisal.ts';
import { assignedWork } from '../slots.ts';
import { nameOfKind, sayBinding } from './say.ts';

/** The longest period over which facts are counted at one time: a year. */
const longest = 366;

/** A period that somebody chose. @throws Refused when it has no day, or is longer than a year. */
export function chosenPeriod(from: string, to: string): Period {
  if (day(from).toString() >= day(to).toString()) refuse('mandates.period-empty', {}, '/to');
  if (days({ from, to }) > longest) refuse('mandates.period-too-long', {}, '/to');
  return { from, to };
}

type Facts = {
  readonly duties: AppraisalLine[];
  /** Rights that promise a service within a time. */
  readonly rights: AppraisalLine[];
  readonly outside: OutsideLine;
};

/**
 * Clause by clause what a period required of an employee and what was done, from the records: each over the days on which
 * its clause bound; and what was assigned outside of all clauses.
 */
export async function factsIn(w: Work, employeeId: string, period: Period): Promise<Facts> {
  const clauses = await clausesInForce(w, employeeId, period.from, period.to);
  const [duties, rights, outside] = await Promise.all([
    linesOf(w, clauses, (clause, bound) => measureDuty(w, employeeId, clause, bound)),
    linesOf(w, clauses, (clause, bound) => measureService(w, employeeId, clause, bound)),
    w.registry.answer(assignedWork).outside(w, employeeId, period),
  ]);
  return { duties, rights, outside: countedLine(outside) };
}

/** How the service that a right promises was kept for its holder; null where the right promises none. */
export function measureService(
  w: Work,
  employeeId: string,
  { id, from, to }: Pick<ClauseInForce, 'id' | 'from' | 'to'>,
  bound: BindingRow,
): Promise<Measurement> | null {
  const service = bound.kind === 'right' ? w.registry.rights.get(bound.key)?.service : undefined;
  if (!service) return null;
  const holder = { employeeId, name: '', clauseId: id, settings: bound.settings as never };
  return service.measure(w, holder, { from, to });
}

function measureDuty(
  w: Work,
  employeeId: string,
  clause: ClauseInForce,
  bound: BindingRow,
): Promise<Measurement> | null {
  const kind = bound.kind === 'duty' ? w.registry.duties.get(bound.key) : undefined;
  if (!kind) return null;
  const context = {
    employeeId,
    settings: bound.settings as never,
    clauseId: clause.id,
    clauseNumber: clause.number,
  };
  return kind.measure(w, context, { from: clause.from, to: clause.to });
}

type Measure = (clause: ClauseInForce, bound: BindingRow) => Promise<Measurement> | null;

async function linesOf(w: Work, clauses: readonly ClauseInForce[], measure: Measure): Promise<AppraisalLine[]> {
  const measured = clauses.flatMap((clause) =>
    clause.bindings.flatMap((bound) => {
      const measurement = measure(clause, bound);
      return measurement ? [{ clause, bound, measurement }] : [];
    }),
  );
  return Promise.all(
    measured.map(async ({ clause, bound, measurement }) => lineOf(w, clause, bound, await measurement)),
  );
}

function lineOf(w: Work, clause: ClauseInForce, bound: BindingRow, measured: Measurement): AppraisalLine {
  return {
    clauseId: clause.id,
    number: clause.number,
    text: clause.text,
    area: clause.area,
    key: bound.key,
    name: nameOfKind(w, bound.kind, bound.key),
    norm: sayBinding(w, bound),
    from: clause.from,
    to: clause.to,
    unit: measured.unit,
    share: lineShare(measured),
    ...countedLine(measured),
  };
}

/** What a line keeps of a measurement: the figures, and of the evidence what needs an explanation first. */
export function countedLine({ required, done, late, missed, evidence }: Measurement): OutsideLine {
  return { required, done, late, missed, evidence: chooseEvidence(evidence), evidenceTotal: evidence.length };
}
