import type { OrderState } from './order-lifecycle.ts';

/**
 * For which refusals files of an order in this state are no longer attached or taken off. From its confirmation on they
 * prove what the client ordered, so they stay; a cancelled order is closed.
 */
export function filesClosedFor(state: OrderState): { attaching: string[]; detaching: string[] } {
  return {
    attaching: state === 'cancelled' ? ['orders.files-closed'] : [],
    detaching: state === 'draft' ? [] : ['orders.files-stay'],
  };
}
