import { expect, test } from 'vitest';
import { canMove } from '#kernel/lifecycle.ts';
import { standingOf, versionLifecycle } from './version-lifecycle.ts';

test('only a reviewed version can be approved, and an approved one only revoked', () => {
  const may = (state: 'draft' | 'in-review' | 'reviewed' | 'approved') =>
    Object.keys(versionLifecycle.moves).filter((act) => canMove(versionLifecycle, state, act as 'submit'));
  expect(may('draft')).toEqual(['submit']);
  expect(may('in-review')).toEqual(['remark', 'recall', 'accept']);
  expect(may('reviewed')).toEqual(['recall', 'approve']);
  expect(may('approved')).toEqual(['revoke']);
});

test.each`
  inForce                                     | standing
  ${{ from: '2026-06-01', to: null }}         | ${'in-force'}
  ${{ from: '2026-06-02', to: null }}         | ${'awaiting'}
  ${{ from: '2026-01-01', to: '2026-06-01' }} | ${'superseded'}
  ${{ from: '2026-01-01', to: '2026-06-02' }} | ${'in-force'}
  ${undefined}                                | ${'superseded'}
`('approved for $inForce is $standing on 1 June', ({ inForce, standing }) => {
  expect(standingOf('approved', inForce, '2026-06-01')).toBe(standing);
});
