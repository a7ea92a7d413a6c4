import Type from 'typebox';
import { month as monthPeriod, type Period } from '#kernel/period.ts';
import { type Agenda, allOf } from '#platform/declare/agenda.ts';
import { duty, type EvidenceRecord, type Measurement } from '#platform/declare/duty.ts';
import type { Work } from '#platform/work.ts';
import { monthDays } from '../data/calendar.ts';
import { levelDay } from '../data/facts.ts';
import { lineOf, type Of, sumOver } from '../data/line.ts';
import { membersToPlan } from '../data/planning.ts';
import { plansInForce } from '../data/plans.ts';
import { type Metric, metricOf } from '../metrics.ts';
import type { Days } from '../rules/course.ts';
import { courseOf } from '../rules/course.ts';
import { recordsHref } from '../rules/figure-address.ts';
import { type JudgedPlan, judgePlan } from '../rules/judge-plan.ts';
import { monthsWithin } from '../rules/month-days.ts';
import type { MetricPaid } from '../rules/pay-lines.ts';

const closed = { additionalProperties: false } as const;

/** A plan is fulfilled month by month; what is above it in one month does not mend another. */
function fulfil(key: string, metric: MetricPaid) {
  return duty({
    key,
    settings: Type.Object({ of: Type.Optional(Type.Union([Type.Literal('own'), Type.Literal('line')])) }, closed),
    defaults: {},
    grants: [{ permit: 'plans.read', scope: 'own' }],
    agenda: (w, { employeeId, settings }) => lineIfBehind(w, employeeId, settings.of ?? 'line', metricOf(metric)),
    measure: (w, { employeeId, settings }, period) =>
      measureMonths(w, employeeId, settings.of ?? 'line', metricOf(metric), period),
  });
}

type Asked = { readonly people: readonly string[]; readonly days: Days; readonly plans: ReadonlyMap<string, number> };
const asked = new WeakMap<Work, Map<string, Promise<Asked>>>();

/** The line of an employee, the days and the plans of the present month: the same for every metric, so read once a request. */
function thisMonth(w: Work, employeeId: string, of: Of, month: string, period: Period): Promise<Asked> {
  const known = asked.get(w) ?? new Map<string, Promise<Asked>>();
  asked.set(w, known);
  const key = `${employeeId} ${of} ${month}`;
  const answer = known.get(key) ?? readMonth();
  known.set(key, answer);
  return answer;
  async function readMonth(): Promise<Asked> {
    const [people, days] = await Promise.all([lineOf(w, employeeId, w.today.toString(), of), monthDays(w, period)]);
    return { people, days, plans: await plansInForce(w, people, month) };
  }
}

/** A line of the day once the forecast is below the plan: how much is missing. */
async function lineIfBehind(w: Work, employeeId: string, of: Of, metric: Metric): Promise<Agenda> {
  const month = w.today.toString().slice(0, 7);
  const first = Temporal.PlainDate.from(`${month}-01`);
  const period = { from: first.toString(), to: first.add({ months: 1 }).toString() };
  const { people, days, plans } = await thisMonth(w, employeeId, of, month, period);
  const plan = sumOver(people, plans, ` ${metric.key}`);
  if (plan === null) return allOf([]);
  const facts = await metric.facts(w, people, period);
  const course = courseOf(plan, sumOver(people, facts) ?? 0, days, metric.nature);
  // A first week says little: a forecast counts from a fifth of the month on.
  const tooEarly = days.elapsed * 5 < days.all;
  if (course.plan === null || course.short === 0 || tooEarly || (course.forecast ?? 0) >= course.plan) return allOf([]);
  return allOf([
    {
      id: `plan:${metric.key}:${employeeId}:${month}`,
      kind: `plans.behind-${metric.key}`,
      params: { short: course.short, forecastShare: course.forecastShare, currency: w.company.currency },
      subject: { kind: 'plan', id: employeeId, label: month },
      since: null,
      due: first.add({ months: 1 }).subtract({ days: 1 }).toString(),
      stake: metric.unit === 'money' ? course.short : 0,
      urgency: 'soon',
      href: people.length > 1 ? `/team?month=${month}` : recordsHref(employeeId, month, metric.key),
    },
  ]);
}

async function measureMonths(
  w: Work,
  employeeId: string,
  of: Of,
  metric: Metric,
  period: Period,
): Promise<Measurement> {
  const judged = (
    await Promise.all(monthsWithin(period).map((month) => judgeMonth(w, employeeId, of, metric, month)))
  ).flat();
  const evidence = await Promise.all(judged.map((each) => evidenceOf(w, employeeId, metric, each)));
  const sum = (part: 'required' | 'done' | 'missed') => judged.reduce((so, each) => so + each[part], 0);
  return {
    required: sum('required'),
    done: sum('done'),
    late: 0,
    missed: sum('missed'),
    unit: metric.unit,
    evidence: evidence.flat().slice(0, 500),
  };
}

