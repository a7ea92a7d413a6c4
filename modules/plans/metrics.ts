import type { Period } from '#kernel/period.ts';
import type { Work } from '#platform/work.ts';
import { activeClientFacts, type Facts, newClientFacts, salesFacts } from './data/facts.ts';
import {
  type BaseChange,
  baseRecords,
  type FactRecord,
  newClientRecords,
  type Page,
  saleRecords,
} from './data/records.ts';
import type { Nature } from './rules/course.ts';
import type { MetricPaid } from './rules/pay-lines.ts';

/** What can be planned: how its fact is found for many employees at once, and the records that it is made of. */
export type Metric = {
  readonly key: MetricPaid;
  readonly unit: 'money' | 'count';
  readonly nature: Nature;
  /** One query for all employees; who has nothing is absent. */
  readonly facts: (w: Work, employeeIds: readonly string[], period: Period) => Promise<Facts>;
  readonly records: (
    w: Work,
    employeeId: string,
    period: Period,
    page: Page,
    change: BaseChange,
  ) => Promise<FactRecord[]>;
};

/** Every metric, in the order of the screens. Texts: `metric.<key>`. */
export const metrics: readonly Metric[] = [
  { key: 'sales', unit: 'money', nature: 'flow', facts: salesFacts, records: saleRecords },
  {
    key: 'active-clients',
    unit: 'count',
    nature: 'stock',
    facts: activeClientFacts,
    records: (w, employeeId, period, page, change) => baseRecords(w, employeeId, period, change, page),
  },
  { key: 'new-clients', unit: 'count', nature: 'flow', facts: newClientFacts, records: newClientRecords },
];

/** The metric of a key. @throws Error on an unknown one: endpoints let only known ones in. */
export function metricOf(key: string): Metric {
  const metric = metrics.find((each) => each.key === key);
  if (!metric) throw new Error(`unknown metric ${key}`);
  return metric;
}
