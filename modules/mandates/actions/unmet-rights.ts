import type { WorkLine } from '#platform/declare/duty.ts';
import type { Unmet } from '#platform/declare/right.ts';
import type { Work } from '#platform/work.ts';
import { type Bound, boundToday, directlyBelow } from '../data/in-force.ts';

export type UnmetLine = {
  readonly line: WorkLine;
  /** The right kind, and the claimant's clause. */
  readonly key: string;
  readonly clause: { readonly id: string; readonly number: string; readonly text: string };
  /** Which of those asked about it concerns. */
  readonly by: string;
};

/**
 * What somebody in the company waits for longer than their right promises, and one of these people owes, or somebody
 * directly below one of them. The longest waiting of each right first.
 */
export async function unmetTowards(w: Work, people: readonly string[]): Promise<UnmetLine[]> {
  const kinds = [...w.registry.rights.values()].flatMap(({ key, service }) => (service ? [{ key, service }] : []));
  const found = await Promise.all(
    kinds.map(async ({ key, service }) => {
      const holders = await boundToday(w, 'right', key);
      const unmet = holders.length > 0 ? await service.unmet(w, holders as never) : [];
      return unmet.map((each) => ({
        key,
        each,
        holder: holders.find(({ employeeId }) => employeeId === each.claimant),
      }));
    }),
  );
  const all = found.flat();
  const below = all.length > 0 ? await directlyBelow(w, people) : new Map<string, string>();
  return all.flatMap(({ key, each, holder }) => {
    const owing = each.owedBy.find((owes) => people.includes(owes));
    const by = owing ?? each.owedBy.map((owes) => below.get(owes)).find((head) => head !== undefined);
    if (!holder || by === undefined || by === each.claimant) return [];
    const { clauseId: id, number, text } = holder;
    return [{ key, clause: { id, number, text }, by, line: lineOf(key, each, holder, owing === undefined) }];
  });
}

function lineOf(key: string, unmet: Unmet, holder: Bound, ofOthers: boolean): WorkLine {
  const { id, subject, since, due, stake, href } = unmet;
  return {
    id,
    kind: `${key}.unmet`,
    params: { ...holder.settings, claimant: holder.name, number: holder.number, ofOthers },
    subject,
    since,
    due,
    stake,
    urgency: 'late',
    href,
  };
}
