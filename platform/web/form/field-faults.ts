import type { Problem, ProblemReason } from '../problem.ts';

/** A JSON pointer as the path of a form: `/lines/3/quantity` → `lines.3.quantity`. */
export function pathOf(pointer: string): string {
  return pointer.replace(/^\//, '').replaceAll('/', '.').replaceAll('~1', '/').replaceAll('~0', '~');
}

/** The reasons of a problem that belong to fields of these values, by path, and those that belong to none. */
export function dividedReasons(
  problem: Problem,
  values: unknown,
): { fields: Record<string, string>; others: ProblemReason[] } {
  const fields: Record<string, string> = {};
  const others: ProblemReason[] = [];
  for (const reason of problem.reasons) {
    const path = reason.field ? pathOf(reason.field) : '';
    if (path && stands(path, values)) fields[path] = reason.detail;
    else others.push(reason);
  }
  return { fields, others };
}

function stands(path: string, values: unknown): boolean {
  let at: unknown = values;
  for (const step of path.split('.')) {
    if (typeof at !== 'object' || at === null || !(step in at)) return false;
    at = (at as Record<string, unknown>)[step];
  }
  return true;
}
