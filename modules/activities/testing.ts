import type { Runner } from '#platform/run.ts';
import type { Actor } from '#platform/work.ts';
import { carryOut, logContact } from './actions/carry-out.ts';
import { type PlanWish, planActivity } from './actions/plan-activity.ts';

type Revised = { id: string; revision: number };

/** A call that was not planned, done now by the actor and agreed on terms unless said otherwise. */
export function aContact(
  runner: Runner,
  actor: Actor,
  wish: { clientId: string } & Partial<Parameters<typeof logContact>[1]>,
): Promise<Revised> {
  return runner.write(actor, (w) =>
    logContact(w, { kind: 'call', cause: 'client-asked', outcome: 'agreed-terms', note: 'Terms of the year', ...wish }),
  );
}

/** A visit planned by the actor for today unless said otherwise. */
export function aPlannedVisit(
  runner: Runner,
  actor: Actor,
  wish: { clientId: string } & Partial<PlanWish & { employeeId: string }>,
): Promise<Revised> {
  return runner.write(actor, (w) => planActivity(w, { kind: 'visit', plannedOn: w.today.toString(), ...wish }));
}

/** Closes a planned activity as agreed on terms unless said otherwise. */
export function carriedOut(
  runner: Runner,
  actor: Actor,
  id: string,
  wish: Parameters<typeof carryOut>[2] = {},
): Promise<Revised> {
  return runner.write(actor, (w) => carryOut(w, id, { outcome: 'agreed-terms', note: 'Terms of the year', ...wish }));
}
