import { defineRefusals, type Refuse, refuser } from '#kernel/refusal.ts';

export const activitiesRefusals = defineRefusals({
  codes: {
    'activities.unknown-activity': 404,
    'activities.unknown-plan': 404,
    'activities.unknown-employee': 404,
    'activities.unknown-week': 422,
    'activities.outcome-needed': 422,
    'activities.next-step-needed': 422,
    'activities.next-day-needed': 422,
    'activities.next-day-past': 422,
    'activities.sum-needed': 422,
    'activities.payment-day-needed': 422,
    'activities.payment-day-past': 422,
    'activities.payment-without-agreement': 422,
    'activities.done-in-future': 422,
    'activities.done-too-long-ago': 422,
    'activities.reason-needed': 422,
    'activities.planned-for-past': 422,
    'activities.outside-week': 422,
    'activities.planned-already': 409,
    'activities.closed': 409,
    'activities.plan-with-head': 409,
    'activities.plan-with-head-there': 409,
    'activities.plan-empty': 409,
    'activities.plan-not-waiting': 409,
    'activities.week-is-over': 409,
    'activities.own-plan': 403,
    'activities.not-to-be-called': 409,
    'activities.no-ban': 404,
  },
  constraints: {
    activities__closed_stays: 'activities.closed',
    week_plans__decision_guarded: 'activities.own-plan',
    week_plans__not_decided_by_oneself: 'activities.own-plan',
    week_plans__remark_given: 'activities.reason-needed',
    week_plan_acts__remark_given: 'activities.reason-needed',
    call_bans__one_a_client: 'activities.not-to-be-called',
    activities__missed_has_reason: 'activities.reason-needed',
  },
});

export const refuse: Refuse<typeof activitiesRefusals> = refuser(activitiesRefusals);
