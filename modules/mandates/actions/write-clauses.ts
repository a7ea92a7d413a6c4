import { Refused, refusal } from '#kernel/refusal.ts';
import { expectRevision, requirePermit, type Work } from '#platform/work.ts';
import * as clauses from '../data/clauses.ts';
import { version } from '../data/versions.ts';
import { mandatesRefusals, refuse } from '../refusals.ts';
import { bindingSection } from '../rules/completeness.ts';
import { judgeBinding } from './judge-binding.ts';

type Revised = { id: string; revision: number };
const permit = 'mandates.draft';

/** Adds a clause to a draft, at the end of its section or behind another clause. */
export async function addClause(
  w: Work,
  versionId: string,
  wish: clauses.ClauseText & { section: number; after?: string | undefined },
): Promise<Revised> {
  await draftToWrite(w, versionId);
  const present = (await clauses.clausesOf(w, versionId)).filter(({ section }) => section === wish.section);
  const behind = wish.after ? present.find(({ id }) => id === wish.after) : present.at(-1);
  if (wish.after && !behind) refuse('mandates.unknown-clause', {}, '/after');
  return clauses.insertClause(w, versionId, { section: wish.section, ordinal: (behind?.ordinal ?? 0) + 1 }, wish);
}

/** Writes a clause of a draft anew; what is not given stays. */
export async function editClause(w: Work, id: string, wish: Partial<clauses.ClauseText>): Promise<Revised> {
  const found = await clauseToWrite(w, id);
  expectRevision(w, found);
  return clauses.updateClause(w, id, { ...found, ...wish });
}

/** Takes a clause out of a draft; those behind it move up. */
export async function removeClause(w: Work, id: string): Promise<void> {
  await clauses.deleteClause(w, await clauseToWrite(w, id));
}

/** Puts the clauses of a section into another order; every clause of the section is named once. */
export async function orderClauses(w: Work, versionId: string, section: number, ids: readonly string[]): Promise<void> {
  await draftToWrite(w, versionId);
  const present = (await clauses.clausesOf(w, versionId)).filter((each) => each.section === section);
  const same = present.length === ids.length && present.every(({ id }) => ids.includes(id));
  if (!same || new Set(ids).size !== ids.length) refuse('mandates.order-of-clauses', {}, '/clauseIds');
  await clauses.orderSection(w, versionId, section, ids);
}

/**
 * Binds a clause of a draft to a duty, right or pay rule; what it grants is computed now and frozen with the version.
 * @throws Refused when the kind is not installed, its settings do not fit, or it does not belong to the section.
 */
export async function addBinding(
  w: Work,
  clauseId: string,
  wish: { kind: clauses.BindingKind; key: string; settings: Record<string, unknown> },
): Promise<Revised> {
  const found = await clauseToWrite(w, clauseId);
  if (bindingSection[wish.kind] !== found.section)
    refuse('mandates.binding-misplaced', { clause: found.number }, '/kind');
  return clauses.insertBinding(w, clauseId, { ...wish, grants: grantsOf(w, wish) });
}

/** Sets the norm, limit or rate of a binding of a draft. @throws Refused as `addBinding`. */
export async function setBinding(w: Work, id: string, settings: Record<string, unknown>): Promise<Revised> {
  const found = await bindingToWrite(w, id);
  expectRevision(w, found);
  return clauses.updateBinding(w, id, settings, grantsOf(w, { ...found, settings }));
}

/** Takes a binding off a clause of a draft. */
export async function removeBinding(w: Work, id: string): Promise<void> {
  await bindingToWrite(w, id);
  await clauses.deleteBinding(w, id);
}

function grantsOf(w: Work, bound: { kind: clauses.BindingKind; key: string; settings: Record<string, unknown> }) {
  const judged = judgeBinding(w.registry, bound);
  if (judged.fault) {
    const params = { key: bound.key, detail: judged.detail, clause: '' };
    throw new Refused([refusal(mandatesRefusals, judged.fault, params), ...judged.faults]);
  }
  return judged.grants;
}

async function draftToWrite(w: Work, versionId: string): Promise<void> {
  await requirePermit(w, permit);
  const found = await version(w, versionId);
  if (!found) refuse('mandates.unknown-version');
  if (found.state !== 'draft') refuse('mandates.not-a-draft');
}

async function clauseToWrite(w: Work, id: string): Promise<clauses.ClauseRow> {
  const found = await clauses.clause(w, id);
  if (!found) refuse('mandates.unknown-clause');
  await draftToWrite(w, found.versionId);
  return found;
}

async function bindingToWrite(w: Work, id: string): Promise<clauses.HeldBinding> {
  const found = await clauses.binding(w, id);
  if (!found) refuse('mandates.unknown-binding');
  await clauseToWrite(w, found.clauseId);
  return found;
}
