import { inTurn } from '#platform/lists/answer-bulk.ts';
import type { bulkColumn, bulkConfirm, bulkDiscount } from '../endpoints.ts';
import { confirmOrder } from './confirm-order.ts';
import { changeDraft } from './draft-order.ts';

export const bulkDiscountSource = inTurn<typeof bulkDiscount>((w, id, { discountBp }) =>
  changeDraft(w, id, { discountBp }),
);

export const bulkColumnSource = inTurn<typeof bulkColumn>((w, id, { priceColumnId }) =>
  changeDraft(w, id, { priceColumnId }),
);

/** Each order by the right of whoever confirms; nothing is asked of superiors for many orders with one reason. */
export const bulkConfirmSource = inTurn<typeof bulkConfirm>((w, id, { reason }) =>
  confirmOrder(w, id, reason, { asks: false }),
);
