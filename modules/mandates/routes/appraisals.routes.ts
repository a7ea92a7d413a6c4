import { answer, type Route } from '#platform/http/route.ts';
import * as act from '../actions/appraise.ts';
import * as at from '../endpoints-appraisals.ts';
import { appraisalCard, appraisalList } from './appraisals.ts';

export const appraisalRoutes: readonly Route[] = [
  answer(at.listAppraisals, (w, { query }) => appraisalList(w, query)),
  answer(at.openAppraisal, (w, { body }) => act.openAppraisal(w, body)),
  answer(at.readAppraisal, (w, { params }) => appraisalCard(w, params.id)),
  answer(at.writeAppraisal, (w, { params, body }) => act.writeAppraisal(w, params.id, body)),
  answer(at.signAsHead, (w, { params, body }) => act.signAsHead(w, params.id, body.credential)),
  answer(at.signAsEmployee, (w, { params, body }) => act.signAsEmployee(w, params.id, body.credential)),
];
