import { answer, type Route } from '#platform/http/route.ts';
import * as agree from '../actions/agree-actions.ts';
import * as act from '../actions/appraise.ts';
import { openActions } from '../data/agreed-actions.ts';
import * as agreed from '../endpoints-actions.ts';
import * as at from '../endpoints-appraisals.ts';
import { actionCard, appraisalCard, appraisalList } from './appraisals.ts';

export const appraisalRoutes: readonly Route[] = [
  answer(at.listAppraisals, (w, { query }) => appraisalList(w, query)),
  answer(at.openAppraisal, (w, { body }) => act.openAppraisal(w, body)),
  answer(at.readAppraisal, (w, { params }) => appraisalCard(w, params.id)),
  answer(at.writeAppraisal, (w, { params, body }) => act.writeAppraisal(w, params.id, body)),
  answer(at.signAsHead, (w, { params, body }) => act.signAsHead(w, params.id, body.credential)),
  answer(at.signAsEmployee, (w, { params, body }) => act.signAsEmployee(w, params.id, body.credential)),
  answer(agreed.openActions, async (w) => ({ items: (await openActions(w)).map((each) => actionCard(w, each)) })),
  answer(agreed.agreeAction, (w, { params, body }) => agree.agreeAction(w, params.id, body)),
  answer(agreed.withdrawAction, async (w, { params }) => {
    await agree.withdrawAction(w, params.id);
    return {};
  }),
  answer(agreed.turnAction, (w, { params, body }) => agree.turnAction(w, params.id, body.state)),
];
