/** Whose figure it is: one employee's, a department's, that of everyone below an employee; of everyone in sight without a name. */
export type Whose = {
  readonly employee?: string | undefined;
  readonly department?: string | undefined;
  readonly line?: string | undefined;
};
/** Which part of a figure of sales: a product group (`none`: goods without one), a client, or what no part of the plan covers. */
export type PartOf = {
  readonly category?: string | undefined;
  readonly client?: string | undefined;
  readonly rest?: 'category' | 'client' | undefined;
};

/** The address of the list that a figure of a plan is the sum of. */
export function figureHref(whose: Whose, month: string, metric: string, part: PartOf = {}): string {
  const query = metric === 'sales' ? { month, ...whose, ...part } : { month, metric, ...whose };
  const given = Object.entries(query).flatMap(([name, value]) => (value === undefined ? [] : [`${name}=${value}`]));
  return `/plan/${metric === 'sales' ? 'sales' : 'clients'}?${given.join('&')}`;
}

/** The address of the plan of an employee with the records behind one of its figures. */
export function recordsHref(employeeId: string, month: string, metric: string): string {
  return `/plan?employee=${employeeId}&month=${month}&metric=${metric}`;
}
