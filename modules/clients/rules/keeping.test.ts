import { describe, expect, it, test } from 'vitest';
import { keeperChangeRefusals } from './keeping.ts';

describe('who may pass a client to whom', () => {
  test.each`
    actor      | from      | to         | reach            | dismissed | refused
    ${'head'}  | ${'anna'} | ${'boris'} | ${'own'}         | ${false}  | ${[]}
    ${'head'}  | ${'anna'} | ${'head'}  | ${'own'}         | ${false}  | ${[]}
    ${'boris'} | ${'anna'} | ${'boris'} | ${'none'}        | ${false}  | ${['clients.self-reassignment']}
    ${'boris'} | ${'anna'} | ${'boris'} | ${'substituted'} | ${false}  | ${['clients.self-reassignment']}
    ${'anna'}  | ${'anna'} | ${'boris'} | ${'own'}         | ${false}  | ${[]}
    ${'head'}  | ${'anna'} | ${'boris'} | ${'own'}         | ${true}   | ${['clients.keeper-dismissed']}
    ${'boris'} | ${'anna'} | ${'boris'} | ${'none'}        | ${true}   | ${['clients.self-reassignment', 'clients.keeper-dismissed']}
  `('$actor passes a client of $from to $to, reached as $reach', ({ actor, from, to, reach, dismissed, refused }) => {
    expect(keeperChangeRefusals({ actorId: actor, fromId: from, toId: to, reach, toDismissed: dismissed })).toEqual(
      refused,
    );
  });

  it('is nothing when the keeper stays', () => {
    const change = { actorId: 'head', fromId: 'anna', toId: 'anna', reach: 'own', toDismissed: true } as const;
    expect(keeperChangeRefusals(change)).toEqual(['clients.kept-already']);
  });
});
