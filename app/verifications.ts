import type pg from 'pg';
import { issuedUnaltered } from '#platform/documents/issue.ts';
import { modules } from './modules.ts';

export type Proof = { readonly name: string; run(owner: pg.ClientBase): Promise<{ ok: boolean; detail: string }> };

const seal: Proof = {
  name: 'journal.seal',
  run: async (owner) => {
    const { rows } = await owner.query<{ number: string; why: string }>(
      'select number::text, why from journal.broken_seals()',
    );
    const { rows: counted } = await owner.query<{ seals: string; entries: string }>(
      'select count(*)::text as seals, coalesce(sum(entries), 0)::text as entries from journal.seals',
    );
    const [first] = rows;
    if (first) return { ok: false, detail: `seal ${first.number}: ${first.why}` };
    return { ok: true, detail: `${counted[0]?.seals} seals over ${counted[0]?.entries} entries hold` };
  },
};

/** All that `verify` proves of a database: the seal of the journal, and every invariant that a module declared. */
export const verifications: readonly Proof[] = [
  seal,
  ...[issuedUnaltered, ...modules.flatMap((module) => module.verifications ?? [])].map(
    ({ name, query }): Proof => ({
      name,
      run: async (owner) => {
        const { rows } = await owner.query(`select count(*)::int as broken from (${query}) q`);
        const broken: number = rows[0].broken;
        return { ok: broken === 0, detail: broken === 0 ? 'holds' : `${broken} records contradict it` };
      },
    }),
  ),
];
