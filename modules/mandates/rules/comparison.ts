/** A clause as two versions are compared by: the identity is the same in every version. */
export type ComparedClause = {
  readonly identity: string;
  readonly number: string;
  readonly section: number;
  readonly text: string;
  readonly area: string;
  readonly cadence: string;
  readonly responsibility: string | null;
  readonly legalReference: string;
  readonly bindings: readonly { readonly kind: string; readonly key: string; readonly settings: unknown }[];
};
export type ClauseChange = {
  readonly change: 'same' | 'added' | 'removed' | 'changed' | 'moved';
  readonly fields: readonly ('text' | 'area' | 'cadence' | 'responsibility' | 'legalReference' | 'bindings')[];
  readonly before: ComparedClause | null;
  readonly after: ComparedClause | null;
};

const compared = ['text', 'area', 'cadence', 'responsibility', 'legalReference', 'bindings'] as const;

/**
 * Two versions clause by clause, in the order of the later one; what was taken out stands where it used to be.
 * A clause that only got another number is `moved`; one whose content differs is `changed`, wherever it stands.
 */
export function compareVersions(
  before: readonly ComparedClause[],
  after: readonly ComparedClause[],
  equal: (a: unknown, b: unknown) => boolean,
): ClauseChange[] {
  const former = new Map(before.map((clause) => [clause.identity, clause]));
  const kept = new Set(after.map((clause) => clause.identity));
  const changes = after.map((clause): ClauseChange => {
    const was = former.get(clause.identity);
    if (!was) return { change: 'added', fields: [], before: null, after: clause };
    const fields = compared.filter((field) => !equal(was[field], clause[field]));
    const change = fields.length > 0 ? 'changed' : was.number === clause.number ? 'same' : 'moved';
    return { change, fields, before: was, after: clause };
  });
  const removed = before
    .filter((clause) => !kept.has(clause.identity))
    .map((clause): ClauseChange => ({ change: 'removed', fields: [], before: clause, after: null }));
  return [...changes, ...removed].sort((a, b) => place(a) - place(b));
}

function place({ before, after }: ClauseChange): number {
  const [section, ordinal] = ((after ?? before)?.number ?? '0.0').split('.').map(Number);
  return (section ?? 0) * 10_000 + (ordinal ?? 0) + (after ? 0 : 0.5);
}
