type Acknowledged = {
  readonly signedAt: string | null;
  readonly method: string | null;
  readonly superseded: boolean;
  readonly scan: object | null;
};

/**
 * Why a signature on paper cannot be recorded; null when it can. One from before scans were asked for still gets its scan,
 * whatever has taken the place of the version since.
 */
export function paperRefusal(found: Acknowledged): 'mandates.already-signed' | 'mandates.superseded' | null {
  if (found.signedAt !== null)
    return found.method === 'paper' && found.scan === null ? null : 'mandates.already-signed';
  return found.superseded ? 'mandates.superseded' : null;
}

/** For which refusals a scan is no longer attached or taken off: what proves a signature stays. */
export function scansClosedFor(found: Acknowledged): { attaching: string[]; detaching: string[] } {
  const refusal = paperRefusal(found);
  return { attaching: refusal ? [refusal] : [], detaching: found.scan === null ? [] : ['mandates.scan-stays'] };
}
