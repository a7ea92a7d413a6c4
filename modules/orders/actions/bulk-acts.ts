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

export const bulkConfirmSource = inTurn<typeof bulkConfirm>((w, id) => confirmOrder(w, id, undefined));
