import Type, { type Static } from 'typebox';
import type { Period } from '#kernel/period.ts';
import { sql } from '#platform/db/sql.ts';
import { payRule, type SettingsFault } from '#platform/declare/pay-rule.ts';
import type { Work } from '#platform/work.ts';
import { monthDays, workingCalendar } from './data/calendar.ts';
import { levelDay } from './data/facts.ts';
import { lineOf, type Of, sumOver } from './data/line.ts';
import { ordersPaidFor } from './data/pay.ts';
import { plansInForce } from './data/plans.ts';
import { metricOf } from './metrics.ts';
import { forecastOf } from './rules/course.ts';
import { recordsHref } from './rules/figure-address.ts';
import { daysOf } from './rules/month-days.ts';
import {
  byMetric,
  fixedLines,
  type Held,
  type MetricPaid,
  metricsPaid,
  minimumLines,
  percentageLines,
  type Result,
  type Source,
  variableLines,
} from './rules/pay-lines.ts';
import { type OrderFact, perOrderLines } from './rules/per-order.ts';
import { amountScaleLines, rateScaleLines, type ScaleFault, scaleFaults } from './rules/scale.ts';
import {
  type Expected,
  type SupposableAmountScale,
  type SupposablePercentage,
  type SupposablePerOrder,
  type SupposableRateScale,
  type SupposableVariable,
  supposeAmountScale,
  supposePercentage,
  supposePerOrder,
  supposeRateScale,
  supposeVariable,
} from './rules/suppose.ts';

const closed = { additionalProperties: false } as const;
const Amount = Type.Integer({ minimum: 0, maximum: 1_000_000_000_000, unit: 'money' });
const Rate = (maximum: number) => Type.Integer({ minimum: 0, maximum, unit: 'basis-points' });

const AmountSettings = Type.Object({ amount: Amount }, closed);
const Base = Type.Union([Type.Literal('shipped'), Type.Literal('paid')]);
const Whose = Type.Optional(Type.Union([Type.Literal('own'), Type.Literal('line')]));
const PercentageSettings = Type.Object({ base: Base, rate: Rate(10_000) }, closed);
const VariableSettings = Type.Object(
  {
    amount: Amount,
    weightSales: Rate(10_000),
    weightActive: Rate(10_000),
    weightNew: Rate(10_000),
    thresholdBp: Rate(10_000),
    capBp: Type.Union([Type.Integer({ minimum: 10_000, maximum: 100_000, unit: 'basis-points' }), Type.Null()]),
    /** Whose results: own, or with everyone below (line), which for someone without subordinates is the same. */
    of: Whose,
  },
  closed,
);
/** From which fulfilment of the plan on; ten times the plan is more than any scale needs. */
const From = Rate(100_000);
const AmountScaleSettings = Type.Object(
  {
    metric: Type.Union([Type.Literal('sales'), Type.Literal('active'), Type.Literal('new')]),
    steps: Type.Array(Type.Object({ from: From, amount: Amount }, closed), { minItems: 1, maxItems: 20 }),
    of: Whose,
  },
  closed,
);
/** Metrics as a clause names them: its sentence chooses by these words, in which no hyphen may stand. */
const metricNamed = { sales: 'sales', active: 'active-clients', new: 'new-clients' } as const;
const RateScaleSettings = Type.Object(
  {
    base: Base,
    steps: Type.Array(Type.Object({ from: From, rate: Rate(10_000) }, closed), { minItems: 1, maxItems: 20 }),
  },
  closed,
);
const PerOrderSettings = Type.Object(
  {
    base: Base,
    amount: Amount,
    least: Amount,
    onlyNew: Type.Boolean(),
    cap: Type.Union([Type.Integer({ minimum: 1, maximum: 1_000_000_000_000, unit: 'money' }), Type.Null()]),
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
  suppose: supposePercentage,
});

/** A variable part by fulfilment of the plans of sales, active clients and new clients. */
const variable = payRule({
  key: 'plans.variable',
  settings: VariableSettings,
  defaults: { amount: 0, weightSales: 6000, weightActive: 2000, weightNew: 2000, thresholdBp: 7000, capBp: null },
  gather: (w, employeeId, settings, period) => variableFacts(w, employeeId, settings.of ?? 'line', period),
  compute: variableLines,
  suppose: supposeVariable,
});

/** An amount by steps of the fulfilment of one plan. */
const amountScale = payRule({
  key: 'plans.steps-amount',
  settings: AmountScaleSettings,
  defaults: {
    metric: 'sales',
    steps: [
      { from: 8000, amount: 0 },
      { from: 10_000, amount: 0 },
    ],
  },
  gather: (w, employeeId, settings, period) => amountScaleFacts(w, employeeId, settings, period),
  compute: (facts, settings) => amountScaleLines(facts, { ...settings, metric: metricNamed[settings.metric] }),
  suppose: supposeAmountScale,
  judge: ({ steps }) =>
    settingsFaults(
      scaleFaults(steps, ({ amount }) => amount),
      'amount',
    ),
});

/** A percentage whose rate goes by steps of the fulfilment of the sales plan. */
const rateScale = payRule({
  key: 'plans.steps-percentage',
  settings: RateScaleSettings,
  defaults: {
    base: 'shipped',
    steps: [
      { from: 0, rate: 100 },
      { from: 10_000, rate: 150 },
    ],
  },
  gather: (w, employeeId, settings, period) => rateScaleFacts(w, employeeId, settings, period),
  compute: rateScaleLines,
  suppose: supposeRateScale,
  judge: ({ steps }) =>
    settingsFaults(
      scaleFaults(steps, ({ rate }) => rate),
      'rate',
    ),
});

