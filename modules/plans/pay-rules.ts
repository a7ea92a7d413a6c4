import Type, { type Static } from 'typebox';
import type { Period } from '#kernel/period.ts';
import { sql } from '#platform/db/sql.ts';
import { payRule } from '#platform/declare/pay-rule.ts';
import type { Work } from '#platform/work.ts';
import { monthDays, workingCalendar } from './data/calendar.ts';
import { levelDay } from './data/facts.ts';
import { lineOf, type Of, sumOver } from './data/line.ts';
import { plansInForce } from './data/plans.ts';
import { metricOf, recordsHref } from './metrics.ts';
import { forecastOf } from './rules/course.ts';
import { daysOf } from './rules/month-days.ts';
import {
  byMetric,
  fixedLines,
  type Held,
  type MetricPaid,
  metricsPaid,
  minimumLines,
  percentageLines,
  variableLines,
} from './rules/pay-lines.ts';
import type { SupposablePercentage, SupposableVariable } from './rules/suppose.ts';

const closed = { additionalProperties: false } as const;
const Amount = Type.Integer({ minimum: 0, maximum: 1_000_000_000_000, unit: 'money' });
const Rate = (maximum: number) => Type.Integer({ minimum: 0, maximum, unit: 'basis-points' });

const AmountSettings = Type.Object({ amount: Amount }, closed);
const PercentageSettings = Type.Object(
  { base: Type.Union([Type.Literal('shipped'), Type.Literal('paid')]), rate: Rate(10_000) },
  closed,
);
const VariableSettings = Type.Object(
  {
    amount: Amount,
    weightSales: Rate(10_000),
    weightActive: Rate(10_000),
    weightNew: Rate(10_000),
    thresholdBp: Rate(10_000),
    capBp: Type.Union([Type.Integer({ minimum: 10_000, maximum: 100_000, unit: 'basis-points' }), Type.Null()]),
    /** Whose results: own, or with everyone below (line), which for someone without subordinates is the same. */
    of: Type.Optional(Type.Union([Type.Literal('own'), Type.Literal('line')])),
  },
  closed,
);

/** A fixed amount for a whole month. */
const fixed = payRule({
  key: 'plans.fixed',
  settings: AmountSettings,
  defaults: { amount: 0 },
  gather: async (w, _employeeId, _settings, period) => ({ held: await heldDays(w, period) }),
  compute: fixedLines,
});

/** A percentage of what was shipped, or of the money received for it. */
const percentage = payRule({
  key: 'plans.percentage',
  settings: PercentageSettings,
  defaults: { base: 'shipped', rate: 100 },
  gather: (w, employeeId, settings, period) => percentageFacts(w, employeeId, settings, period),
  compute: percentageLines,
});

/** A variable part by fulfilment of the plans of sales, active clients and new clients. */
const variable = payRule({
  key: 'plans.variable',
  settings: VariableSettings,
  defaults: { amount: 0, weightSales: 6000, weightActive: 2000, weightNew: 2000, thresholdBp: 7000, capBp: null },
  gather: (w, employeeId, settings, period) => variableFacts(w, employeeId, settings.of ?? 'line', period),
  compute: variableLines,
});

/** A top-up to the legal minimum. */
const minimum = payRule({
  key: 'plans.minimum',
  settings: AmountSettings,
  defaults: { amount: 0 },
  gather: async (w, _employeeId, _settings, period) => ({ held: await heldDays(w, period), soFar: 0 }),
  compute: minimumLines,
});

export const plansPayRules = [fixed, percentage, variable, minimum];
/** The rules that are told what all others gave, and come after them. */
export const toppingUp: ReadonlySet<string> = new Set([minimum.key]);

/** The working days of the period, of those of its month. A period is a month, or the part of it on which a position was held. */
async function heldDays(w: Work, period: Period): Promise<Held> {
  const calendar = await workingCalendar(w, period.from);
  const month = monthOf(period);
  return { days: daysOf(period, w.today, calendar).all, of: daysOf(month, w.today, calendar).all };
}

async function percentageFacts(
  w: Work,
  employeeId: string,
  { base }: Static<typeof PercentageSettings>,
  period: Period,
): Promise<SupposablePercentage> {
  const month = monthOf(period).from.slice(0, 7);
  const [amount, days, plans] = await Promise.all([
    base === 'shipped' ? shipped(w, employeeId, period) : received(w, employeeId, period),
    monthDays(w, period),
    plansInForce(w, [employeeId], month),
  ]);
  const href =
    base === 'shipped' ? recordsHref(employeeId, month, 'sales') : `/pay/employees/${employeeId}/${month}?records=paid`;
  return {
    base: amount,
    sources: [{ label: base, href }],
    expected: { forecast: forecastOf(amount, days, 'flow'), plan: plans.get(`${employeeId} sales`) ?? null },
  };
}

async function variableFacts(w: Work, employeeId: string, of: Of, period: Period): Promise<SupposableVariable> {
  const whole = monthOf(period);
  const month = whole.from.slice(0, 7);
  const line = await lineOf(w, employeeId, levelDay(w, whole), of);
  const [held, days, plans, facts] = await Promise.all([
    heldDays(w, period),
    monthDays(w, whole),
    plansInForce(w, line, month),
    Promise.all(metricsPaid.map((metric) => metricOf(metric).facts(w, line, whole))),
  ]);
  const factOf = (metric: MetricPaid) => sumOver(line, facts[metricsPaid.indexOf(metric)] ?? new Map()) ?? 0;
  const planOf = (metric: MetricPaid) => sumOver(line, plans, ` ${metric}`);
  return {
    held,
    results: byMetric((metric) => ({
      plan: planOf(metric),
      fact: factOf(metric),
      sources: [
        { label: metric, href: line.length > 1 ? `/team?month=${month}` : recordsHref(employeeId, month, metric) },
      ],
    })),
    expected: byMetric((metric) => ({
      plan: planOf(metric),
      forecast: forecastOf(factOf(metric), days, metricOf(metric).nature),
    })),
  };
}

async function shipped(w: Work, employeeId: string, period: Period): Promise<number> {
  return (await metricOf('sales').facts(w, [employeeId], period)).get(employeeId) ?? 0;
}

async function received(w: Work, employeeId: string, { from, to }: Period): Promise<number> {
  const { sum } = await w.db.one(sql<{ sum: number }>`select coalesce(sum(amount), 0)::bigint as sum
    from plans.received_for(${employeeId}, ${from}::date, ${to}::date) where currency = ${w.company.currency}`);
  return sum;
}

function monthOf({ from }: Period): Period {
  const first = Temporal.PlainDate.from(from).with({ day: 1 });
  return { from: first.toString(), to: first.add({ months: 1 }).toString() };
}
