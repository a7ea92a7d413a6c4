/** What stands against approving plans. `sum` and `short` are in the unit of the metric. */
export type Shortfall = { readonly plan: number; readonly sum: number; readonly short: number };

/** What stands in a month of a plan sheet: the sum of the personal plans, and what is missing to the department's. */
export function monthTotals(departmentPlan: number | null, personal: readonly (number | null)[]) {
  const amounts = personal.filter((each) => each !== null);
  return {
    sum: amounts.reduce((so, each) => so + each, 0),
    short: shortfallOf(departmentPlan, amounts)?.short ?? 0,
  };
}

/** How far the personal plans stay below the plan of the department; null when they reach it, or when there is none. */
export function shortfallOf(departmentPlan: number | null, personal: readonly number[]): Shortfall | null {
  if (departmentPlan === null) return null;
  const sum = personal.reduce((so, each) => so + each, 0);
  return sum < departmentPlan ? { plan: departmentPlan, sum, short: departmentPlan - sum } : null;
}

export type Part = { readonly bearer: string; readonly by: 'category' | 'client'; readonly amount: number };

/** The bearers whose parts, by product group or by client, add up to more than their whole. */
export function overbroken(wholes: ReadonlyMap<string, number>, parts: readonly Part[]): string[] {
  const sums = new Map<string, number>();
  for (const { bearer, by, amount } of parts) {
    const key = `${bearer} ${by}`;
    sums.set(key, (sums.get(key) ?? 0) + amount);
  }
  const over = [...sums].filter(([key, sum]) => sum > (wholes.get(bearerOf(key)) ?? 0)).map(([key]) => bearerOf(key));
  return [...new Set(over)];
}

function bearerOf(key: string): string {
  return key.slice(0, key.indexOf(' '));
}
