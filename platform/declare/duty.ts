import type { Static, TObject } from 'typebox';
import type { Period } from '#kernel/period.ts';
import type { Work } from '#platform/work.ts';
import type { Agenda } from './agenda.ts';

/** For whom a duty is asked: the holder of the clause, by its settings. */
export type DutyContext<Settings> = {
  readonly employeeId: string;
  readonly settings: Settings;
  readonly clauseId: string;
  readonly clauseNumber: string;
};

/** One line of Today: what to do, for whom, why, since when, how much is at stake, and where it is done. */
export type WorkLine = {
  /** Stable, so that the same work is the same line tomorrow: `<kind>:<record id>`. */
  readonly id: string;
  /** Text key `work.<kind>`; `params` fill it. */
  readonly kind: string;
  readonly params: Readonly<Record<string, unknown>>;
  readonly subject: { readonly kind: string; readonly id: string; readonly label: string };
  readonly since: string | null;
  readonly due: string | null;
  /** For the order of the list: money at stake in minor units, or 0. */
  readonly stake: number;
  readonly urgency: 'late' | 'today' | 'soon';
  readonly href: string;
};

export type Verdict = 'done' | 'late' | 'missed';
export type EvidenceRecord = {
  readonly kind: string;
  readonly id: string;
  readonly label: string;
  readonly at: string;
  readonly href: string;
  readonly verdict: Verdict;
};

/** What a period required of a duty and what was done; `evidence` are the records that prove it (at most 500). */
export type Measurement = {
  readonly required: number;
  readonly done: number;
  readonly late: number;
  readonly missed: number;
  readonly unit: 'count' | 'money' | 'basis-points';
  readonly evidence: readonly EvidenceRecord[];
};

/** A duty kind: a promise that a clause can bind, with its norm, the work it makes and the evidence it collects. */
export type DutyKind = {
  readonly key: string;
  readonly settings: TObject;
  readonly defaults: Readonly<Record<string, unknown>>;
  /** Permits that whoever owes the duty must have. */
  readonly grants: readonly { readonly permit: string; readonly scope: 'own' | 'all' }[];
  /** Kinds of activity that it asks for: when one is assigned, a clause with this duty is offered first. */
  readonly covers?: readonly string[];
  /** What it puts on the day list, at most `most` lines of each kind of work; absent where the duty makes none. */
  readonly agenda?: (w: Work, context: DutyContext<never>, most: number) => Promise<Agenda>;
  readonly measure: (w: Work, context: DutyContext<never>, period: Period) => Promise<Measurement>;
};

/** Declares a duty kind; settings are typed by their schema. Texts: `duty.<key>` (name), `duty.<key>.norm` (the norm in words). */
export function duty<S extends TObject>(kind: {
  key: string;
  settings: S;
  defaults: Static<S>;
  grants: readonly { permit: string; scope: 'own' | 'all' }[];
  covers?: readonly string[];
  agenda?: (w: Work, context: DutyContext<Static<S>>, most: number) => Promise<Agenda>;
  measure: (w: Work, context: DutyContext<Static<S>>, period: Period) => Promise<Measurement>;
}): DutyKind {
  return kind as unknown as DutyKind;
}
