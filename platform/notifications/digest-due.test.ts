import { describe, expect, it } from 'vitest';
import { type DigestTime, latestDigest } from './digest-due.ts';

const daily: DigestTime = { frequency: 'daily', hour: 8, weekday: 1 };
const weekly: DigestTime = { frequency: 'weekly', hour: 8, weekday: 1 };
const latest = (wanted: DigestTime, now: string, timeZone = 'UTC') =>
  latestDigest(wanted, Temporal.Instant.from(now), timeZone)?.toString() ?? null;

describe('the latest digest', () => {
  it.each([
    [daily, '2026-11-24T08:00:00Z', 'UTC', '2026-11-24T08:00:00Z', 'is due on the hour'],
    [daily, '2026-11-24T07:59:59Z', 'UTC', '2026-11-23T08:00:00Z', 'before it, yesterday’s is the latest'],
    [daily, '2026-11-24T23:00:00Z', 'UTC', '2026-11-24T08:00:00Z', 'late in the day it is still today’s'],
    [daily, '2026-11-24T05:30:00Z', 'Europe/Moscow', '2026-11-24T05:00:00Z', 'the hour is the company’s'],
    [daily, '2026-11-24T02:30:00Z', 'Asia/Kolkata', '2026-11-24T02:30:00Z', 'also where zones are half an hour off'],
    [weekly, '2026-11-24T09:00:00Z', 'UTC', '2026-11-23T08:00:00Z', 'on Tuesday it was Monday’s'],
    [weekly, '2026-11-23T07:00:00Z', 'UTC', '2026-11-16T08:00:00Z', 'early on Monday it was last Monday’s'],
    [weekly, '2026-11-22T09:00:00Z', 'UTC', '2026-11-16T08:00:00Z', 'on Sunday it was last Monday’s'],
    [daily, '2026-03-29T09:00:00Z', 'Europe/Berlin', '2026-03-29T06:00:00Z', 'summer time moves it'],
  ] as const)('%#: %o at %s in %s → %s: %s', (wanted, now, timeZone, expected, _why) => {
    expect(latest(wanted, now, timeZone)).toBe(expected);
  });
  it('is none for whoever wants none', () => {
    expect(latest({ ...daily, frequency: 'off' }, '2026-11-24T08:00:00Z')).toBeNull();
  });
});
