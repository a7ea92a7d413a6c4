/**
 * What happens to the part of a unit that is left over. `half-up` sends the half away from zero, `half-even` to the even
 * neighbour, `down` cuts towards zero, `up` goes away from zero. Names mean the same for negative amounts, so that a
 * credit note mirrors its invoice to the last cent.
 */
export type Rounding = 'half-up' | 'half-even' | 'down' | 'up';

/**
 * The quotient as a whole number, rounded as told; exact, because nothing passes through a fraction.
 * @throws RangeError when the denominator is zero.
 */
export function divideRounded(numerator: bigint, denominator: bigint, rounding: Rounding): bigint {
  const negative = numerator < 0n !== denominator < 0n;
  const dividend = absolute(numerator);
  const divisor = absolute(denominator);
  const whole = dividend / divisor;
  const size = awayFromZero(whole, dividend % divisor, divisor, rounding) ? whole + 1n : whole;
  return negative ? -size : size;
}

/**
 * The bigint as a number.
 * @throws RangeError when it is not a safe integer: a wrong amount is worse than none.
 */
export function toSafeInteger(value: bigint): number {
  const number = Number(value);
  if (!Number.isSafeInteger(number)) throw new RangeError(`${value} is not a safe integer`);
  return number;
}

function awayFromZero(whole: bigint, rest: bigint, divisor: bigint, rounding: Rounding): boolean {
  if (rounding === 'down') return false;
  if (rounding === 'up') return rest > 0n;
  if (rest * 2n !== divisor) return rest * 2n > divisor;
  return rounding === 'half-up' || whole % 2n === 1n;
}

function absolute(value: bigint): bigint {
  return value < 0n ? -value : value;
}
