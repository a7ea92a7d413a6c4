/** One act: from which states it may be done, and the state it leads to. */
export type Move<State extends string> = { readonly from: readonly State[]; readonly to: State };

/** The states of a thing and the acts between them. Make it with `defineLifecycle`. */
export type Lifecycle<State extends string, Act extends string> = {
  readonly states: readonly State[];
  readonly initial: State;
  readonly moves: Readonly<Record<Act, Move<State>>>;
};

/**
 * Declares a lifecycle. A misspelt state does not compile; what types cannot see is checked when the module loads.
 * @throws Error on an unknown or repeated state, an act without a state to be done from, or a state that no acts reach.
 */
export function defineLifecycle<const State extends string, const Act extends string>(declared: {
  readonly states: readonly State[];
  readonly initial: NoInfer<State>;
  readonly moves: Readonly<Record<Act, Move<NoInfer<State>>>>;
}): Lifecycle<State, Act> {
  const faults = faultsOf(declared);
  if (faults.length > 0) throw new Error(`lifecycle: ${faults.join('; ')}`);
  return declared;
}

/** Whether the act may be done now. */
export function canMove<State extends string, Act extends string>(
  lifecycle: Lifecycle<State, Act>,
  state: NoInfer<State>,
  act: NoInfer<Act>,
): boolean {
  return lifecycle.moves[act].from.includes(state);
}

/** The state after the act, or null when it is not the time for it. */
export function move<State extends string, Act extends string>(
  lifecycle: Lifecycle<State, Act>,
  state: NoInfer<State>,
  act: NoInfer<Act>,
): State | null {
  return canMove(lifecycle, state, act) ? lifecycle.moves[act].to : null;
}

function faultsOf({ states, initial, moves }: Lifecycle<string, string>): string[] {
  const known = new Set(states);
  const acts = Object.entries(moves);
  const named = [initial, ...acts.flatMap(([, { from, to }]) => [...from, to])];
  const reached = reachable(initial, moves);
  return [
    ...(known.size < states.length ? ['a state is named twice'] : []),
    ...[...new Set(named)].filter((state) => !known.has(state)).map((state) => `unknown state ${state}`),
    ...acts.filter(([, { from }]) => from.length === 0).map(([act]) => `${act} can never be done`),
    ...[...known].filter((state) => !reached.has(state)).map((state) => `${state} cannot be reached`),
  ];
}

function reachable(initial: string, moves: Readonly<Record<string, Move<string>>>): Set<string> {
  const reached = new Set([initial]);
  // A set visits what is added while it is walked, so one loop follows every path.
  for (const state of reached) {
    for (const { from, to } of Object.values(moves)) if (from.includes(state)) reached.add(to);
  }
  return reached;
}
