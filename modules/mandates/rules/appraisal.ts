import { shareDone } from './share.ts';

export type AppraisalEvidence = {
  readonly kind: string;
  readonly id: string;
  readonly label: string;
  readonly at: string;
  readonly href: string;
  readonly verdict: 'done' | 'late' | 'missed';
};
/** What was assigned outside the job description in a period, counted in acts. */
export type OutsideLine = {
  readonly required: number;
  readonly done: number;
  readonly late: number;
  readonly missed: number;
  /** The records that prove it, as many as are kept with a line; what was missed and late first. */
  readonly evidence: readonly AppraisalEvidence[];
  readonly evidenceTotal: number;
};
/** How one duty was fulfilled in the days on which it bound. */
export type AppraisalLine = OutsideLine & {
  readonly clauseId: string;
  readonly number: string;
  readonly text: string;
  readonly area: string;
  readonly key: string;
  readonly name: string;
  readonly norm: string;
  readonly from: string;
  readonly to: string;
  readonly unit: 'count' | 'money' | 'basis-points';
  /** Basis points done in time; null when nothing was required. */
  readonly share: number | null;
};

/** How many records a line keeps. */
export const keptEvidence = 100;

/** Evidence as a line keeps it: what needs an explanation first, each kind newest first. */
export function chooseEvidence(records: readonly AppraisalEvidence[]): AppraisalEvidence[] {
  const rank = { missed: 0, late: 1, done: 2 };
  return records
    .toSorted((a, b) => rank[a.verdict] - rank[b.verdict] || b.at.localeCompare(a.at))
    .slice(0, keptEvidence);
}

/** Share of a line; null when nothing was required. */
export function lineShare(measured: { required: number; done: number }): number | null {
  return measured.required > 0 ? shareDone(measured) : null;
}

/** What came late and what was not done at all, over the duties that count acts; money and shares are no acts. */
export function countedFaults(lines: readonly Pick<AppraisalLine, 'unit' | 'late' | 'missed'>[]): {
  late: number;
  missed: number;
} {
  const counted = lines.filter(({ unit }) => unit === 'count');
  return {
    late: counted.reduce((sum, line) => sum + line.late, 0),
    missed: counted.reduce((sum, line) => sum + line.missed, 0),
  };
}

/** All duties together: the mean of their shares, each counting the same; null when nothing was required at all. */
export function overallShare(lines: readonly { readonly share: number | null }[]): number | null {
  const shares = lines.flatMap(({ share }) => (share === null ? [] : [share]));
  return shares.length === 0 ? null : Math.round(shares.reduce((sum, share) => sum + share, 0) / shares.length);
}
