import type { Language } from '#kernel/texts.ts';
import { announce, requirePermit, type Work } from '#platform/work.ts';
import * as clauses from '../data/clauses.ts';
import * as descriptions from '../data/descriptions.ts';
import { insertVersion, versionsOf } from '../data/versions.ts';
import { refuse } from '../refusals.ts';
import { type Template, templates } from '../templates/read.ts';
import { judgeBinding } from './judge-binding.ts';

const permit = 'mandates.draft';

export type Drafted = {
  id: string;
  versionId: string;
  revision: number;
  /** Kinds that a template binds and no module here registers: their clauses came without the binding. */
  unregistered: string[];
};

/**
 * Begins the job description of a position with its first draft, from a template or empty.
 * @throws Refused when the position has one already.
 */
export async function describePosition(
  w: Work,
  wish: { positionId: string; title?: string | undefined; template: string | null; language: Language },
): Promise<Drafted> {
  await requirePermit(w, permit);
  const position = await descriptions.positionToDescribe(w, wish.positionId);
  if (!position) refuse('mandates.unknown-description', {}, '/positionId');
  const template = wish.template === null ? null : templates.get(wish.template)?.[wish.language];
  if (template === undefined) refuse('mandates.unknown-template', {}, '/template');
  const { template: key } = wish;
  const id = await descriptions.insertDescription(w, {
    positionId: position.id,
    title: wish.title ?? position.title,
    template: key,
  });
  const version = await insertVersion(w, id, wish.language);
  const unregistered = template ? await writeTemplate(w, version.id, template) : [];
  await announce(w, 'mandates.drafted', { descriptionId: id, versionId: version.id });
  return { id, versionId: version.id, revision: version.revision, unregistered };
}

/**
 * Begins the next version of a description: a copy of the latest, each clause keeping its identity.
 * @throws Refused while another version is under way.
 */
export async function draftNextVersion(w: Work, descriptionId: string): Promise<Drafted> {
  await requirePermit(w, permit);
  await descriptions.lockDescription(w, descriptionId);
  const versions = await versionsOf(w, descriptionId);
  const [latest] = versions;
  if (!latest) refuse('mandates.unknown-description');
  const underWay = versions.find(({ state }) => state === 'draft' || state === 'in-review' || state === 'reviewed');
  if (underWay) refuse('mandates.draft-exists', { number: underWay.number });
  const version = await insertVersion(w, descriptionId, latest.language);
  await clauses.copyClauses(w, latest.id, version.id);
  await announce(w, 'mandates.drafted', { descriptionId, versionId: version.id });
  return { id: descriptionId, versionId: version.id, revision: version.revision, unregistered: [] };
}

/** Writes the clauses of a template into a draft; gives the kinds that are not registered here. */
export async function writeTemplate(w: Work, versionId: string, template: Template): Promise<string[]> {
  const ordinals = new Map<number, number>();
  const unregistered = new Set<string>();
  for (const clause of template.clauses) {
    const ordinal = (ordinals.get(clause.section) ?? 0) + 1;
    ordinals.set(clause.section, ordinal);
    const written = await clauses.insertClause(
      w,
      versionId,
      { section: clause.section, ordinal },
      {
        text: clause.text,
        area: clause.area ?? '',
        cadence: clause.cadence ?? '',
        responsibility: clause.responsibility ?? null,
        legalReference: clause.legalReference ?? '',
      },
    );
    for (const bound of clause.bindings ?? []) {
      const judged = judgeBinding(w.registry, bound);
      if (judged.fault === 'mandates.binding-unknown') unregistered.add(bound.key);
      else await clauses.insertBinding(w, written.id, { ...bound, grants: judged.grants });
    }
  }
  return [...unregistered];
}
