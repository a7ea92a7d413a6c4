/**
 * Splits a whole amount by weights, so that the parts sum to it exactly: each gets its share cut towards zero, and the
 * units left over go to the largest remainders, the earlier first. This is the only way to split money. Where all
 * weights are zero, the split is even.
 * @throws RangeError on no weights, on a weight that is negative or not a safe integer, and on an unsafe amount.
 */
export function allocate(amount: number, weights: readonly number[]): number[] {
  const shares = weights.map(checkedWeight);
  if (!Number.isSafeInteger(amount)) throw new RangeError(`${amount} is not a safe integer`);
  if (shares.length === 0) throw new RangeError('an amount cannot be split among no one');

  const given = shares.reduce((so, share) => so + share, 0n);
  const even = given === 0n;
  const total = even ? BigInt(shares.length) : given;
  const size = BigInt(Math.abs(amount));
  const exact = shares.map((share) => size * (even ? 1n : share));
  const parts = exact.map((numerator) => numerator / total);
  const left = Number(size - parts.reduce((so, part) => so + part, 0n));

  const luckier = exact
    .map((numerator, index) => ({ index, rest: numerator % total }))
    .toSorted((a, b) => (a.rest === b.rest ? a.index - b.index : a.rest < b.rest ? 1 : -1));
  const rounded = new Set(luckier.slice(0, left).map(({ index }) => index));
  return parts.map((part, index) => signed(Number(part) + (rounded.has(index) ? 1 : 0), amount));
}

function checkedWeight(weight: number): bigint {
  if (!Number.isSafeInteger(weight) || weight < 0) throw new RangeError(`${weight} is not a weight`);
  return BigInt(weight);
}

function signed(size: number, like: number): number {
  return like < 0 && size > 0 ? -size : size;
}
