import type { Static, TObject } from 'typebox';
import type { Period } from '#kernel/period.ts';
import type { Limits, Scope } from '#kernel/permit.ts';
import type { Work } from '#platform/work.ts';
import type { Measurement, WorkLine } from './duty.ts';

export type GrantSpecification = { readonly permit: string; readonly scope: Scope; readonly limits: Limits };

/** Who holds a right, by which clause, with what that clause sets. */
export type Holder<Settings> = {
  readonly employeeId: string;
  readonly name: string;
  readonly clauseId: string;
  readonly settings: Settings;
};

/**
 * What a holder waits for longer than the right promises, and the employees who owe it. `id` is that of the line by which
 * the work stands on their day already, so that it stands there once.
 */
export type Unmet = Pick<WorkLine, 'id' | 'subject' | 'since' | 'due' | 'stake' | 'href'> & {
  readonly claimant: string;
  readonly owedBy: readonly string[];
};

/** A service that a right promises its holder within a time: how it was kept, and where it is not kept now. */
export type Service<Settings> = {
  readonly measure: (w: Work, holder: Holder<Settings>, period: Period) => Promise<Measurement>;
  /** Within the reader's sight, the longest waiting first, at most 200. */
  readonly unmet: (w: Work, holders: readonly Holder<Settings>[]) => Promise<readonly Unmet[]>;
};

/** A right kind: an authority that a clause can give, with its limit, or a service that its holder may claim. */
export type RightKind = {
  readonly key: string;
  readonly settings: TObject;
  readonly defaults: Readonly<Record<string, unknown>>;
  readonly grants: (settings: never) => readonly GrantSpecification[];
  /** How much of the limits is used up in a period, by dimension; absent where a limit applies to each act alone. */
  readonly used?: (w: Work, employeeId: string, period: Period) => Promise<Readonly<Record<string, number>>>;
  readonly service?: Service<never>;
};

/**
 * Declares a right kind. Texts: `right.<key>` (name), `right.<key>.limit` (the limit in words); of a service also
 * `work.<key>.unmet` (a line of the day: `claimant`, and the settings).
 */
export function right<S extends TObject>(kind: {
  key: string;
  settings: S;
  defaults: Static<S>;
  grants: (settings: Static<S>) => readonly GrantSpecification[];
  used?: (w: Work, employeeId: string, period: Period) => Promise<Readonly<Record<string, number>>>;
  service?: Service<Static<S>>;
}): RightKind {
  return kind as unknown as RightKind;
}
