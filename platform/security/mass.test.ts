import { describe, expect, it } from 'vitest';
import { goesBeyond } from './mass.ts';

const limit = { clients: 500, rows: 10_000 };
const taken = (rows: number, clients: number) => ({ rows, clients });

describe('a mass export', () => {
  it.each([
    [taken(0, 0), taken(500, 500), false, 'just as many as the limit says'],
    [taken(0, 0), taken(501, 501), true, 'one client more'],
    [taken(0, 0), taken(10_001, 3), true, 'too many rows, though of few clients'],
    [taken(480, 480), taken(510, 510), true, 'split into small ones, by the one that passes the limit'],
    [taken(501, 501), taken(900, 900), false, 'what follows on the same day is told once'],
    [taken(10_001, 3), taken(11_000, 600), false, 'also when it passes the other limit as well'],
  ])('%j, then %j: %s (%s)', (before, after, beyond, _why) => {
    expect(goesBeyond(before, after, limit)).toBe(beyond);
  });
});
