import { StatusBadge } from '#platform/web/figures/status-badge.tsx';
import { useText } from '#platform/web/texts.ts';
import type { OrderState } from '../../rules/order-lifecycle.ts';
import { texts } from '../../texts.ts';
import { stateTones } from './state-tones.ts';

/** The state of an order as a badge. */
export function OrderStateBadge({ state }: { state: OrderState }) {
  const t = useText(texts);
  return <StatusBadge tone={stateTones[state]} label={t(`orders.state.${state}`)} />;
}
