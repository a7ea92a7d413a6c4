import type { Static, TObject } from 'typebox';
import type { Period } from '#kernel/period.ts';
import type { Work } from '#platform/work.ts';

/** One line of a pay statement; amounts in minor units, rate in basis points. Texts `pay.line.<title>` with `params`. */
export type PayLine = {
  readonly part: 'fixed' | 'percentage' | 'variable' | 'per-order' | 'top-up';
  readonly title: string;
  readonly params: Readonly<Record<string, unknown>>;
  readonly base: number | null;
  readonly rate: number | null;
  readonly amount: number;
  readonly sources: readonly { readonly label: string; readonly href: string }[];
};

/** What if the month ended so: at the present rate, or with every plan fulfilled by so many basis points. */
export type Supposition = { readonly kind: 'forecast' } | { readonly kind: 'fulfilled'; readonly rate: number };

/** What is wrong with settings that fit the schema: the code of a refusal, and the field below the settings. */
export type SettingsFault = { readonly code: string; readonly field: string };

/** A pay rule: what a responsibility clause computes. `gather` reads facts, `compute` is pure. */
export type PayRule = {
  readonly key: string;
  readonly settings: TObject;
  readonly defaults: Readonly<Record<string, unknown>>;
  readonly gather: (w: Work, employeeId: string, settings: never, period: Period) => Promise<unknown>;
  readonly compute: (facts: never, settings: never) => readonly PayLine[];
  /** The facts as they would be; absent where no supposition changes them. */
  readonly suppose?: (facts: never, supposition: Supposition) => unknown;
  /** What a schema cannot say of the settings; nothing when they may be used. */
  readonly judge?: (settings: never) => readonly SettingsFault[];
};

/**
 * Declares a pay rule. Texts: `pay.<key>` (name), `pay.<key>.rate` (the rule in words); for a setting `x` that is a list of
 * rows `pay.<key>.rate.<x>` says one row, and `{xSaid}` stands for all of them.
 */
export function payRule<S extends TObject, Facts>(rule: {
  key: string;
  settings: S;
  defaults: Static<S>;
  gather: (w: Work, employeeId: string, settings: Static<S>, period: Period) => Promise<Facts>;
  compute: (facts: Facts, settings: Static<S>) => readonly PayLine[];
  suppose?: (facts: Facts, supposition: Supposition) => Facts;
  judge?: (settings: Static<S>) => readonly SettingsFault[];
}): PayRule {
  return rule as unknown as PayRule;
}
