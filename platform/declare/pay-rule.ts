import type { Static, TObject } from 'typebox';
import type { Period } from '#kernel/period.ts';
import type { Work } from '#platform/work.ts';

/** One line of a pay statement; amounts in minor units, rate in basis points. Texts `pay.line.<title>` with `params`. */
export type PayLine = {
  readonly part: 'fixed' | 'percentage' | 'variable' | 'top-up';
  readonly title: string;
  readonly params: Readonly<Record<string, unknown>>;
  readonly base: number | null;
  readonly rate: number | null;
  readonly amount: number;
  readonly sources: readonly { readonly label: string; readonly href: string }[];
};

/** A pay rule: what a responsibility clause computes. `gather` reads facts, `compute` is pure. */
export type PayRule = {
  readonly key: string;
  readonly settings: TObject;
  readonly defaults: Readonly<Record<string, unknown>>;
  readonly gather: (w: Work, employeeId: string, settings: never, period: Period) => Promise<unknown>;
  readonly compute: (facts: never, settings: never) => readonly PayLine[];
};

/** Declares a pay rule. Texts: `pay.<key>` (name), `pay.<key>.rate` (the rule in words). */
export function payRule<S extends TObject, Facts>(rule: {
  key: string;
  settings: S;
  defaults: Static<S>;
  gather: (w: Work, employeeId: string, settings: Static<S>, period: Period) => Promise<Facts>;
  compute: (facts: Facts, settings: Static<S>) => readonly PayLine[];
}): PayRule {
  return rule as unknown as PayRule;
}
