import { answer, type Route } from '#platform/http/route.ts';
import { answerList } from '#platform/lists/answer.ts';
import { approvePlans } from '../actions/approve-plans.ts';
import { compareRevisions } from '../actions/compare-revisions.ts';
import { readDepartmentPlan } from '../actions/read-department-plan.ts';
import { readPartSheet } from '../actions/read-part-sheet.ts';
import { readPlan } from '../actions/read-plan.ts';
import { readStandingRecords } from '../actions/read-records.ts';
import { readSheet } from '../actions/read-sheet.ts';
import { readTeam } from '../actions/read-team.ts';
import { setPlans } from '../actions/set-plans.ts';
import { clientsSource, revisionsSource, salesSource } from '../data/figure-lists.ts';
import { departmentById } from '../data/people.ts';
import * as at from '../endpoints.ts';

export const plansRoutes: readonly Route[] = [
  answer(at.plan, (w, { query }) => readPlan(w, query)),
  answer(at.departmentPlan, (w, { params, query }) => readDepartmentPlan(w, params.id, query.month)),
  ...answerList(at.planSales, salesSource),
  ...answerList(at.planClients, clientsSource),
  ...answerList(at.planRevisions, revisionsSource),
  answer(at.comparePlanRevisions, (w, { query }) => compareRevisions(w, query)),
  answer(at.team, (w, { query }) => readTeam(w, query)),
  answer(at.teamRecords, (w, { params }) => readStandingRecords(w, params.employee, params.figure)),
  answer(at.planSheet, (w, { params, query }) => readSheet(w, params.id, query)),
  answer(at.partSheet, (w, { params, query }) => readPartSheet(w, params.id, query)),
  answer(at.setPlans, async (w, { params, body }) => {
    await departmentById(w, params.id);
    return setPlans(w, params.id, body.cells, body.reason);
  }),
  answer(at.approvePlans, async (w, { params, body }) => {
    await departmentById(w, params.id);
    return approvePlans(w, { departmentId: params.id, ...body });
  }),
];
