import { useFormat } from '#platform/web/format.ts';

export type Unit = 'money' | 'count';

/** How values of a metric are written: money in whole or short, or a number. */
export function useUnit(unit: Unit): { print: (value: number) => string; short: (value: number) => string } {
  const format = useFormat();
  return unit === 'money'
    ? { print: format.money, short: format.moneyShort }
    : { print: format.number, short: format.number };
}
