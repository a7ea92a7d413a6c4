/** One activity as plan and fact see it. */
export type PlanFactRow = {
  readonly state: 'planned' | 'done' | 'moved' | 'missed';
  readonly withPotential: boolean;
  /** It had a day before it was done; what was only logged was off plan. */
  readonly planned: boolean;
};
/** Counts of activities. `planned` = `done` + `moved` + `missed` + `open`; `offPlan` come on top. */
export type PlanFactLine = {
  readonly planned: number;
  readonly done: number;
  readonly moved: number;
  readonly missed: number;
  readonly open: number;
  readonly offPlan: number;
};
export type PlanFact = { readonly existing: PlanFactLine; readonly potential: PlanFactLine };

/** Plan and fact of a period, existing and potential clients apart. */
export function planFactOf(rows: readonly PlanFactRow[]): PlanFact {
  return {
    existing: lineOf(rows.filter((row) => !row.withPotential)),
    potential: lineOf(rows.filter((row) => row.withPotential)),
  };
}

function lineOf(rows: readonly PlanFactRow[]): PlanFactLine {
  const planned = rows.filter((row) => row.planned);
  const count = (state: PlanFactRow['state']) => planned.filter((row) => row.state === state).length;
  return {
    planned: planned.length,
    done: count('done'),
    moved: count('moved'),
    missed: count('missed'),
    open: count('planned'),
    offPlan: rows.length - planned.length,
  };
}