/** A bonus for each order. */
const perOrder = payRule({
  key: 'plans.per-order',
  settings: PerOrderSettings,
  defaults: { base: 'paid', amount: 0, least: 0, onlyNew: false, cap: null },
  gather: (w, employeeId, settings, period) => perOrderFacts(w, employeeId, settings, period),
  compute: perOrderLines,
  suppose: supposePerOrder,
});

/** A top-up to the legal minimum. */
const minimum = payRule({
  key: 'plans.minimum',
  settings: AmountSettings,
  defaults: { amount: 0 },
  gather: async (w, _employeeId, _settings, period) => ({ held: await heldDays(w, period), soFar: 0 }),
  compute: minimumLines,
});

export const plansPayRules = [fixed, percentage, variable, amountScale, rateScale, perOrder, minimum];
/** The rules that are told what all others gave, and come after them. */
export const toppingUp: ReadonlySet<string> = new Set([minimum.key]);

function settingsFaults(faults: readonly ScaleFault[], pays: 'amount' | 'rate'): SettingsFault[] {
  return faults.map(({ at, fault }) => ({
    code: `plans.steps-${fault}`,
    field: `/steps/${at}/${fault === 'not-ascending' ? 'from' : pays}`,
  }));
}

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
    baseOf(w, employeeId, base, period),
    monthDays(w, period),
    plansInForce(w, [employeeId], month),
  ]);
  return {
    base: amount,
    sources: [baseSource(employeeId, base, month)],
    expected: { forecast: forecastOf(amount, days, 'flow'), plan: plans.get(`${employeeId} sales`) ?? null },
  };
}

/** What was shipped, or received for it, in minor units. */
function baseOf(w: Work, employeeId: string, base: Static<typeof Base>, period: Period): Promise<number> {
  return base === 'shipped' ? shipped(w, employeeId, period) : received(w, employeeId, period);
}

function baseSource(employeeId: string, base: Static<typeof Base>, month: string): Source {
  const href =
    base === 'shipped' ? recordsHref(employeeId, month, 'sales') : `/pay/employees/${employeeId}/${month}?records=paid`;
  return { label: base, href };
}

async function amountScaleFacts(
  w: Work,
  employeeId: string,
  { metric, of = 'line' }: Static<typeof AmountScaleSettings>,
  period: Period,
): Promise<SupposableAmountScale> {
  const [{ result, expected }, held] = await Promise.all([
    planResult(w, employeeId, metricNamed[metric], of, period),
    heldDays(w, period),
  ]);
  return { held, result, expected };
}

async function rateScaleFacts(
  w: Work,
  employeeId: string,
  { base }: Static<typeof RateScaleSettings>,
  period: Period,
): Promise<SupposableRateScale> {
  const [planned, paid] = await Promise.all([
    planResult(w, employeeId, 'sales', 'own', period),
    percentageFacts(w, employeeId, { base, rate: 0 }, period),
  ]);
  const sources = [...new Map([...paid.sources, ...planned.result.sources].map((each) => [each.href, each])).values()];
  return {
    base: paid.base,
    result: planned.result,
    sources,
    expected: { base: paid.expected, result: planned.expected },
  };
}

async function perOrderFacts(
  w: Work,
  employeeId: string,
  { base, least, onlyNew }: Static<typeof PerOrderSettings>,
  period: Period,
): Promise<SupposablePerOrder> {
  const month = monthOf(period).from.slice(0, 7);
  const [orders, days] = await Promise.all([ordersPaidFor(w, employeeId, base, period), monthDays(w, period)]);
  const href = `/pay/employees/${employeeId}/${month}?records=orders&base=${base}&least=${least}${onlyNew ? '&only=new' : ''}`;
  return {
    orders: orders.map(({ worth, first }): OrderFact => ({ worth, first })),
    sources: [{ label: 'orders', href }],
    days,
  };
}

/** How one plan of a whole month goes, of an employee or with everyone below. */
async function planResult(
  w: Work,
  employeeId: string,
  metric: MetricPaid,
  of: Of,
  period: Period,
): Promise<{ result: Result; expected: Expected }> {
  const whole = monthOf(period);
  const month = whole.from.slice(0, 7);
  const line = await lineOf(w, employeeId, levelDay(w, whole), of);
  const [days, plans, facts] = await Promise.all([
    monthDays(w, whole),
    plansInForce(w, line, month),
    metricOf(metric).facts(w, line, whole),
  ]);
  const fact = sumOver(line, facts) ?? 0;
  const plan = sumOver(line, plans, ` ${metric}`);
  const href = line.length > 1 ? `/team?month=${month}` : recordsHref(employeeId, month, metric);
  return {
    result: { plan, fact, sources: [{ label: metric, href }] },
    expected: { plan, forecast: forecastOf(fact, days, metricOf(metric).nature) },
  };
}

async function variableFacts(w: Work, employeeId: string, of: Of, period: Period): Promise<SupposableVariable> {
  const [held, ...planned] = await Promise.all([
    heldDays(w, period),
    ...metricsPaid.map((metric) => planResult(w, employeeId, metric, of, period)),
  ]);
  const partOf = <K extends 'result' | 'expected'>(metric: MetricPaid, part: K) =>
    (planned[metricsPaid.indexOf(metric)] as (typeof planned)[number])[part];
  return {
    held,
    results: byMetric((metric) => partOf(metric, 'result')),
    expected: byMetric((metric) => partOf(metric, 'expected')),
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
