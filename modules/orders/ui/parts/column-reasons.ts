import type { Static } from 'typebox';
import { useFormat } from '#platform/web/format.ts';
import { useSay } from '#platform/web/texts.ts';
import type { ColumnReason } from '../../shapes.ts';

/** Why a client earns its column, in words. */
export function useReasonWords(): (reason: Static<typeof ColumnReason>) => string {
  const say = useSay();
  const format = useFormat();
  return (reason) => {
    const money = (value: number | undefined) => (value === undefined ? '' : format.money(value));
    const { average, needed, missing, ...rest } = reason;
    return say(`orders.entry.why.${reason.kind}`, {
      ...rest,
      average: money(average),
      needed: money(needed),
      missing: money(missing),
    });
  };
}
