import { findClient } from '#modules/clients/contract.ts';
import { actingEmployee, requirePermit, type Work } from '#platform/work.ts';
import { refuse } from '../refusals.ts';

/** Who does it, in whose place, and with which client. */
export type Standing = { readonly employeeId: string; readonly actingFor: string | null };

/**
 * Requires a permit over a client and says who acts and for whom: with the client of an absent employee a substitute acts
 * in that employee's place.
 * @throws Refused `clients.unknown-client`, `platform.not-granted`.
 */
export async function standingWith(
  w: Work,
  permit: string,
  clientId: string,
): Promise<Standing & { client: { id: string; keeperId: string; potential: boolean } }> {
  const client = await findClient(w, clientId);
  const grant = await requirePermit(w, permit, { keeperId: client.keeperId });
  return {
    employeeId: actingEmployee(w),
    actingFor: grant.onBehalfOf,
    client: { id: client.id, keeperId: client.keeperId, potential: client.status === 'potential' },
  };
}

/**
 * Requires the permit to plan for an employee: oneself, a subordinate, or the absent one in whose place one acts.
 * @throws Refused `activities.unknown-employee` for someone out of reach.
 */
export async function standingFor(w: Work, employeeId: string): Promise<{ actingFor: string | null }> {
  requireReach(w, employeeId);
  const grant = await requirePermit(w, 'activities.plan', { keeperId: employeeId });
  return { actingFor: grant.onBehalfOf };
}

/** @throws Refused `activities.unknown-employee` unless one reaches the employee, or may read all of the company. */
export function requireReach(w: Work, employeeId: string): void {
  const readsAll = w.authority.grants.some((grant) => grant.permit === 'activities.read' && grant.scope === 'all');
  if (w.actor.employeeId === null || readsAll || w.authority.reach.has(employeeId)) return;
  refuse('activities.unknown-employee');
}
