import { useFormat } from '#platform/web/format.ts';
import { useSay } from '#platform/web/texts.ts';

/** The figures of an authority in words: `column 3`, `10%`, `$500.00 beyond the limit, 12 days overdue`. */
export function useFigureWords(): (figures: Readonly<Record<string, number>>) => string {
  const say = useSay();
  const format = useFormat();
  const printed: Record<string, (value: number) => unknown> = {
    percent: format.rate,
    amount: (value) => format.money(value),
  };
  return (figures) =>
    Object.entries(figures)
      .filter(([, value]) => value > 0)
      .map(([dimension, value]) => say(`orders.figure.${dimension}`, { value: printed[dimension]?.(value) ?? value }))
      .join(', ');
}