type JudgedMonth = JudgedPlan & { readonly month: string; readonly period: Period; readonly people: readonly string[] };

async function judgeMonth(w: Work, employeeId: string, of: Of, metric: Metric, month: string): Promise<JudgedMonth[]> {
  const whole = monthPeriod(month);
  const people = await lineOf(w, employeeId, levelDay(w, whole), of);
  const [plans, facts] = await Promise.all([plansInForce(w, people, month), metric.facts(w, people, whole)]);
  const verdict = judgePlan(
    sumOver(people, plans, ` ${metric.key}`),
    sumOver(people, facts) ?? 0,
    whole.to <= w.today.toString(),
  );
  return verdict ? [{ ...verdict, month, period: whole, people }] : [];
}

/** The month itself, then the orders or clients of the employee's own; those of others stand in their own evidence. */
async function evidenceOf(w: Work, employeeId: string, metric: Metric, judged: JudgedMonth): Promise<EvidenceRecord[]> {
  const { month, period, people, missed } = judged;
  const records = await metric.records(w, employeeId, period, { limit: 400, offset: 0 }, 'active');
  const href = people.length > 1 ? `/team?month=${month}` : recordsHref(employeeId, month, metric.key);
  return [
    { kind: 'plan', id: employeeId, label: month, at: period.from, href, verdict: missed > 0 ? 'missed' : 'done' },
    ...records.map(
      (record): EvidenceRecord => ({
        kind: record.kind,
        id: record.id,
        label: [record.label, record.client].filter(Boolean).join(' · '),
        at: record.on,
        href: record.href,
        verdict: 'done',
      }),
    ),
  ];
}

/** Personal plans of those below stand approved before the month begins. */
const planPersonal = duty({
  key: 'plans.plan-personal',
  settings: Type.Object({ byDay: Type.Integer({ minimum: 1, maximum: 28 }) }, closed),
  defaults: { byDay: 25 },
  grants: [
    { permit: 'plans.read', scope: 'own' },
    { permit: 'plans.set', scope: 'own' },
  ],
  agenda: async (w, { employeeId, settings }) => {
    const next = w.today.add({ months: 1 }).with({ day: 1 });
    const month = next.toString().slice(0, 7);
    const due = w.today.with({ day: settings.byDay });
    if (Temporal.PlainDate.compare(w.today, due.subtract({ days: 7 })) < 0) return allOf([]);
    const waiting = (await membersToPlan(w, employeeId, [month])).filter((each) => each.approvedAt === null);
    if (waiting.length === 0) return allOf([]);
    const department = waiting[0];
    return allOf([
      {
        id: `plan-personal:${employeeId}:${month}`,
        kind: 'plans.plan-personal',
        params: { people: waiting.length, month },
        subject: { kind: 'plan', id: department?.departmentId ?? employeeId, label: department?.department ?? month },
        since: null,
        due: due.toString(),
        stake: 0,
        urgency:
          Temporal.PlainDate.compare(w.today, due) > 0
            ? 'late'
            : Temporal.PlainDate.compare(w.today, due) === 0
              ? 'today'
              : 'soon',
        href: `/plan/sheet?department=${department?.departmentId ?? ''}&from=${month}`,
      },
    ]);
  },
  measure: async (w, { employeeId, settings }, period) => {
    const from = Temporal.PlainDate.from(period.from);
    const months: string[] = [];
    for (let at = from.with({ day: settings.byDay }); at.toString() < period.to; at = at.add({ months: 1 })) {
      if (at.toString() >= period.from && at.toString() < w.today.toString())
        months.push(at.add({ months: 1 }).toString().slice(0, 7));
    }
    const lines = await membersToPlan(w, employeeId, months);
    const judged = lines.map((line): EvidenceRecord => {
      const due = Temporal.PlainDate.from(`${line.month}-01`)
        .subtract({ months: 1 })
        .with({ day: settings.byDay })
        .toString();
      const verdict = line.approvedOn === null ? 'missed' : line.approvedOn <= due ? 'done' : 'late';
      return {
        kind: 'plan',
        id: line.employeeId,
        label: `${line.name} · ${line.month}`,
        at: line.approvedOn ?? due,
        href: recordsHref(line.employeeId, line.month, 'sales'),
        verdict,
      };
    });
    const count = (verdict: string) => judged.filter((each) => each.verdict === verdict).length;
    return {
      required: judged.length,
      done: count('done'),
      late: count('late'),
      missed: count('missed'),
      unit: 'count',
      evidence: judged.slice(0, 500),
    };
  },
});

export const plansDuties = [
  fulfil('plans.sales-plan', 'sales'),
  fulfil('plans.active-base', 'active-clients'),
  fulfil('plans.new-clients', 'new-clients'),
  planPersonal,
];
