import type { Static, TObject } from 'typebox';
import type { Period } from '#kernel/period.ts';
import type { Limits, Scope } from '#kernel/permit.ts';
import type { Work } from '#platform/work.ts';

export type GrantSpecification = { readonly permit: string; readonly scope: Scope; readonly limits: Limits };

/** A right kind: an authority that a clause can give, with its limit. */
export type RightKind = {
  readonly key: string;
  readonly settings: TObject;
  readonly defaults: Readonly<Record<string, unknown>>;
  readonly grants: (settings: never) => readonly GrantSpecification[];
  /** How much of the limits is used up in a period, by dimension; absent where a limit applies to each act alone. */
  readonly used?: (w: Work, employeeId: string, period: Period) => Promise<Readonly<Record<string, number>>>;
};

/** Declares a right kind. Texts: `right.<key>` (name), `right.<key>.limit` (the limit in words). */
export function right<S extends TObject>(kind: {
  key: string;
  settings: S;
  defaults: Static<S>;
  grants: (settings: Static<S>) => readonly GrantSpecification[];
  used?: (w: Work, employeeId: string, period: Period) => Promise<Readonly<Record<string, number>>>;
}): RightKind {
  return kind as unknown as RightKind;
}
