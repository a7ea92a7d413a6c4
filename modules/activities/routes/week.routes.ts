import { answer, type Route } from '#platform/http/route.ts';
import { approveWeekPlan, recallWeekPlan, remarkWeekPlan, submitWeekPlan } from '../actions/decide-week-plan.ts';
import { planItems } from '../actions/plan-activity.ts';
import { proposalsFor } from '../actions/propose-week.ts';
import { readTeam, readWeek } from '../actions/read-week.ts';
import * as at from '../endpoints-week.ts';

export const weekRoutes: readonly Route[] = [
  answer(at.teamWeekPlans, async (w, { query }) => ({ items: await readTeam(w, query.week) })),
  answer(at.readWeekPlan, (w, { params, query }) => readWeek(w, params.week, query.employee)),
  answer(at.weekProposals, async (w, { params, query }) => ({
    items: (await proposalsFor(w, params.week, query.employee)) as never,
  })),
  answer(at.planItems, (w, { params, body }) => planItems(w, params.week, body)),
  answer(at.submitWeekPlan, (w, { params, body }) => submitWeekPlan(w, params.week, body.employeeId)),
  answer(at.recallWeekPlan, (w, { params, body }) => recallWeekPlan(w, params.week, body.employeeId)),
  answer(at.approveWeekPlan, (w, { params, body }) => approveWeekPlan(w, params.week, body.employeeId)),
  answer(at.remarkWeekPlan, (w, { params, body }) => remarkWeekPlan(w, params.week, body.employeeId, body.text)),
];
