import { readSetting } from '#modules/organization/contract.ts';
import { actingEmployee, requirePermit, type Work } from '#platform/work.ts';
import { applyClasses, type ClassChange, classChanges } from '../data/classes.ts';
import type { ClassBounds } from '../rules/class-share.ts';

/** What classing by share of sales would change among the clients within reach; the first 200 by name. */
export async function proposeClasses(w: Work): Promise<{ bounds: ClassBounds; count: number; items: ClassChange[] }> {
  const bounds = await readSetting<ClassBounds>(w, 'clients.class-shares');
  return { bounds, ...(await classChanges(w, bounds, 200)) };
}

/** Classes the clients within reach by their share of sales, each change kept with the reason. */
export async function classBySales(w: Work, reason: string): Promise<{ changed: number }> {
  await requirePermit(w, 'clients.assign', { keeperId: actingEmployee(w) });
  const bounds = await readSetting<ClassBounds>(w, 'clients.class-shares');
  return { changed: await applyClasses(w, bounds, reason.trim()) };
}
