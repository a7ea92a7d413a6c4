import { answer, type Route } from '#platform/http/route.ts';
import { approvePlans } from '../actions/approve-plans.ts';
import { readPlan } from '../actions/read-plan.ts';
import { readRecords, readStandingRecords } from '../actions/read-records.ts';
import { readSheet } from '../actions/read-sheet.ts';
import { readTeam } from '../actions/read-team.ts';
import { setPlans } from '../actions/set-plans.ts';
import { departmentById, employeeInSight } from '../data/people.ts';
import { revisionsOf } from '../data/plans.ts';
import * as at from '../endpoints.ts';

export const plansRoutes: readonly Route[] = [
  answer(at.plan, (w, { query }) => readPlan(w, query)),
  answer(at.planRecords, (w, { query }) => readRecords(w, query)),
  answer(at.planRevisions, async (w, { query }) => {
    if (query.department) await departmentById(w, query.department);
    const own = query.department ? undefined : (query.employee ?? w.actor.employeeId ?? undefined);
    if (own) await employeeInSight(w, own);
    return { items: await revisionsOf(w, { ...query, employee: own }) };
  }),
  answer(at.team, (w, { query }) => readTeam(w, query)),
  answer(at.teamRecords, (w, { params }) => readStandingRecords(w, params.employee, params.figure)),
  answer(at.planSheet, (w, { params, query }) => readSheet(w, params.id, query)),
  answer(at.setPlans, async (w, { params, body }) => {
    await departmentById(w, params.id);
    return setPlans(w, params.id, body.cells);
  }),
  answer(at.approvePlans, async (w, { params, body }) => {
    await departmentById(w, params.id);
    return approvePlans(w, { departmentId: params.id, ...body });
  }),
];
