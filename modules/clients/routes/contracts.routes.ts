import { answer, type Route } from '#platform/http/route.ts';
import { answerList } from '#platform/lists/answer.ts';
import { mayI } from '#platform/work.ts';
import { findClient } from '../actions/find-client.ts';
import { editContract, endContract, enterContract } from '../actions/keep-contracts.ts';
import { contractsOf } from '../data/contracts.ts';
import { contractSource } from '../data/list.ts';
import * as at from '../endpoints-contracts.ts';
import { contractStanding } from '../rules/contract-end.ts';

/** Contracts with a client. */
export const contractRoutes: readonly Route[] = [
  ...answerList(at.contractList, contractSource),
  answer(at.readContracts, async (w, { params }) => {
    const [client, rows] = await Promise.all([findClient(w, params.id), contractsOf(w, params.id)]);
    const today = w.today.toString();
    return {
      items: rows.map(({ keeperId: _keeper, clientId: _client, ending: _ending, ...row }, index) => ({
        ...row,
        standing: contractStanding(rows[index] ?? { ...row, ending: null }, today),
      })),
      can: { edit: mayI(w, 'clients.edit', { keeperId: client.keeperId }).kind === 'allowed' },
    };
  }),
  answer(at.enterContract, (w, { params, body }) => enterContract(w, params.id, body)),
  answer(at.editContract, (w, { params, body }) => editContract(w, params.id, body)),
  answer(at.endContract, (w, { params, body }) => endContract(w, params.id, body.reason)),
];
