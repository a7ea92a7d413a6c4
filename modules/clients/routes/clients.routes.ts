import { answer, type Route } from '#platform/http/route.ts';
import { answerList } from '#platform/lists/answer.ts';
import { answerBulk, together } from '#platform/lists/answer-bulk.ts';
import { assignRefusals, give } from '../actions/change-keeper.ts';
import { classBySales, proposeClasses } from '../actions/class-by-sales.ts';
import { classClient, editClient } from '../actions/edit-client.ts';
import { enterClient } from '../actions/enter-client.ts';
import { similarClients } from '../data/clients.ts';
import { clientSource, contactSource } from '../data/list.ts';
import * as at from '../endpoints.ts';
import * as classes from '../endpoints-classes.ts';
import { tidyNumber } from '../rules/new-client.ts';
import { clientCard } from './card.ts';

/** The lists, a client's card, and classing. */
export const clientRoutes: readonly Route[] = [
  ...answerList(at.clientList, clientSource),
  ...answerList(at.contactList, contactSource),
  ...answerBulk(
    at.assignMany,
    together({
      refusals: (w, ids, { keeperId }) => assignRefusals(w, ids, keeperId),
      run: (w, ids, { keeperId, reason }) => give(w, ids, keeperId, reason, null),
    }),
  ),
  answer(at.similarClients, async (w, { query }) => ({
    items: await similarClients(w, {
      name: query.name,
      taxNumber: tidyNumber(query.taxNumber ?? ''),
      except: query.except ?? null,
    }),
  })),
  answer(at.enterClient, (w, { body }) => enterClient(w, body)),
  answer(at.readClient, (w, { params }) => clientCard(w, params.id)),
  answer(at.editClient, (w, { params, body }) => editClient(w, params.id, body)),
  answer(at.classClient, (w, { params, body }) => classClient(w, params.id, body)),
  answer(classes.proposeClasses, (w) => proposeClasses(w)),
  answer(classes.classBySales, (w, { body }) => classBySales(w, body.reason)),
];
