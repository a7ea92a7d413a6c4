import { useFormat } from '#platform/web/format.ts';
import { useText } from '#platform/web/texts.ts';
import { mandatesScreenTexts } from '../../texts-screens.ts';

/** Gives the function that prints a figure by its unit: money, basis-points, days, or a plain count. */
export function useUnits(): (value: number, unit: string | null) => string {
  const format = useFormat();
  const t = useText(mandatesScreenTexts);
  return (value, unit) => {
    if (unit === 'money') return format.money(value);
    if (unit === 'basis-points') return format.rate(value);
    return unit === 'days' ? t('mandates.days', { count: value }) : format.number(value);
  };
}
