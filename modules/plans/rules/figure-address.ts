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
  return `/plan/${metric === 'sales' ? 'sales' : 'clients'}?${parameters(query)}`;
}

/** The address of the plan of an employee with the records behind one of its figures. */
export function recordsHref(employeeId: string, month: string, metric: string): string {
  return `/plan?employee=${employeeId}&month=${month}&metric=${metric}`;
}

const columnsOfClients =
  'setAt,month,clientsBefore,clients,clientsChange,state,setBy,reason,approvedBy,overrideReason,employee,department';

/** The address of the revisions of a plan: of one month `YYYY-MM`, or of all of them. */
export function historyHref(whose: Omit<Whose, 'line'>, metric: string, month?: string): string {
  const columns = metric === 'sales' ? undefined : columnsOfClients;
  return `/plan/history?${parameters({ ...whose, metric, month: month && `${month}-01`, columns })}`;
}

function parameters(query: Readonly<Record<string, string | undefined>>): string {
  return Object.entries(query)
    .flatMap(([name, value]) => (value === undefined ? [] : [`${name}=${value}`]))
    .join('&');
}
