import { describe, expect, expectTypeOf, it, test } from 'vitest';
import { canMove, defineLifecycle, move } from './lifecycle.ts';

const version = defineLifecycle({
  states: ['draft', 'in-review', 'approved', 'revoked'],
  initial: 'draft',
  moves: {
    submit: { from: ['draft'], to: 'in-review' },
    sendBack: { from: ['in-review'], to: 'draft' },
    approve: { from: ['in-review'], to: 'approved' },
    revoke: { from: ['in-review', 'approved'], to: 'revoked' },
  },
});

describe('a lifecycle', () => {
  test.each([
    ['draft', 'submit', 'in-review'],
    ['draft', 'approve', null],
    ['in-review', 'approve', 'approved'],
    ['in-review', 'sendBack', 'draft'],
    ['approved', 'revoke', 'revoked'],
    ['revoked', 'revoke', null],
  ] as const)('%s, %s: %s', (state, act, next) => {
    expect(move(version, state, act)).toBe(next);
    expect(canMove(version, state, act)).toBe(next !== null);
  });

  it('knows its states and acts by type', () => {
    expectTypeOf(move(version, 'draft', 'submit')).toEqualTypeOf<
      'draft' | 'in-review' | 'approved' | 'revoked' | null
    >();
    // @ts-expect-error no such act
    expect(() => canMove(version, 'draft', 'burn')).toThrow();
    // @ts-expect-error no such state
    expect(canMove(version, 'burnt', 'submit')).toBe(false);
  });
});

describe('a definition is refused', () => {
  const open = { from: ['new'], to: 'open' };
  test.each([
    ['with an unknown first state', ['new', 'open'], 'nwe', { open }, /unknown state nwe/],
    [
      'with an unknown state before',
      ['new', 'open'],
      'new',
      { open, close: { from: ['opn'], to: 'new' } },
      /unknown state opn/,
    ],
    [
      'with an unknown state after',
      ['new', 'open'],
      'new',
      { open, close: { from: ['open'], to: 'shut' } },
      /unknown state shut/,
    ],
    ['with a state out of reach', ['new', 'open', 'closed'], 'new', { open }, /closed cannot be reached/],
    [
      'with a circle out of reach',
      ['new', 'a', 'b'],
      'new',
      { x: { from: ['a'], to: 'b' }, y: { from: ['b'], to: 'a' } },
      /a cannot be reached; b cannot be reached/,
    ],
    [
      'with an act that nothing allows',
      ['new', 'open'],
      'new',
      { open, close: { from: [], to: 'new' } },
      /close can never be done/,
    ],
    ['with a state named twice', ['new', 'open', 'new'], 'new', { open }, /named twice/],
  ])('%s', (_because, states, initial, moves, fault) => {
    expect(() => defineLifecycle<string, string>({ states, initial, moves })).toThrow(fault);
  });
});
