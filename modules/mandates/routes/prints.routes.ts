import { answer, type Route } from '#platform/http/route.ts';
import { printAppraisal } from '../actions/print-appraisal.ts';
import { issueVersion, printSheet, printVersion } from '../actions/print-version.ts';
import * as at from '../endpoints-prints.ts';

export const printRoutes: readonly Route[] = [
  answer(at.issueDescription, (w, { params, body }) => issueVersion(w, params.id, body.language)),
  answer(at.printDescription, (w, { params, query }) => printVersion(w, params.id, query)),
  answer(at.printSheet, (w, { params, query }) => printSheet(w, params.id, query)),
  answer(at.printAppraisal, (w, { params, query }) => printAppraisal(w, params.id, query)),
];
