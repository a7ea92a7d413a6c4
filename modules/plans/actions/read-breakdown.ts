import type { EndpointReply } from '#kernel/endpoint.ts';
import type { Period } from '#kernel/period.ts';
import type { Work } from '#platform/work.ts';
import { type Facts, salesByClient, salesByGroup } from '../data/facts.ts';
import { approvedParts, type Bearer, type PartPlan } from '../data/plans.ts';
import type { plan } from '../endpoints.ts';
import { type Course, courseOf, type Days } from '../rules/course.ts';
import { figureHref, type PartOf } from '../rules/figure-address.ts';
import { type PartBy, restOf } from '../rules/parts.ts';

type Part = EndpointReply<typeof plan>['breakdown'][number];
type Asked = { readonly month: string; readonly period: Period; readonly days: Days };

/**
 * The approved parts of a sales plan with the course of each, and what lies in none of them: by product group and by client
 * each for itself, they sum to the whole. Facts are asked for only where there are parts.
 */
export async function readBreakdown(
  w: Work,
  bearer: Bearer,
  people: readonly string[],
  whole: Pick<Course, 'plan' | 'fact'>,
  { month, period, days }: Asked,
): Promise<Part[]> {
  const parts = await approvedParts(w, bearer, month);
  const of = (by: PartBy) => parts.filter((part) => part.by === by);
  const none: Facts = new Map();
  const [byGroup, byClient] = await Promise.all([
    of('category').length > 0 ? salesByGroup(w, people, period) : none,
    of('client').length > 0 ? salesByClient(w, people, period) : none,
  ]);
  const whose = 'employeeId' in bearer ? { employee: bearer.employeeId } : { department: bearer.departmentId };
  const shown = (
    by: PartBy,
    id: string | null,
    label: string | null,
    plan: number | null,
    fact: number,
    of: PartOf,
  ): Part => ({
    by,
    id,
    label,
    ...courseOf(plan, fact, days, 'flow'),
    href: figureHref(whose, month, 'sales', of),
  });
  const side = (by: PartBy, planned: readonly PartPlan[], facts: Facts): Part[] => {
    if (planned.length === 0) return [];
    const known = planned.map((part) => ({ ...part, fact: facts.get(part.id) ?? 0 }));
    const rest = restOf(whole, known);
    return [
      ...known.map(({ id, label, plan, fact }) => shown(by, id, label, plan, fact, { [by]: id })),
      ...(rest.plan || rest.fact ? [shown(by, null, null, rest.plan, rest.fact, { rest: by })] : []),
    ];
  };
  return [...side('category', of('category'), byGroup), ...side('client', of('client'), byClient)];
}
