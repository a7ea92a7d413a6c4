import { expect, test } from 'vitest';
import { paperRefusal, scansClosedFor } from './paper-signature.ts';

const sent = { signedAt: null, method: null, superseded: false, scan: null };
const onPaper = { signedAt: '2026-01-15T10:00:00Z', method: 'paper', superseded: false, scan: {} };

test.each`
  found                                                | refusal                      | because
  ${sent}                                              | ${null}                      | ${'it waits for a signature'}
  ${{ ...sent, superseded: true }}                     | ${'mandates.superseded'}     | ${'a later version has taken its place'}
  ${onPaper}                                           | ${'mandates.already-signed'} | ${'its scan is there'}
  ${{ ...onPaper, method: 'application' }}             | ${'mandates.already-signed'} | ${'it was signed with the password'}
  ${{ ...onPaper, scan: null }}                        | ${null}                      | ${'it was recorded before scans were asked for'}
  ${{ ...onPaper, scan: null, superseded: true }}      | ${null}                      | ${'and keeps its place in the file'}
  ${{ ...onPaper, method: 'application', scan: null }} | ${'mandates.already-signed'} | ${'no scan is missing here'}
`('a signature on paper: $refusal — $because', ({ found, refusal }) => {
  expect(paperRefusal(found)).toBe(refusal);
  expect(scansClosedFor(found).attaching).toEqual(refusal ? [refusal] : []);
});

test('the scan that proves a signature stays, any other may go', () => {
  expect(scansClosedFor(onPaper).detaching).toEqual(['mandates.scan-stays']);
  expect(scansClosedFor(sent).detaching).toEqual([]);
});
