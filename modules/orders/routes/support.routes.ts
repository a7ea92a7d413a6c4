import { answer, type Route } from '#platform/http/route.ts';
import { handOver, typeLines } from '../actions/capture-order.ts';
import { acceptEntered, enterOrder, rejectEntered } from '../actions/enter-order.ts';
import { registerReturn } from '../actions/register-return.ts';
import { shipOrder } from '../actions/ship-order.ts';
import { addNote, answerQuestion, askBack } from '../actions/talk.ts';
import { queueAt, queueCounts } from '../data/queue.ts';
import * as endpoints from '../endpoints.ts';
import { registerReturn as registerReturnEndpoint } from '../endpoints-client.ts';

export const supportRoutes: readonly Route[] = [
  answer(endpoints.orderQueue, async (w, { query }) => {
    const [items, counts] = await Promise.all([queueAt(w, query.stage ?? 'enter'), queueCounts(w)]);
    return { items, counts };
  }),
  answer(endpoints.handOverOrder, (w, { params }) => handOver(w, params.id)),
  answer(endpoints.typeOrder, (w, { params, body }) => typeLines(w, params.id, body.lines)),
  answer(endpoints.enterOrder, (w, { params, body }) => enterOrder(w, params.id, body.lines)),
  answer(endpoints.checkEntered, (w, { params, body }) => acceptEntered(w, params.id, body.reason)),
  answer(endpoints.rejectEntered, (w, { params, body }) => rejectEntered(w, params.id, body.text)),
  answer(endpoints.askBack, (w, { params, body }) => askBack(w, params.id, body.text)),
  answer(endpoints.answerQuestion, (w, { params, body }) => answerQuestion(w, params.id, body.text)),
  answer(endpoints.addNote, (w, { params, body }) => addNote(w, params.id, body.text)),
  answer(endpoints.shipOrder, (w, { params, body }) => shipOrder(w, params.id, body)),
  answer(registerReturnEndpoint, (w, { params, body }) => registerReturn(w, params.id, body)),
];
