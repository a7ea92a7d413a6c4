import { lineAmount } from '#kernel/money.ts';
import { toSafeInteger } from '#kernel/rounding.ts';

export type CostedLine = {
  readonly quantity: number;
  /** Of one unit, in minor units; null where it is not known. */
  readonly cost: number | null;
};
export type Margin = {
  /** Minor units; negative where it is sold below cost. */
  readonly amount: number;
  /** Of what is paid, in basis points rounded down; null where nothing is paid. */
  readonly rate: number | null;
};

/** What lines cost together, each rounded by itself; or how many of them have no cost, so that no sum can be told. */
export function costOf(lines: readonly CostedLine[]): { readonly cost: number } | { readonly unknown: number } {
  const unknown = lines.filter((line) => line.cost === null).length;
  if (unknown > 0) return { unknown };
  return {
    cost: toSafeInteger(lines.reduce((so, { quantity, cost }) => so + BigInt(lineAmount(quantity, cost ?? 0, 0)), 0n)),
  };
}

/** What remains of `paid` after `cost`, in minor units. */
export function marginOf(paid: number, cost: number): Margin {
  const amount = paid - cost;
  return { amount, rate: paid > 0 ? Math.floor((amount * 10_000) / paid) : null };
}
