import type { Tone } from '#platform/web/tone.ts';
import type { OrderState } from '../../rules/order-lifecycle.ts';

/** What a state of an order means to the person. */
export const stateTones: Readonly<Record<OrderState, Tone>> = {
  draft: 'neutral',
  captured: 'info',
  typed: 'warning',
  waiting: 'warning',
  confirmed: 'info',
  'asked-back': 'warning',
  entered: 'info',
  shipped: 'good',
  cancelled: 'neutral',
};
