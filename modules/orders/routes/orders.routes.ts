import { answer, type Route } from '#platform/http/route.ts';
import { answerList } from '#platform/lists/answer.ts';
import { answerBulk } from '#platform/lists/answer-bulk.ts';
import { bulkColumnSource, bulkConfirmSource, bulkDiscountSource } from '../actions/bulk-acts.ts';
import { confirmOrder } from '../actions/confirm-order.ts';
import { changeDraft, copyOrder, draftOrder } from '../actions/draft-order.ts';
import { cancelOrder, takeBack } from '../actions/end-order.ts';
import { previewOrder } from '../actions/preview-order.ts';
import { printConfirmation } from '../actions/print-confirmation.ts';
import { readOrder } from '../actions/read-order.ts';
import { orderListSource } from '../data/order-list.ts';
import { lapsingSource } from '../data/rhythms.ts';
import { takenByOthersSource } from '../data/taken-by-others.ts';
import * as endpoints from '../endpoints.ts';

export const orderRoutes: readonly Route[] = [
  ...answerList(endpoints.orderList, orderListSource),
  ...answerList(endpoints.lapsingClientList, lapsingSource),
  ...answerList(endpoints.takenByOthersList, takenByOthersSource),
  ...answerBulk(endpoints.bulkDiscount, bulkDiscountSource),
  ...answerBulk(endpoints.bulkColumn, bulkColumnSource),
  ...answerBulk(endpoints.bulkConfirm, bulkConfirmSource),
  answer(endpoints.draftOrder, (w, { body }) => draftOrder(w, body)),
  answer(endpoints.changeDraft, (w, { params, body }) => changeDraft(w, params.id, body)),
  answer(endpoints.copyOrder, async (w, { params }) => {
    const { leftOut, ...saved } = await copyOrder(w, params.id);
    return { ...saved, leftOut: [...leftOut] };
  }),
  answer(endpoints.readOrder, (w, { params }) => readOrder(w, params.id)),
  answer(endpoints.previewOrder, (w, { params }) => previewOrder(w, params.id)),
  answer(endpoints.confirmOrder, (w, { params, body }) => confirmOrder(w, params.id, body.reason)),
  answer(endpoints.printConfirmation, (w, { params }) => printConfirmation(w, params.id)),
  answer(endpoints.takeBackOrder, (w, { params }) => takeBack(w, params.id)),
  answer(endpoints.cancelOrder, (w, { params, body }) => cancelOrder(w, params.id, body.reason)),
];
