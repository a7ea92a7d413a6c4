import type { EvidenceRecord, Measurement } from '#platform/declare/duty.ts';
import type { TimedRow } from '../data/evidence.ts';
import { tallyOf } from '../rules/judge-deadline.ts';

/** What orders with a deadline prove; those still within it are not required yet. */
export function timedMeasurement(rows: readonly TimedRow[]): Measurement {
  const evidence = rows.flatMap(({ id, number, client, at, verdict }): EvidenceRecord[] =>
    verdict === 'open'
      ? []
      : [{ kind: 'order', id, label: number ? `${number} ${client}` : client, at, href: `/orders/${id}`, verdict }],
  );
  return { ...tallyOf(rows.map((row) => row.verdict)), unit: 'count', evidence };
}
